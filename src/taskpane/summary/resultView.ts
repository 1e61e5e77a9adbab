import { fill } from "../../locales/locale";
import { sheetWords } from "../../locales/sheetWords";
import { inputNumber } from "../../summary/board/keyFigures";
import { isBeyond, type Move } from "../../summary/history/history";
import { h, type ElementNode } from "../dom/node";
import { button, code, figureList, linkButton, message, more, part, type Figure } from "../views/parts";
import type { Words } from "../words/words";
import { figureSpec, isFigureKey } from "./figures";
import { findingsView } from "./ordersView";
import type { ForecastShown, KeyFigure, RunResult } from "./state";
import type { SummaryView } from "./view";

/** Step 4: what came out, and where it stands. */
export function resultView(view: SummaryView, result: RunResult): ElementNode {
  const { words, act, problem } = view;
  const { text } = words;
  return part(
    text.summary.doneTitle,
    "result",
    checksLine(result, words),
    figureList(result.figures.flatMap((figure) => figureOf(figure, words))),
    meaningsView(result, words),
    forecastView(result, words),
    h(
      "ul",
      { class: "plain-list", key: "sheets" },
      result.sheets.map(({ key, name }) =>
        h(
          "li",
          { key },
          linkButton(name, () => act.openSheet(name), name),
        ),
      ),
    ),
    problem("link"),
    movesView(view, result),
    view.result ? findingsView(view, view.result) : undefined,
    button(text.summary.refresh, { key: "refresh", id: "refresh", onClick: () => act.refresh() }),
    problem("run"),
    button(text.summary.newSummary, { key: "change", onClick: () => act.change() }),
  );
}

function checksLine({ failedChecks }: RunResult, { text, formats }: Words): ElementNode | undefined {
  if (failedChecks === undefined) return undefined;
  return failedChecks === 0
    ? message("good", text.summary.checksPass)
    : message("bad", fill(text.summary.checksFail, { count: formats.quantity(failedChecks) }));
}

function figureOf({ key, value }: KeyFigure, words: Words): Figure[] {
  if (!isFigureKey(key)) return [];
  const spec = figureSpec(key);
  return [
    {
      key,
      label: spec.label(words),
      value: typeof value === "string" ? value : spec.show(value, words),
      leading: spec.leading,
      wordy: typeof value === "string",
    },
  ];
}

/** What each figure counts, in the words of the sheet: closed until someone asks. */
const meaningsView = ({ figures, timing }: RunResult, words: Words): ElementNode =>
  more(
    words.text.summary.meanings,
    "meanings",
    false,
    h(
      "dl",
      { class: "parameters" },
      figures.flatMap(({ key }) =>
        isFigureKey(key)
          ? [
              h(
                "div",
                { key },
                h("dt", {}, figureSpec(key).label(words)),
                h("dd", {}, figureSpec(key).meaning(words, timing)),
              ),
            ]
          : [],
      ),
    ),
  );

/** What the models expect, and how far they can be relied upon: in the words of the sheet. */
function forecastView({ forecast, forecastWords }: RunResult, words: Words): ElementNode | undefined {
  if (forecastWords.length === 0) return undefined;
  return h(
    "div",
    { class: "stack-tight", id: "forecast", key: "forecast" },
    h("h3", {}, words.text.summary.forecastTitle),
    forecast && figureList(forecastFigures(forecast, words)),
    forecastWords.map((sentence) => h("p", { class: "quiet", key: sentence }, sentence)),
  );
}

function forecastFigures({ total, low, high, error }: ForecastShown, words: Words): Figure[] {
  const { text, formats, locale } = words;
  const { models } = sheetWords(locale);
  const range = `${formats.money(low)} – ${formats.money(high)}`;
  return [
    { key: "total", label: models.total, value: formats.money(total), leading: true },
    { key: "range", label: text.summary.forecastRange, value: range },
    ...(error === undefined
      ? []
      : [{ key: "error", label: models.holdoutError, value: formats.percent(error) }]),
  ];
}

/** Moves since the last time, in words. */
function movesView(
  { words, state }: SummaryView,
  { changes, alertThreshold: shown }: RunResult,
): ElementNode | undefined {
  const { text, formats } = words;
  if (!state.last || !changes) return undefined;
  const limit = shown ?? inputNumber(state.last.inputs, "alertThreshold");
  const threshold = formats.percent(limit);
  const moves = changes.filter((change) => isBeyond(change, limit));
  return h(
    "div",
    { class: "stack-tight", key: "moves" },
    h("h3", {}, text.summary.changes),
    moves.length === 0
      ? h("p", { class: "quiet" }, fill(text.summary.changesNone, { threshold }))
      : h(
          "ul",
          { class: "plain-list" },
          moves.map((move) => h("li", { key: move.figure }, moveText(move, words))),
        ),
  );
}

/** In the words of the History sheet. */
function moveText({ figure, before, after }: Move, words: Words): string {
  const { text, locale } = words;
  const spec = figureSpec(figure);
  return fill(after > before ? text.summary.rose : text.summary.fell, {
    name: sheetWords(locale).history.figures[figure],
    before: spec.show(before, words),
    after: spec.show(after, words),
  });
}

/** The workbook already has a summary: refresh it in one press. */
export function lastRunView({ state, words, act, problem }: SummaryView): ElementNode | undefined {
  const { last } = state;
  const { text, formats } = words;
  if (!last || state.run.kind !== "idle" || state.orders) return undefined;
  return part(
    fill(text.summary.lastTitle, { when: formats.moment(last.when) }),
    "last-run",
    h("p", { class: "quiet" }, code(`${last.source.sheet}!${last.source.address}`)),
    button(text.summary.refresh, { main: true, key: "refresh", id: "refresh", onClick: () => act.refresh() }),
    h("p", { class: "hint" }, text.summary.refreshHint),
    problem("run"),
    linkButton(text.summary.openSheet, () => act.openSummary(), "open"),
    problem("link"),
  );
}
