import type { ProblemDetails } from "../../excel/problem";
import type { Progress } from "../../excel/progress";
import type { LastRun } from "../../excel/settings/settings";
import { sourceTableOf } from "../../excel/source/sourceTable";
import { languageOf } from "../../locales/language";
import { isRightToLeft, localeOf, type Locale } from "../../locales/locale";
import { sheetWords } from "../../locales/sheetWords";
import { headingsOf } from "../../orders/recognising/columnHeadings";
import { completeColumns } from "../../orders/orderColumns";
import { withTyped } from "../../summary/inputs/defaultInputs";
import { changesBetween } from "../../summary/history/history";
import { quotedSheet } from "../../summary/layout/cellAddress";
import type { RefusedInput, SheetKey } from "../../summary/plan";
import type { WorkbookOutline } from "../../summary/planOutline";
import type { MoneyStyle, SummaryChoices } from "../../summary/request";
import { planSourceFrom } from "../../worker/connect";
import type { EngineStep } from "../../worker/engine";
import type { PaneContext } from "../context";
import { OwnProblem } from "../problems/problem";
import { serialOfLocalTime } from "../words/days";
import { ALERT_THRESHOLD, FAILED_CHECKS, figureSpec, SHOWN_FIGURES, TIMING } from "./figures";
import { readInputs, rememberedTyped, withoutEntered } from "./inputEntries";
import type { OrdersReading } from "./reading";
import { ratesFromCells } from "./rates";
import { historyRows, inputCellsNow, inputsFromSheet, typedCells } from "./sheetMemory";
import { continued, rulesOf, type KeyFigure, type ReadResult, type RunPhase, type RunResult } from "./state";

/** Sheets that every summary has. */
const ALWAYS: readonly SheetKey[] = ["summary", "customers", "orders"];

export interface Making {
  readonly signal: AbortSignal;
  readonly onPhase: (phase: RunPhase, done: number, total: number) => void;
}

const PHASE_OF_STEP: Readonly<Record<EngineStep, RunPhase>> = {
  customers: "calculating",
  models: "fitting",
  sheets: "calculating",
};

/**
 * From the orders to the sheets: reads all rows, calculates, writes. Answers undefined where the reading raised a
 * question for the person. Rejects with whatever went wrong; the workbook is then as it was.
 */
export async function makeSummary(
  context: PaneContext,
  reading: OrdersReading,
  { signal, onPhase }: Making,
): Promise<RunResult | undefined> {
  const { excel, connection } = context;
  await reading.stop();
  onPhase("reading", 0, 0);
  const result = await reading.readAll(signal, (done, total) => onPhase("reading", done, total));
  keepResult(context, result);
  if (result.obstacle === "undecided") return undefined;
  if (result.obstacle !== null) throw new OwnProblem(OBSTACLE_CODES[result.obstacle]);
  onPhase("calculating", 0, 0);
  const goesOn = continued(context.store.get().summary) !== undefined;
  if (goesOn) await takeSheetInputs(context);
  const leave: readonly SheetKey[] = goesOn ? [] : ["history"];
  const choices = await choicesFor(context, result, leave);
  await connection.engine.speak(choices.locale, languageOf(choices.locale));
  const outline = await connection.engine.plan(choices, (step) => onPhase(PHASE_OF_STEP[step], 0, 0));
  const [refused] = outline.refused ?? [];
  if (refused) throw new OwnProblem("inputRefused", refusalDetails(refused));
  const last = lastRunOf(context, choices, outline);
  await excel.writePlan(planSourceFrom(connection.engine, outline), {
    signal,
    activate: "summary",
    remember: last,
    leave,
    onProgress: ({ phase, done, total }: Progress) => onPhase(phase, done, total),
  });
  if (choices.liveModels === true) {
    onPhase("answering", 0, 0);
    await modelsAnswered(context, signal);
  }
  const shown = await readShown(context);
  // What was typed is in the run now, and on the sheet: there it may be changed further.
  context.store.set(({ summary }) => {
    const orders = summary.orders && { ...summary.orders, another: undefined };
    return { summary: { ...summary, orders, last, entries: {} } };
  });
  return {
    sheets: sheetsOf(outline),
    ...shown,
    ...(await readForecast(context)),
    changes: choices.before && outline.figures && changesBetween(choices.before, outline.figures),
  };
}

