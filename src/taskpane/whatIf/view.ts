import { fill } from "../../locales/locale";
import { languageOf } from "../../locales/language";
import { refusalText } from "../../locales/refusalText";
import { h, type ElementNode } from "../dom/node";
import { button, figureList, message, part } from "../views/parts";
import { textField } from "../views/fields";
import { entryError, type Words } from "../words/words";
import type { EntryProblem } from "../entries/readEntry";
import type { ProblemView } from "../problems/problemView";
import { replaceOrRetainView, saveOfferView } from "./calculators";
import { leversView, worthsView } from "./leversView";
import { tornadoView } from "./tornadoView";
import {
  FIGURE_KEYS,
  FIGURE_RULES,
  readChanges,
  readFigures,
  type FigureKey,
  type WhatIfState,
} from "./state";
import type { WhatIfActions } from "./actions";
import { customerValue, type Outcome } from "../../summary/sensitivity/scenarioValue";

export interface WhatIfView {
  readonly state: WhatIfState;
  readonly words: Words;
  readonly act: WhatIfActions;
  /** A failed writing, as its message. */
  readonly problem: ProblemView;
  readonly hasSummary: boolean;
}

export function whatIfView(view: WhatIfView): ElementNode[] {
  const { state, words } = view;
  const figures = readFigures(state, words.locale);
  const changes = readChanges(state, words.locale);
  return [
    h("p", { class: "quiet intro", key: "intro" }, words.text.whatIf.intro),
    todayView(view),
    leversView(view, changes.problems),
    ...(figures.values && changes.values && typeof customerValue(figures.values) === "number"
      ? [worthsView(view, figures.values, changes.values), tornadoView(view, figures.values)]
      : []),
    writeView(view, figures.values !== undefined && changes.values !== undefined),
    replaceOrRetainView(view),
    saveOfferView(view),
  ];
}

function todayView(view: WhatIfView): ElementNode {
  const { state, words, act } = view;
  const { text } = words;
  const read = readFigures(state, words.locale);
  const value = read.values && customerValue(read.values);
  return part(
    text.whatIf.todayTitle,
    "whatif-today",
    state.origin === "typed"
      ? undefined
      : h(
          "p",
          { class: "hint" },
          state.origin === "summary" ? text.whatIf.fromSummary : text.whatIf.fromExample,
        ),
    view.hasSummary && state.origin !== "summary"
      ? button(text.whatIf.takeSummary, { onClick: () => act.takeSummary(), key: "take" })
      : undefined,
    h(
      "div",
      { class: "lever-fields" },
      FIGURE_KEYS.map((key) => figureField(view, key, read.problems[key])),
    ),
    value === undefined ? undefined : valueView(value, words),
    h("p", { class: "hint" }, text.whatIf.how),
  );
}

/** The value, or in words why these figures have none: nobody leaves and nothing is discounted. */
const valueView = (value: Outcome, { text, formats, locale }: Words): ElementNode =>
  typeof value === "number"
    ? figureList([
        { key: "value", label: text.whatIf.valueToday, value: formats.money(value), leading: true },
      ])
    : message(
        "warning",
        text.whatIf.noValue,
        h("p", {}, refusalText(value, languageOf(locale).refusals, locale)),
      );

const figureField = (
  { state, words, act }: WhatIfView,
  key: FigureKey,
  problem: EntryProblem | undefined,
): ElementNode =>
  textField({
    id: `whatif-${key}`,
    label: words.text.whatIf[key],
    value: state.figures[key],
    numeric: true,
    inline: true,
    error: entryError(problem, FIGURE_RULES[key], words),
    onInput: (value) => act.typeFigure(key, value),
    onLeave: () => act.settle(),
  });

function writeView({ state, words, act, problem }: WhatIfView, ready: boolean): ElementNode {
  const { text } = words;
  const { write } = state;
  const label = write.kind === "writing" ? text.whatIf.writing : text.whatIf.write;
  return part(
    text.whatIf.writeTitle,
    "whatif-write",
    h("p", { class: "quiet", id: "whatif-write-hint" }, ready ? text.whatIf.writeHow : text.whatIf.fixFirst),
    button(label, {
      main: true,
      unavailable: !ready || write.kind === "writing",
      describedBy: "whatif-write-hint",
      onClick: () => {
        if (ready && write.kind !== "writing") act.write();
      },
    }),
    problem("scenario"),
    write.kind === "written" ? message("good", fill(text.whatIf.written, { sheet: write.sheet })) : undefined,
  );
}
