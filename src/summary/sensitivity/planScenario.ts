import { cellAddress } from "../layout/cellAddress";
import { isRightToLeft, type Locale } from "../../locales/locale";
import { paneText, type PaneText } from "../../locales/paneText";
import { DARK, LIGHT } from "../layout/chartColours";
import { numberFormats, type NumberFormats } from "../layout/numberFormats";
import type { PlanCell, WorkbookPlan } from "../plan";
import type { MoneyStyle } from "../request";
import {
  customerValue,
  leverWorths,
  LEVERS,
  moved,
  movesByPoints,
  tornado,
  type Changes,
  type Lever,
  type TornadoFigure,
  type TornadoLine,
  type ValueFigures,
} from "./scenarioValue";
import { areaOf, formula, SheetDraft } from "../layout/sheetDraft";

/** What the what-if tab shows, to be kept as a sheet of live formulas. */
export interface ScenarioRequest {
  readonly locale: Locale;
  /** The sheet's name, "CLV Scenario" in the user's language or one that is free. */
  readonly name: string;
  readonly figures: ValueFigures & { readonly customers: number };
  readonly changes: Changes;
  /** How far the tornado moves each figure, as a share of it. */
  readonly width: number;
  readonly money: MoneyStyle;
}

const COLUMNS = { label: 0, today: 1, change: 2, after: 3, gain: 4, gainAll: 5 } as const;
const HEADER_ROW = 3;
/** The levers in their order, then what is not moved. */
const ROWS: Readonly<Record<keyof ScenarioRequest["figures"], number>> = {
  orderValue: 4,
  frequency: 5,
  margin: 6,
  churn: 7,
  acquisitionCost: 8,
  discount: 9,
  customers: 10,
};
const NOTE_ROW = 11;
const TODAY_ROW = 13;
const AFTER_ROW = 14;
const WIDTH_ROW = 17;
const TORNADO_ROW = 18;

type FigureKey = keyof typeof ROWS;
type Place = Readonly<Record<FigureKey, string>>;

const absolute = (row: number, column: number): string =>
  cellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");

/** Today's cells, to be replaced one by one where a lever is moved. */
const TODAY: Place = Object.fromEntries(
  Object.entries(ROWS).map(([key, row]) => [key, absolute(row, COLUMNS.today)]),
) as Place;

/** `customerValue` as a native formula over these cells. */
const valueFormula = (at: Place): string =>
  `${at.orderValue}*${at.frequency}*${at.margin}/(${at.churn}+${at.discount})-${at.acquisitionCost}`;

interface Drawing {
  readonly draft: SheetDraft;
  readonly request: ScenarioRequest;
  readonly words: PaneText["whatIf"];
  readonly formats: NumberFormats;
}

/** One sheet: inputs, what each lever is worth, and a tornado, all of it native formulas over the input cells. */
export function planScenario(request: ScenarioRequest): WorkbookPlan {
  const words = paneText(request.locale).whatIf;
  const draft = new SheetDraft("scenario", request.name, isRightToLeft(request.locale));
  const drawing = { draft, request, words, formats: numberFormats(request.money) };
  draft.columnWidths = [44, 16, 14, 16, 20, 22];
  draft.line(0, words.sheetTitle, 6, "title");
  draft.line(1, words.sheetNote, 6, "note");
  draft.line(2, words.how, 6, "note");
  putLevers(drawing);
  putValues(drawing);
  putTornado(drawing);
  draft.frozenRows = HEADER_ROW + 1;
  return { sheets: [draft.finish()], names: [] };
}

function formatOf(figure: FigureKey | TornadoFigure, formats: NumberFormats): string {
  if (figure === "margin" || figure === "churn" || figure === "discount") return formats.inputPercent;
  if (figure === "customers") return "#,##0";
  return figure === "frequency" ? formats.inputDecimal : formats.inputMoney;
}

function putLevers({ draft, request, words, formats }: Drawing): void {
  const { figures, changes } = request;
  draft.put(
    HEADER_ROW,
    0,
    [[words.lever, words.sheetToday, words.change, words.after, words.gain, words.gainAll]],
    { style: "tableHeader", wrap: true },
  );
  draft.format(areaOf(HEADER_ROW, 1, 1, 5), { align: "end", wrap: true });
  const worths = leverWorths(figures, changes);
  for (const { lever, change, after, gain } of worths) {
    const row = ROWS[lever];
    const value = typeof gain === "number" ? gain : undefined;
    const all = value === undefined ? undefined : value * figures.customers;
    const movedPlace: Place = { ...TODAY, [lever]: absolute(row, COLUMNS.after) };
    draft.put(row, 0, [
      [
        words[lever],
        figures[lever],
        change,
        formula(afterFormula(lever), after),
        formula(`=${valueFormula(movedPlace)}-${absolute(TODAY_ROW, COLUMNS.today)}`, value),
        formula(`=${cellAddress(row, COLUMNS.gain)}*${TODAY.customers}`, all),
      ],
    ]);
    draft.format(areaOf(row, COLUMNS.after, 1, 1), {
      style: "formula",
      numberFormat: formatOf(lever, formats),
    });
    draft.format(areaOf(row, COLUMNS.gain, 1, 2), { style: "formula", numberFormat: formats.money });
    putInput(draft, row, COLUMNS.change, "0.0%");
  }
  draft.put(ROWS.discount, 0, [[words.discount, figures.discount]]);
  draft.put(ROWS.customers, 0, [[words.customers, figures.customers]]);
  for (const [key, row] of Object.entries(ROWS))
    putInput(draft, row, COLUMNS.today, formatOf(key as FigureKey, formats));
  draft.format(areaOf(ROWS.orderValue, 0, 7, 1), { style: "label" });
  draft.line(NOTE_ROW, words.leversHint, 6, "note");
  putRanges(draft, words);
}

