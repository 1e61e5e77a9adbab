import type { CellValue } from "../grid/backend";
import {
  assertOnSheet,
  cellCount,
  isUnbounded,
  intersection,
  rectOf,
  SHEET_COLUMNS,
  SHEET_ROWS,
  splitAddress,
} from "../rect";
import type { Rect } from "../rect";
import { conditionalFormats } from "./conditionalFormats";
import { assertNotProtected, fullAddress, sheetExists, sheetParts } from "./context";
import type { HostContext } from "./context";
import { dataValidation } from "./dataValidation";
import { hostError, itemNotFound } from "./errors";
import { choiceArgument, isHostObject, textArgument, wholeArgument } from "./hostObject";
import type { HostObject } from "./hostObject";
import { getHyperlink, setHyperlink } from "./hyperlinks";
import { deleteCells, insertCells } from "./insertCells";
import { applyNamedStyle, namedStyleOf } from "./namedStyles";
import { putCells, putNumberFormats, spread } from "./putCells";
import { rangeFormat } from "./rangeFormat";
import { tablesIn } from "./tables";
import { worksheet } from "./worksheet";
import { surroundingRegion } from "./surroundingRegion";

/** Past this count `values` is null, without an error: OfficeDev/office-js issue 6781 (PLATFORM.md, section 4). */
const READ_LIMIT_CELLS = 5_000_000;

const ERROR_VALUE = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA)$/;

/** A range argument: a range object or an address. */
export function rangeArgument(context: HostContext, sheet: string, value: unknown, name: string): Rect {
  if (isHostObject(value) && value.rect) return value.rect;
  return rectOfAddress(context, sheet, textArgument(value, name));
}

/** Cells of `A1:B2`, of `Sheet!A1:B2` or of a workbook name. */
export function rectOfAddress(context: HostContext, sheet: string, address: string): Rect {
  const { sheetName, cells } = splitAddress(address);
  const home = sheetName === null ? sheet : context.backend.sheets().find((s) => s.name === sheetName)?.id;
  if (home === undefined) throw itemNotFound();
  const named = context.parts.names.find((part) => part.name.toLowerCase() === cells.toLowerCase());
  return named ? rectOfAddress(context, sheet, named.formula.replace(/^=/, "")) : rectOf(home, cells);
}

function valueTypeOf(value: CellValue): string {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return ERROR_VALUE.test(value) ? "Error" : "String";
}

function clear(context: HostContext, rect: Rect, applyTo: unknown): void {
  assertNotProtected(context, rect.sheet);
  const what = choiceArgument(
    applyTo ?? "All",
    ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks", "ResetContents"],
    "applyTo",
  );
  const used = context.backend.used(rect.sheet, false);
  const cells = used ? intersection(rect, used) : null;
  const parts = sheetParts(context, rect.sheet);
  if (what === "All" || what === "Contents" || what === "ResetContents") {
    if (cells)
      context.backend.write(
        cells,
        spread(cells, null).map((row) => row.map(() => ({ kind: "empty" }))),
      );
  }
  if (what === "All" || what === "Formats") {
    if (cells) context.backend.clearStyle(cells);
    parts.namedStyles = parts.namedStyles.filter((style) => !intersection(style.rect, rect));
    parts.conditionalFormats = parts.conditionalFormats.filter(
      (format) => !format.areas.every((area) => intersection(area, rect)),
    );
  }
  if (what !== "Contents" && what !== "Formats") {
    parts.links = parts.links.filter((link) => !intersection(link.rect, rect));
  }
  if (what === "All") {
    parts.validations = parts.validations.filter((validation) => !intersection(validation.rect, rect));
  }
  context.changed();
}

function usedWithin(context: HostContext, rect: Rect, valuesOnly: unknown): Rect | null {
  const used = context.backend.used(rect.sheet, valuesOnly === true);
  return used ? intersection(used, rect) : null;
}

