import { addressOf } from "../../summary/layout/cellAddress";
import type { CellRows, SelectionPlace } from "../../orders/cells";
import type { Area } from "../../summary/plan";
import { areaOfAddress, rangeOf, withoutSheet } from "../address";
import { inWorkbook, supports } from "../host";
import { knownSheets } from "../ownSheets";
import { ExcelProblem, problemOf } from "../problem";
import { checkedRows } from "../readBlocks";
import type { Place } from "../freezing/references";
import type { OrdersSource } from "../settings/settings";
import { followedSource } from "./sourceName";

/** How the place follows from what is selected: the pane says so where it is not the selection itself. */
export type PlaceOrigin = "selection" | "usedRange" | "table" | "region";

export interface SelectionDescription {
  /** The cells that would be read. */
  readonly place: SelectionPlace;
  readonly origin: PlaceOrigin;
  /** The address as selected, without the sheet. */
  readonly selected: string;
  /** The table whose rows these are, if they are all rows of one. */
  readonly tableName: string | null;
  /** The names of the table's columns among the cells, where its headings are shown and no totals are. */
  readonly tableColumns: readonly string[] | null;
  /** Nothing follows below in these columns: rows added later belong to the orders. */
  readonly toLastRow: boolean;
  /** Some of the rows are hidden, by hand or by a filter: they are read all the same. */
  readonly hasHiddenRows: boolean;
  /** The first rows, the heading among them, to recognise the columns from. */
  readonly head: CellRows;
  /** Number formats of the same cells. */
  readonly headFormats: readonly (readonly string[])[];
}

const HEAD_ROWS = 200;

/** Above this, memory and patience end: a million rows of twenty columns. */
const MOST_CELLS = 20_000_000;

/** A customer, a date and an amount: a narrower region is a part of a list with empty columns in it. */
const FEWEST_COLUMNS = 3;

/** Describes what the user has selected, or says (as an `ExcelProblem`) why it cannot hold orders. */
export function describeSelection(): Promise<SelectionDescription> {
  return inWorkbook(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    range.worksheet.load("name");
    try {
      await context.sync();
    } catch (error) {
      throw await whyNoRange(context, error);
    }
    return describe(context, range.worksheet.name, areaOf(range));
  });
}

/** The source of an earlier run as it is now: the table may have grown, rows may have been added below. */
export function describeSource(source: OrdersSource): Promise<SelectionDescription> {
  return inWorkbook(async (context) => {
    const missing = new ExcelProblem("sourceMissing", { sheet: source.sheet });
    const followed = (await followedSource(context)) ?? rememberedPlace(source);
    const table = source.tableName === null ? undefined : await tableNow(context, source.tableName);
    if (followed === undefined || (followed === "gone" && table === undefined)) throw missing;
    if (table !== undefined) {
      const { column, columns } = followed === "gone" ? table.area : followed.area;
      return describe(context, table.sheet, { ...table.area, column, columns });
    }
    if (followed === "gone") throw missing;
    const { area } = followed;
    const sheet = context.workbook.worksheets.getItemOrNullObject(followed.sheet);
    const below = rangeOf(sheet, area).getEntireColumn().getUsedRangeOrNullObject(true);
    sheet.load("name");
    below.load("rowIndex,columnIndex,rowCount,columnCount");
    await context.sync();
    if (sheet.isNullObject || below.isNullObject) throw missing;
    const lastRow = source.toLastRow ? below.rowIndex + below.rowCount : area.row + area.rows;
    const rows = Math.max(1, lastRow - area.row);
    return describe(context, sheet.name, { ...area, rows });
  });
}

/** Where a summary that followed nothing yet was made from. */
function rememberedPlace({ sheet, address }: OrdersSource): Place | undefined {
  const area = areaOfAddress(address);
  return area && { sheet, area };
}

const areaOf = (range: Excel.Range): Area => ({
  row: range.rowIndex,
  column: range.columnIndex,
  rows: range.rowCount,
  columns: range.columnCount,
});