const putInput = (draft: SheetDraft, row: number, column: number, numberFormat: string): void =>
  draft.format(areaOf(row, column, 1, 1), { style: "input", numberFormat, align: "end" });

/** `movedFigure` as a formula. */
function afterFormula(lever: Lever): string {
  const today = cellAddress(ROWS[lever], COLUMNS.today);
  const change = cellAddress(ROWS[lever], COLUMNS.change);
  if (!movesByPoints(lever)) return `=MAX(0,${today}*(1+${change}))`;
  return `=MAX(${lever === "margin" ? -1 : 0},MIN(1,${today}+${change}))`;
}

/** Rates stay rates: a slip such as 40 for 40 % is refused by the cell. */
function putRanges(draft: SheetDraft, words: Drawing["words"]): void {
  for (const key of ["margin", "churn", "discount"] as const)
    draft.validations.push({
      area: areaOf(ROWS[key], COLUMNS.today, 1, 1),
      rule: { kind: "decimal", min: key === "margin" ? -1 : 0, max: 1 },
      title: words[key],
      message: words.sheetRate,
    });
}

function putValues({ draft, request, words, formats }: Drawing): void {
  const { figures, changes } = request;
  const numberOf = (outcome: ReturnType<typeof customerValue>): number | undefined =>
    typeof outcome === "number" ? outcome : undefined;
  const [today, after] = [numberOf(customerValue(figures)), numberOf(customerValue(moved(figures, changes)))];
  const afterPlace = { ...TODAY };
  for (const lever of LEVERS) afterPlace[lever] = absolute(ROWS[lever], COLUMNS.after);
  const gain = today === undefined || after === undefined ? undefined : after - today;
  const cells: PlanCell[][] = [
    [words.valueToday, formula(`=${valueFormula(TODAY)}`, today)],
    [words.valueAfter, formula(`=${valueFormula(afterPlace)}`, after)],
    [
      words.together,
      formula(`=${cellAddress(AFTER_ROW, COLUMNS.today)}-${cellAddress(TODAY_ROW, COLUMNS.today)}`, gain),
    ],
  ];
  draft.put(TODAY_ROW, 0, cells);
  draft.format(areaOf(TODAY_ROW, 0, 3, 1), { style: "label" });
  draft.format(areaOf(TODAY_ROW, 1, 3, 1), {
    style: "boardFigure",
    numberFormat: formats.money,
    align: "end",
  });
}

/** Each figure lower and higher by the width. */
function putTornado({ draft, request, words, formats }: Drawing): void {
  const { figures, width } = request;
  const lines = tornado(figures, width);
  const base = customerValue(figures);
  const today = typeof base === "number" ? base : 0;
  draft.put(WIDTH_ROW, 0, [[words.tornadoWidth, width]]);
  draft.format(areaOf(WIDTH_ROW, 0, 1, 1), { style: "label" });
  putInput(draft, WIDTH_ROW, COLUMNS.today, "0.0%");
  draft.put(
    TORNADO_ROW,
    0,
    [[words.tornadoTitle, words.sheetLow, words.sheetHigh, words.sheetLowGain, words.sheetHighGain]],
    { style: "tableHeader", wrap: true },
  );
  draft.format(areaOf(TORNADO_ROW, 1, 1, 4), { align: "end", wrap: true });
  const first = TORNADO_ROW + 1;
  draft.put(
    first,
    0,
    lines.map((line, index) => tornadoCells(line, first + index, today, words)),
  );
  draft.format(areaOf(first, 0, lines.length, 1), { style: "label" });
  draft.format(areaOf(first, 1, lines.length, 4), { style: "formula", numberFormat: formats.money });
  if (lines.length === 0) return;
  draft.charts.push({
    name: "clv_scenario_tornado",
    title: words.tornadoTitle,
    altText: words.chartAlt,
    kind: "stackedBar",
    categories: areaOf(first, 0, lines.length, 1),
    series: [
      { name: words.sheetLow, values: areaOf(first, 3, lines.length, 1), colour: LIGHT },
      { name: words.sheetHigh, values: areaOf(first, 4, lines.length, 1), colour: DARK },
    ],
    place: areaOf(first + lines.length + 1, 0, 16, 6),
    valueFormat: formats.moneyAxis,
  });
}

function tornadoCells(
  { figure, low, high }: TornadoLine,
  row: number,
  today: number,
  words: Drawing["words"],
): PlanCell[] {
  const width = absolute(WIDTH_ROW, COLUMNS.today);
  const at = (factor: string): string => {
    const scaled = `${TODAY[figure]}*(${factor})`;
    const place = figure === "churn" || figure === "margin" ? `MIN(1,${scaled})` : scaled;
    return `=${valueFormula({ ...TODAY, [figure]: place })}`;
  };
  const base = absolute(TODAY_ROW, COLUMNS.today);
  return [
    words[figure],
    formula(at(`1-${width}`), low),
    formula(at(`1+${width}`), high),
    formula(`=${cellAddress(row, 1)}-${base}`, low - today),
    formula(`=${cellAddress(row, 2)}-${base}`, high - today),
  ];
}