/** What was typed in the input cells since the last run becomes part of what is remembered. */
export async function takeSheetInputs({ store, excel, loadLanguage }: PaneContext): Promise<void> {
  const { last } = store.get().summary;
  if (!last?.inputCells) return;
  // The sheet's choices are in the language it was made in; where that cannot be had, the remembered choice stays.
  await loadLanguage(localeOf(last.locale)).catch(() => undefined);
  const names = [...new Set(last.inputCells.map(({ name }) => name))];
  const inputCells = inputCellsNow(last.inputCells, await excel.readInputCells(names));
  const inputs = inputsFromSheet(last.inputs, inputCells);
  const rules = { ...last.rules, currency: ratesFromCells(last.rules.currency, inputCells) };
  store.set(({ summary }) => ({ summary: { ...summary, last: { ...last, inputs, inputCells, rules } } }));
}

const OBSTACLE_CODES = { noOrders: "noOrders", onlyReturns: "noRevenue", oneDay: "oneDay" } as const;

function keepResult({ store }: PaneContext, result: ReadResult): void {
  const { orders } = store.get().summary;
  if (!orders) return;
  store.set(({ summary }) => ({
    summary: {
      ...summary,
      orders: { ...orders, check: { kind: "checked", result }, currencies: result.currencies },
    },
  }));
}

/** What the person decided, as the engine wants it. */
async function choicesFor(
  context: PaneContext,
  result: ReadResult,
  leave: readonly SheetKey[],
): Promise<SummaryChoices> {
  const { store, excel, version } = context;
  const { summary, locale } = store.get();
  const { orders } = summary;
  const last = continued(summary);
  const columns = orders && completeColumns(orders.recognition.columns);
  if (!orders || !columns || result.defaults === null) throw new OwnProblem("noOrders");
  const { entries } = summary;
  const typed = {
    ...rememberedTyped(last?.inputs, entries, result),
    ...readInputs(entries, locale, result).typed,
  };
  const names = sheetWords(locale).sheetNames;
  const wanted = [...ALWAYS, ...summary.sheets].map((key) => ({ key, name: names[key] }));
  const resolved = await excel.resolveSheetNames(wanted, leave);
  const history =
    last && summary.sheets.includes("history")
      ? historyRows(await excel.readOwnSheet("history", names.history))
      : [];
  const sheetNames = Object.fromEntries(
    wanted.flatMap(({ key }) => (resolved[key] ? [[key, resolved[key].name]] : [])),
  );
  return {
    locale,
    sheets: summary.sheets,
    liveModels: summary.liveModels,
    inputs: withTyped(result.defaults, typed),
    typed: typedCells(withoutEntered(last?.inputCells ?? [], entries)),
    money: moneyStyle(result.currency, locale),
    place: orders.found.place,
    columns,
    table: sourceTableOf(orders.found, columns),
    madeAt: serialOfLocalTime(context.now()),
    version,
    sheetNames,
    history,
    before: last?.figures ?? history.at(-1),
  };
}

const refusalDetails = ({ sheet, address, label, value, allowed }: RefusedInput): ProblemDetails => ({
  cell: `${quotedSheet(sheet)}!${address}`,
  label,
  value,
  allowed,
});

/** English, Persian and Arabic readers expect the sign as their own formats place it. */
export function moneyStyle(currency: string, locale: Locale): MoneyStyle {
  const after = locale === "pl" || locale === "hy" || isRightToLeft(locale);
  return { symbol: currency, digits: 2, symbolAfter: after };
}