async function describe(
  context: Excel.RequestContext,
  sheetName: string,
  selected: Area,
): Promise<SelectionDescription> {
  const own = (await knownSheets(context)).find((sheet) => sheet.name === sheetName)?.key;
  if (own !== null && own !== undefined) {
    throw new ExcelProblem("ownSheetSelected", { sheet: sheetName, key: own });
  }
  const found = await placeOf(context, sheetName, selected);
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const range = rangeOf(sheet, found.area);
  const head = rangeOf(sheet, { ...found.area, rows: Math.min(found.area.rows, HEAD_ROWS) });
  const columnsUsed = range.getEntireColumn().getUsedRangeOrNullObject(true);
  head.load("values,numberFormat");
  columnsUsed.load("rowIndex,rowCount");
  range.load("rowHidden");
  await context.sync();
  const rows = checkedRows(head.values, Math.min(found.area.rows, HEAD_ROWS), found.area.columns);
  if (rows === undefined) throw new ExcelProblem("valuesMissing", { sheet: sheetName });
  return {
    place: placeIn(sheetName, found.area),
    origin: found.origin,
    selected: addressOf(selected),
    tableName: found.table?.name ?? null,
    tableColumns: found.table?.isPlain === true ? (rows[0] ?? []).map(String) : null,
    toLastRow:
      columnsUsed.isNullObject ||
      found.area.row + found.area.rows >= columnsUsed.rowIndex + columnsUsed.rowCount,
    // Null where some are and some are not.
    hasHiddenRows: range.rowHidden !== false,
    head: rows,
    headFormats: textRows(head.numberFormat),
  };
}

const placeIn = (sheet: string, area: Area): SelectionPlace => ({
  sheet,
  address: addressOf(area),
  firstRow: area.row,
  firstColumn: area.column,
  rowCount: area.rows,
  columnCount: area.columns,
});

const textRows = (formats: unknown): readonly (readonly string[])[] =>
  Array.isArray(formats)
    ? formats.map((row) => (Array.isArray(row) ? row.map((format) => String(format ?? "")) : []))
    : [];

interface FoundPlace {
  readonly area: Area;
  readonly origin: PlaceOrigin;
  readonly table: FoundTable | undefined;
}

/** From what is selected to the cells to read: one cell stands for its table or region, empty borders fall away. */
async function placeOf(
  context: Excel.RequestContext,
  sheetName: string,
  selected: Area,
): Promise<FoundPlace> {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const range = rangeOf(sheet, selected);
  const oneCell = selected.rows === 1 && selected.columns === 1;
  const table = await tableAt(context, range);
  if (table !== undefined && oneCell) {
    return { area: checked(table.area, sheetName), origin: "table", table };
  }
  const used = oneCell ? range.getSurroundingRegion() : range.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (used.isNullObject) throw new ExcelProblem("emptySelection", { sheet: sheetName });
  const area = areaOf(used);
  if (oneCell && area.rows * area.columns === 1) {
    throw new ExcelProblem("oneCell", { sheet: sheetName, address: addressOf(area) });
  }
  if (table !== undefined && coversBody(area, table)) {
    const whole = { ...area, row: table.area.row, rows: table.area.rows };
    const grown = whole.rows !== area.rows;
    return {
      area: checked(whole, sheetName),
      origin: grown ? "table" : originOf(area, selected, oneCell),
      table,
    };
  }
  const origin = originOf(area, selected, oneCell);
  const whole = oneCell && area.columns < FEWEST_COLUMNS ? await inAllColumns(context, sheet, area) : area;
  return { area: checked(whole, sheetName), origin, table: undefined };
}

/** The same rows in all filled columns of the sheet. */
async function inAllColumns(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  rows: Area,
): Promise<Area> {
  const used = sheet.getUsedRange(true).load("columnIndex,columnCount");
  await context.sync();
  return { ...rows, column: used.columnIndex, columns: used.columnCount };
}

