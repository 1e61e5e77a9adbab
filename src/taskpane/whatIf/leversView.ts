import { fill } from "../../locales/locale";
import { languageOf } from "../../locales/language";
import { refusalText } from "../../locales/refusalText";
import { h, type ElementNode } from "../dom/node";
import type { EntryProblem } from "../entries/readEntry";
import { selectField, textField } from "../views/fields";
import { figureList, message, part } from "../views/parts";
import { entryError, type Words } from "../words/words";
import { changeRule, PROGRAMMES, type FigureKey, type Programme } from "./state";
import type { WhatIfView } from "./view";
import {
  customerValue,
  leverWorths,
  LEVERS,
  moved,
  movesByPoints,
  type Changes,
  type Lever,
} from "../../summary/sensitivity/scenarioValue";

export function leversView(
  { state, words, act }: WhatIfView,
  problems: Readonly<Partial<Record<Lever, EntryProblem>>>,
): ElementNode {
  const { text } = words;
  const programmes: { value: Programme | "none"; label: string }[] = [
    { value: "none", label: text.whatIf.programmeNone },
    ...PROGRAMMES.map((value) => ({ value, label: text.whatIf[value] })),
  ];
  return part(
    text.whatIf.leversTitle,
    "whatif-levers",
    selectField({
      id: "whatif-programme",
      label: text.whatIf.programme,
      value: state.programme,
      options: programmes,
      hint: text.whatIf[`${state.programme}How`],
      onChange: (programme) => act.chooseProgramme(programme),
    }),
    h("p", { class: "hint" }, text.whatIf.leversHint),
    h(
      "div",
      { class: "lever-fields" },
      LEVERS.map((lever) =>
        textField({
          id: `whatif-change-${lever}`,
          label: fill(text.whatIf.changeOf, { lever: text.whatIf[lever] }),
          value: state.changes[lever],
          unit: movesByPoints(lever) ? text.whatIf.points : text.whatIf.perCent,
          numeric: true,
          inline: true,
          placeholder: words.formats.entry(0),
          error: entryError(problems[lever], changeRule(lever), words),
          onInput: (value) => act.typeChange(lever, value),
        }),
      ),
    ),
  );
}

/** What each lever is worth by itself, and all of them together. */
export function worthsView(
  { words }: WhatIfView,
  figures: Readonly<Record<FigureKey, number>>,
  changes: Changes,
): ElementNode {
  const { text, formats } = words;
  const today = customerValue(figures);
  const after = customerValue(moved(figures, changes));
  const worths = leverWorths(figures, changes).filter((worth) => worth.change !== 0);
  if (worths.length === 0 || typeof today !== "number")
    return h("p", { class: "quiet part", key: "no-change" }, text.whatIf.noChange);
  if (typeof after !== "number")
    return part(
      text.whatIf.valueAfter,
      "whatif-worth",
      message(
        "warning",
        text.whatIf.noValue,
        h("p", {}, refusalText(after, languageOf(words.locale).refusals, words.locale)),
      ),
    );
  const all = after - today;
  return part(
    text.whatIf.valueAfter,
    "whatif-worth",
    figureList([
      { key: "after", label: text.whatIf.valueAfter, value: formats.money(after), leading: true },
      { key: "gain", label: text.whatIf.gain, value: formats.gain(all) },
      { key: "all", label: text.whatIf.gainAll, value: formats.gain(all * figures.customers) },
    ]),
    h(
      "div",
      { class: "table-frame", tabindex: "0", role: "group", "aria-label": text.whatIf.leversTitle },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, text.whatIf.lever),
            h("th", { scope: "col", class: "cell-number" }, text.whatIf.after),
            h("th", { scope: "col", class: "cell-number" }, text.whatIf.gain),
          ),
        ),
        h(
          "tbody",
          {},
          worths.map(({ lever, after: figure, gain }) =>
            h(
              "tr",
              { key: lever },
              h("th", { scope: "row" }, text.whatIf[lever]),
              h("td", { class: "cell-number" }, figureText(lever, figure, words)),
              h("td", { class: "cell-number" }, typeof gain === "number" ? formats.gain(gain) : "–"),
            ),
          ),
          h(
            "tr",
            { key: "together", class: "total" },
            h("th", { scope: "row" }, text.whatIf.together),
            h("td", { class: "cell-number" }),
            h("td", { class: "cell-number" }, formats.gain(all)),
          ),
        ),
      ),
    ),
  );
}

function figureText(figure: FigureKey, value: number, { formats }: Words): string {
  if (figure === "margin" || figure === "churn" || figure === "discount") return formats.percent(value);
  return figure === "frequency" ? formats.decimal(value) : formats.money(value);
}
