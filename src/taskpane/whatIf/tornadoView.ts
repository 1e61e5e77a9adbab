import { fill } from "../../locales/locale";
import { h, type ElementNode } from "../dom/node";
import { isProblem, readEntry } from "../entries/readEntry";
import { textField } from "../views/fields";
import { part } from "../views/parts";
import { entryProblemText } from "../words/words";
import { WIDTH_RULE } from "./state";
import {
  customerValue,
  tornado,
  type TornadoLine,
  type ValueFigures,
} from "../../summary/sensitivity/scenarioValue";
import type { WhatIfView } from "./view";

/** A list with a sentence per figure; the bars repeat it for the eye and are hidden from a screen reader. */
export function tornadoView({ state, words, act }: WhatIfView, figures: ValueFigures): ElementNode {
  const { text, formats, locale } = words;
  const entry = readEntry(WIDTH_RULE, state.width, locale);
  const width = isProblem(entry) ? undefined : (entry.value ?? undefined);
  const today = customerValue(figures);
  const lines = width === undefined || typeof today !== "number" ? [] : tornado(figures, width);
  const widest = lines.reduce(
    (most, { low, high }) => Math.max(most, Math.abs(low - Number(today)), Math.abs(high - Number(today))),
    0,
  );
  const widthText = formats.percent(width ?? 0);
  return part(
    text.whatIf.tornadoTitle,
    "whatif-tornado",
    width === undefined
      ? undefined
      : h("p", { class: "quiet" }, fill(text.whatIf.tornadoHow, { width: widthText })),
    textField({
      id: "whatif-width",
      label: text.whatIf.tornadoWidth,
      value: state.width,
      numeric: true,
      inline: true,
      error: isProblem(entry) ? entryProblemText(entry.problem, WIDTH_RULE, words) : undefined,
      onInput: (value) => act.typeWidth(value),
      onLeave: () => act.settle(),
    }),
    h(
      "ul",
      { class: "tornado" },
      lines.map((line) =>
        h(
          "li",
          { key: line.figure, class: "stack-tight" },
          h(
            "span",
            { class: "heard-only" },
            fill(text.whatIf.tornadoHeard, {
              lever: text.whatIf[line.figure],
              low: formats.money(line.low),
              high: formats.money(line.high),
              width: widthText,
            }),
          ),
          h(
            "div",
            { class: "pair", "aria-hidden": "true" },
            h("span", {}, text.whatIf[line.figure]),
            h(
              "span",
              { class: "small quiet" },
              fill(text.whatIf.tornadoLine, {
                low: formats.money(Math.min(line.low, line.high)),
                high: formats.money(Math.max(line.low, line.high)),
              }),
            ),
          ),
          bars(line, Number(today), widest),
        ),
      ),
    ),
  );
}

/** Below today's value to the start side, above it to the end side. */
function bars({ low, high }: TornadoLine, today: number, widest: number): ElementNode {
  const share = (value: number): string =>
    widest === 0 ? "0" : (Math.abs(value - today) / widest).toFixed(4);
  return h(
    "div",
    { class: "tornado-bars", "aria-hidden": "true" },
    h("div", { class: "bar bar-down", css: { "--share": share(Math.min(low, high)) } }),
    h("div", { class: "bar bar-up", css: { "--share": share(Math.max(low, high)) } }),
  );
}