function originOf(area: Area, selected: Area, oneCell: boolean): PlaceOrigin {
  if (oneCell) return "region";
  return addressOf(area) === addressOf(selected) ? "selection" : "usedRange";
}

function checked(area: Area, sheet: string): Area {
  const details = { sheet, address: addressOf(area) };
  if (area.rows === 1) throw new ExcelProblem("oneRow", details);
  if (area.rows * area.columns > MOST_CELLS) {
    throw new ExcelProblem("tooManyCells", {
      ...details,
      cells: area.rows * area.columns,
      most: MOST_CELLS,
    });
  }
  return area;
}

interface FoundTable {
  readonly name: string;
  readonly area: Area;
  /** Its first row is the headings, its last one no totals. */
  readonly isPlain: boolean;
}

async function tableAt(context: Excel.RequestContext, range: Excel.Range): Promise<FoundTable | undefined> {
  const tables = range.getTables(false).load("items/name,items/showHeaders,items/showTotals");
  await context.sync();
  const [table] = tables.items;
  if (table === undefined || tables.items.length > 1) return undefined;
  const whole = table.getRange().load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  return { name: table.name, area: areaOf(whole), isPlain: table.showHeaders && !table.showTotals };
}

async function tableNow(
  context: Excel.RequestContext,
  name: string,
): Promise<{ readonly sheet: string; readonly area: Area } | undefined> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  const range = table.getRange().load("address,rowIndex,columnIndex,rowCount,columnCount");
  table.worksheet.load("name");
  await context.sync();
  return table.isNullObject ? undefined : { sheet: table.worksheet.name, area: areaOf(range) };
}

/** Whether the area holds every row of the table, with or without its heading, and no row beyond it. */
function coversBody(area: Area, table: FoundTable): boolean {
  const { row, rows, column, columns } = table.area;
  const firstFits = area.row === row || area.row === row + 1;
  const insideColumns = area.column >= column && area.column + area.columns <= column + columns;
  return firstFits && area.row + area.rows === row + rows && insideColumns;
}

/** Why `getSelectedRange` failed: it does for several areas, charts, shapes and chart sheets alike. */
async function whyNoRange(context: Excel.RequestContext, error: unknown): Promise<ExcelProblem> {
  const problem = problemOf(error);
  if (problem.code !== "notARange" && problem.code !== "unexpected" && problem.code !== "sheetMissing")
    return problem;
  if (await answers(context, () => context.workbook.getActiveChartOrNullObject().load("name"))) {
    return new ExcelProblem("chartSelected", {}, { cause: error });
  }
  if (
    supports("1.19") &&
    (await answers(context, () => context.workbook.getActiveShapeOrNullObject().load("name")))
  ) {
    return new ExcelProblem("shapeSelected", {}, { cause: error });
  }
  const areas = await areasSelected(context);
  if (areas > 1) return new ExcelProblem("severalAreas", { areas }, { cause: error });
  const code = areas === 0 ? "noSelection" : "notARange";
  return new ExcelProblem(code, {}, { cause: error });
}

/** Whether an object that may be null is there; a failure counts as no. */
async function answers(
  context: Excel.RequestContext,
  ask: () => { readonly isNullObject: boolean },
): Promise<boolean> {
  try {
    const object = ask();
    await context.sync();
    return !object.isNullObject;
  } catch {
    return false;
  }
}

async function areasSelected(context: Excel.RequestContext): Promise<number> {
  try {
    const ranges = context.workbook.getSelectedRanges().load("areaCount");
    await context.sync();
    return ranges.areaCount;
  } catch {
    return 0;
  }
}

/** The active cell as `Sheet` and `A1`, for what belongs beside it. */
export const activeCell = (): Promise<{ readonly sheet: string; readonly address: string }> =>
  inWorkbook(async (context) => {
    const cell = context.workbook.getActiveCell().load("address");
    cell.worksheet.load("name");
    await context.sync();
    return { sheet: cell.worksheet.name, address: withoutSheet(cell.address) };
  });