function lastRunOf(
  { store }: PaneContext,
  choices: SummaryChoices,
  { inputs = [], figures }: WorkbookOutline,
): LastRun | undefined {
  const { summary } = store.get();
  const { orders } = summary;
  if (!orders) return undefined;
  // A sheet that was not chosen this time keeps its cells.
  const others = (continued(summary)?.inputCells ?? []).filter(
    ({ id }) => !inputs.some((cell) => cell.id === id),
  );
  const { place, tableName, toLastRow } = orders.found;
  return {
    version: 1,
    when: choices.madeAt,
    locale: choices.locale,
    source: { sheet: place.sheet, address: place.address, tableName, toLastRow },
    columns: choices.columns,
    headings: headingsOf(choices.columns, orders.found.head),
    rules: rulesOf(orders),
    inputs: choices.inputs,
    inputCells: [...inputs, ...others],
    figures,
    money: choices.money,
    sheets: choices.sheets,
    liveModels: choices.liveModels,
  };
}

/** What the pane shows of the sheets, as they are now. */
export async function readShown({
  excel,
}: PaneContext): Promise<Pick<RunResult, "figures" | "failedChecks" | "timing" | "alertThreshold">> {
  const named = SHOWN_FIGURES.flatMap((key) => {
    const { name } = figureSpec(key);
    return name === undefined ? [] : [{ key, name }];
  });
  const cells = await excel.readNames([
    ...named.map(({ name }) => name),
    FAILED_CHECKS,
    TIMING,
    ALERT_THRESHOLD,
  ]);
  const figures = named.flatMap(({ key, name }): KeyFigure[] => {
    const cell = cells[name];
    return typeof cell === "number" || typeof cell === "string" ? [{ key, value: cell }] : [];
  });
  const [failed, timing, threshold] = [FAILED_CHECKS, TIMING, ALERT_THRESHOLD].map((name) => cells[name]);
  return {
    figures,
    failedChecks: typeof failed === "number" ? failed : undefined,
    timing: typeof timing === "string" ? timing : "",
    alertThreshold: typeof threshold === "number" ? threshold : undefined,
  };
}

/** How often the sheet is asked whether the add-in's functions have answered, in ms, and how many times at most. */
const LATE = { pause: 500, tries: 60 };

/**
 * Functions of the add-in answer a little later than formulas, and checks that hang on them fail until they do: waits
 * for the last of them, the forecast and its bounds, as long as anyone would.
 */
async function modelsAnswered({ excel }: PaneContext, signal: AbortSignal): Promise<void> {
  for (let tries = 0; tries < LATE.tries && !signal.aborted; tries++) {
    const cells = await excel.readNames([PREDICTED_TOTAL, PREDICTED_HIGH]);
    // Without a forecast the names are not there, and nothing is waited for.
    if (Object.values(cells).every((cell) => cell === undefined || typeof cell === "number")) return;
    await new Promise((resolve) => setTimeout(resolve, LATE.pause));
  }
}

/** What the models expect, as the sheet says it. */
async function readForecast({ excel }: PaneContext): Promise<Pick<RunResult, "forecast" | "forecastWords">> {
  const cells = await excel.readNames(FORECAST_CELLS);
  const number = (name: string): number | undefined => {
    const cell = cells[name];
    return typeof cell === "number" ? cell : undefined;
  };
  const [total, low, high] = [number(PREDICTED_TOTAL), number("clv_predicted_low"), number(PREDICTED_HIGH)];
  const known = total !== undefined && low !== undefined && high !== undefined;
  const words = [cells.clv_forecast_basis, cells.clv_forecast_scope, cells.clv_forecast_verdict];
  return {
    forecast: known ? { total, low, high, error: number("clv_holdout_error") } : undefined,
    forecastWords: words.filter((text): text is string => typeof text === "string" && text !== ""),
  };
}

const PREDICTED_TOTAL = "clv_predicted_total";
const PREDICTED_HIGH = "clv_predicted_high";
const FORECAST_CELLS = [
  PREDICTED_TOTAL,
  "clv_predicted_low",
  PREDICTED_HIGH,
  "clv_holdout_error",
  "clv_forecast_basis",
  "clv_forecast_scope",
  "clv_forecast_verdict",
] as const;

const sheetsOf = ({ sheets }: WorkbookOutline): RunResult["sheets"] =>
  sheets.map(({ key, name }) => ({ key, name }));