export function range(context: HostContext, rect: Rect): HostObject {
  assertOnSheet(rect);
  const { backend } = context;
  const at = (change: Partial<Rect>): HostObject => range(context, { ...rect, ...change });
  const cells = <T>(read: () => T): T | null =>
    isUnbounded(rect) || cellCount(rect) > READ_LIMIT_CELLS ? null : read();
  const intersect = (other: unknown): Rect | null =>
    intersection(rect, rangeArgument(context, rect.sheet, other, "anotherRange"));

  return {
    type: "Range",
    rect,
    exists: () => sheetExists(context, rect.sheet),
    get: {
      address: () => fullAddress(context, rect),
      addressLocal: () => fullAddress(context, rect),
      rowCount: () => rect.rows,
      columnCount: () => rect.columns,
      rowIndex: () => rect.row,
      columnIndex: () => rect.column,
      cellCount: () => (cellCount(rect) > 2 ** 31 - 1 ? -1 : cellCount(rect)),
      isEntireColumn: () => rect.rows === SHEET_ROWS,
      isEntireRow: () => rect.columns === SHEET_COLUMNS,
      values: () => cells(() => backend.values(rect)),
      formulas: () => cells(() => backend.formulas(rect)),
      text: () => cells(() => backend.texts(rect)),
      valueTypes: () => cells(() => backend.values(rect).map((row) => row.map(valueTypeOf))),
      numberFormat: () =>
        cells(() => backend.styles(rect).map((row) => row.map((style) => style.numberFormat ?? "General"))),
      hyperlink: () => getHyperlink(context, rect),
      style: () => namedStyleOf(context, rect),
      hidden: () => backend.rowsHidden(rect),
      rowHidden: () => backend.rowsHidden(rect),
      columnHidden: () => false,
      left: () => points(backend.position(rect.sheet, rect.row, rect.column).left),
      top: () => points(backend.position(rect.sheet, rect.row, rect.column).top),
      width: () =>
        points(edge(context, rect).left - backend.position(rect.sheet, rect.row, rect.column).left),
      height: () => points(edge(context, rect).top - backend.position(rect.sheet, rect.row, rect.column).top),
    },
    set: {
      values: (input) => putCells(context, rect, input),
      formulas: (input) => putCells(context, rect, input),
      numberFormat: (input) => putNumberFormats(context, rect, input),
      hyperlink: (input) => setHyperlink(context, rect, input),
      rowHidden: (input) => backend.hideRows(rect.sheet, rect.row, rect.rows, input === true),
      style: (input) => applyNamedStyle(context, rect, textArgument(input, "style")),
    },
    child: {
      format: () => rangeFormat(context, rect),
      worksheet: () => worksheet(context, rect.sheet),
      dataValidation: () => dataValidation(context, rect),
      conditionalFormats: () => conditionalFormats(context, rect),
    },
    call: {
      getCell: (row, column) =>
        at({
          row: rect.row + wholeArgument(row, "row"),
          column: rect.column + wholeArgument(column, "column"),
          rows: 1,
          columns: 1,
        }),
      getOffsetRange: (rows, columns) =>
        at({
          row: rect.row + wholeArgument(rows, "rowOffset"),
          column: rect.column + wholeArgument(columns, "columnOffset"),
        }),
      getResizedRange: (rows, columns) =>
        at({
          rows: rect.rows + wholeArgument(rows, "deltaRows"),
          columns: rect.columns + wholeArgument(columns, "deltaColumns"),
        }),
      getAbsoluteResizedRange: (rows, columns) =>
        at({ rows: wholeArgument(rows, "numRows"), columns: wholeArgument(columns, "numColumns") }),
      getRow: (row) => at({ row: rect.row + wholeArgument(row, "row"), rows: 1 }),
      getColumn: (column) => at({ column: rect.column + wholeArgument(column, "column"), columns: 1 }),
      getLastRow: () => at({ row: rect.row + rect.rows - 1, rows: 1 }),
      getLastColumn: () => at({ column: rect.column + rect.columns - 1, columns: 1 }),
      getLastCell: () =>
        at({ row: rect.row + rect.rows - 1, column: rect.column + rect.columns - 1, rows: 1, columns: 1 }),
      getEntireColumn: () => at({ row: 0, rows: SHEET_ROWS }),
      getEntireRow: () => at({ column: 0, columns: SHEET_COLUMNS }),
      getIntersection: (other) => {
        const common = intersect(other);
        if (!common) throw itemNotFound();
        return range(context, common);
      },
      getIntersectionOrNullObject: (other) => {
        const common = intersect(other);
        return common && range(context, common);
      },
      getUsedRange: (valuesOnly) => {
        const used = usedWithin(context, rect, valuesOnly);
        return used ? range(context, used) : at({ rows: 1, columns: 1 });
      },
      getUsedRangeOrNullObject: (valuesOnly) => {
        const used = usedWithin(context, rect, valuesOnly);
        return used && range(context, used);
      },
      getBoundingRect: (other) => {
        const second = rangeArgument(context, rect.sheet, other, "anotherRange");
        const row = Math.min(rect.row, second.row);
        const column = Math.min(rect.column, second.column);
        return at({
          row,
          column,
          rows: Math.max(rect.row + rect.rows, second.row + second.rows) - row,
          columns: Math.max(rect.column + rect.columns, second.column + second.columns) - column,
        });
      },
      // office.js asks this before it sends more than 1,500 cells in pieces.
      _ValidateArraySize: (rows, columns) => {
        if (rows !== rect.rows || columns !== rect.columns) {
          throw hostError(
            "InvalidArgument",
            "The number of rows or columns in the input array doesn't match the range.",
          );
        }
      },
      getSurroundingRegion: () => range(context, surroundingRegion(backend, rect)),
      getTables: (fullyContained) => tablesIn(context, rect, fullyContained === true),
      insert: () => {
        insertCells(context, rect);
        return range(context, rect);
      },
      delete: () => deleteCells(context, rect),
      select: () => backend.select(rect),
      clear: (applyTo) => clear(context, rect, applyTo),
      calculate: () => backend.calculate(),
      merge: (across) => {
        assertNotProtected(context, rect.sheet);
        if (across !== true) backend.merge(rect);
        else for (let i = 0; i < rect.rows; i++) backend.merge({ ...rect, row: rect.row + i, rows: 1 });
      },
      unmerge: () => {
        assertNotProtected(context, rect.sheet);
        backend.unmerge(rect);
      },
      getSpillingToRangeOrNullObject: async () => {
        await backend.settle();
        const spill = backend.spill(rect);
        return spill && range(context, spill);
      },
    },
  };
}

/** Excel measures in points, the grid in pixels of 1/96 inch. */
export const points = (pixels: number): number => pixels * 0.75;

const edge = (context: HostContext, rect: Rect): { left: number; top: number } =>
  context.backend.position(rect.sheet, rect.row + rect.rows, rect.column + rect.columns);

/** What `workbook.getSelectedRanges` gives. */
export function rangeAreas(context: HostContext, rects: readonly Rect[]): HostObject {
  const areas = (): HostObject => ({
    type: "RangeCollection",
    items: () => rects.map((rect) => range(context, rect)),
    call: {
      getCount: () => rects.length,
      getItemAt: (index) => {
        const rect = rects[wholeArgument(index, "index")];
        if (!rect) throw itemNotFound();
        return range(context, rect);
      },
    },
  });
  return {
    type: "RangeAreas",
    get: {
      address: () => rects.map((rect) => fullAddress(context, rect)).join(","),
      areaCount: () => rects.length,
      cellCount: () => rects.reduce((sum, rect) => sum + cellCount(rect), 0),
    },
    child: { areas, worksheet: () => worksheet(context, rects[0]?.sheet ?? "") },
  };
}
