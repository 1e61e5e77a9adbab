import { CellValueType, generateRandomId } from "@univerjs/core";
import type { ICellData, Nullable } from "@univerjs/core";
import { SetRangeCustomMetadataCommand, SetStyleCommand } from "@univerjs/sheets";
import { SHEET_COLUMNS, SHEET_ROWS } from "../rect";
import type { Rect } from "../rect";
import type { Backend, CellValue, Entry } from "./backend";
import { formulaShape, isShareable, sharedFormulas } from "./sharedFormulas";
import { fromUniverStyle, toUniverStyle } from "./univerStyle";
import type { CellMatrix, UniverWorkbook } from "./univerWorkbook";

/**
 * Cells of the grid. Reads go to the cell matrix: `FRange.getValues` gives formatted text of 12 digits and is 200 times
 * slower. Writes are one mutation each, not a command, which spares the undo stack and the row heights.
 */

function asCellData(entry: Entry): ICellData | undefined {
  if (entry.kind === "leave") return undefined;
  if (entry.kind === "empty") return { v: null, f: null, si: null, p: null };
  if (entry.kind === "formula") return { f: entry.formula, v: null, si: null, p: null };
  const { value, numberFormat } = entry;
  const t =
    typeof value === "number"
      ? CellValueType.NUMBER
      : typeof value === "boolean"
        ? CellValueType.BOOLEAN
        : CellValueType.STRING;
  const cell: ICellData = {
    v: typeof value === "boolean" ? Number(value) : value,
    t,
    f: null,
    si: null,
    p: null,
  };
  return numberFormat === undefined ? cell : { ...cell, s: toUniverStyle({ numberFormat }) };
}

/**
 * A formula that repeats the one above is written as a share of it, as filling down would: the grid then parses it
 * once instead of once a row.
 */
function shareFormulas(rect: Rect, entries: readonly (readonly Entry[])[], cells: CellMatrix): void {
  for (let j = 0; j < rect.columns; j++) {
    let shape: string | null = null;
    let first: Nullable<ICellData>;
    entries.forEach((line, i) => {
      const entry = line[j];
      const cell = cells[rect.row + i]?.[rect.column + j];
      const isShared = entry?.kind === "formula" && cell && isShareable(entry.formula);
      const own = isShared ? formulaShape(entry.formula, rect.row + i) : null;
      if (own === null || own !== shape || !cell || !first) first = cell;
      else {
        first.si ??= generateRandomId();
        Object.assign(cell, { f: null, si: first.si });
      }
      shape = own;
    });
  }
}

/**
 * Univer hands a shared formula on when its first cell is overwritten, but not when by the same formula: the cells
 * below would lose theirs. As the first of a new share it is not the same.
 */
function handOnShares(rect: Rect, planned: CellMatrix, cells: CellMatrix): void {
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    for (const column in planned[row]) {
      const cell = planned[row]?.[Number(column)];
      if (cell?.f && !cell.si && cells[row]?.[Number(column)]?.si) cell.si = generateRandomId();
    }
  }
}

/** A new style must not make a number of a text such as "00123": Univer guesses the type anew without it. */
function keepingText(cell: Nullable<ICellData>, patch: ICellData): ICellData {
  return cell?.t === CellValueType.STRING && !cell.f && !cell.si ? { ...patch, v: cell.v, t: cell.t } : patch;
}

/**
 * Univer looks for shared formulas in all cells of a sheet whenever some are written, so that many writes would take
 * their square in time. It need not where there are none in question; this trigger tells it so.
 */
const NO_FORMULAS = SetRangeCustomMetadataCommand.id;

/** Whether any of these cells holds a formula now. */
function overwritesFormula(planned: CellMatrix, cells: CellMatrix): boolean {
  for (const row in planned) {
    for (const column in planned[Number(row)]) {
      const cell = cells[Number(row)]?.[Number(column)];
      if (cell?.f || cell?.si) return true;
    }
  }
  return false;
}

function valueOf(cell: Nullable<ICellData>): CellValue {
  const value = cell?.v;
  if (value === null || value === undefined) return "";
  return cell?.t === CellValueType.BOOLEAN ? Boolean(value) : value;
}

export function hasFormula(cells: CellMatrix): boolean {
  for (const row in cells) {
    for (const column in cells[Number(row)]) {
      const cell = cells[Number(row)]?.[Number(column)];
      if (cell?.f || cell?.si) return true;
    }
  }
  return false;
}

function eachPlace(rect: Rect, visit: (row: number, column: number) => void): void {
  for (let row = rect.row; row < rect.row + rect.rows; row++)
    for (let column = rect.column; column < rect.column + rect.columns; column++) visit(row, column);
}

const PIXELS_A_POINT = 4 / 3;
/** Of Calibri, as Excel makes rows: 20 pixels for 11 points, 25 for 14. */
const LINE_HEIGHT = 1.33;
const MOST_ROWS_MADE_HIGHER = 100;

type CellActions = Pick<
  Backend,
  "used" | "values" | "formulas" | "texts" | "styles" | "write" | "style" | "clearStyle"
>;

/** `written` is told of each write, and whether formulas were in it. */
export function cellActions(grid: UniverWorkbook, written: (hasFormulas: boolean) => void): CellActions {
  const { workbook, sheetOf, cellsOf, spillsOf, grow, clip, put } = grid;

  function each<T>(rect: Rect, read: (cell: Nullable<ICellData>, row: number, column: number) => T): T[][] {
    const cells = cellsOf(rect.sheet);
    const spills = spillsOf(rect.sheet);
    const out: T[][] = [];
    for (let row = rect.row; row < rect.row + rect.rows; row++) {
      const line: T[] = [];
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        const own = cells[row]?.[column];
        const spilled = spills?.[row]?.[column];
        line.push(read(spilled ? { ...own, ...spilled } : own, row, column));
      }
      out.push(line);
    }
    return out;
  }

  /** Cells that looked alike look alike afterwards: Univer works the new style out for the first of them. */
  function restyle(rect: Rect, patch: ICellData): void {
    const cells = cellsOf(rect.sheet);
    const inside = rect.rows === SHEET_ROWS || rect.columns === SHEET_COLUMNS ? clip(rect) : rect;
    const first: CellMatrix = {};
    const firstWith = new Map<ICellData["s"], readonly [row: number, column: number]>();
    eachPlace(inside, (row, column) => {
      const cell = cells[row]?.[column];
      if (firstWith.has(cell?.s) && !cell?.p) return;
      firstWith.set(cell?.s, [row, column]);
      (first[row] ??= {})[column] = keepingText(cell, patch);
    });
    put(rect, first, SetStyleCommand.id);
    const styles = new Map(
      [...firstWith].map(([before, [row, column]]) => [before, cells[row]?.[column]?.s]),
    );
    eachPlace(inside, (row, column) => {
      if (first[row]?.[column]) return;
      const cell = cells[row]?.[column];
      const style = styles.get(cell?.s);
      if (style === cell?.s) return;
      if (!cell) (cells[row] ??= {})[column] = { s: style };
      else if (style) cell.s = style;
      else delete cell.s;
    });
  }

  /** Excel makes rows higher for larger letters; a mutation alone does not. */
  function makeRoom(rect: Rect, fontSize: number): void {
    const needed = Math.round(fontSize * PIXELS_A_POINT * LINE_HEIGHT);
    const sheet = sheetOf(rect.sheet);
    for (let row = rect.row; row < rect.row + Math.min(rect.rows, MOST_ROWS_MADE_HIGHER); row++) {
      if (sheet.getRowHeight(row) < needed) sheet.setRowHeight(row, needed);
    }
  }

  return {
    used(id, valuesOnly) {
      let top = Infinity;
      let left = Infinity;
      let bottom = -1;
      let right = -1;
      for (const matrix of [cellsOf(id), spillsOf(id) ?? {}]) {
        for (const [rowKey, line] of Object.entries(matrix)) {
          const row = Number(rowKey);
          for (const columnKey in line) {
            const cell = line[Number(columnKey)];
            const filled =
              cell && (cell.f || cell.si || (cell.v !== undefined && cell.v !== null && cell.v !== ""));
            if (!filled && (valuesOnly || !cell?.s)) continue;
            const column = Number(columnKey);
            if (row < top) top = row;
            if (row > bottom) bottom = row;
            if (column < left) left = column;
            if (column > right) right = column;
          }
        }
      }
      return bottom < 0
        ? null
        : { sheet: id, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
    },
    values: (rect) => each(rect, valueOf),
    formulas(rect) {
      const shared = sharedFormulas(cellsOf(rect.sheet), grid.lexer);
      return each(rect, (cell, row, column) => {
        const formula = cell?.f || (cell?.si && shared(cell.si, row, column));
        return formula ? grid.tables.fromGrid(formula) : valueOf(cell);
      });
    },
    texts: (rect) =>
      each(rect, (cell, row, column) =>
        valueOf(cell) === "" ? "" : String(sheetOf(rect.sheet).getRange(row, column).getDisplayValue() ?? ""),
      ),
    styles(rect) {
      const styles = workbook().getWorkbook().getStyles();
      return each(rect, (cell) => (cell?.s ? fromUniverStyle(styles.getStyleByCell(cell)) : {}));
    },
    write(rect, entries) {
      grow(rect);
      const cellValue: CellMatrix = {};
      let hasFormulas = false;
      let isLeft = true;
      entries.forEach((line, i) => {
        const out: Record<number, ICellData> = {};
        line.forEach((entry, j) => {
          const cell = asCellData(entry);
          if (!cell) return;
          isLeft = false;
          if (entry.kind === "formula") hasFormulas = true;
          out[rect.column + j] = cell;
        });
        cellValue[rect.row + i] = out;
      });
      // Univer walks through the whole workbook after each change.
      if (isLeft) return;
      if (hasFormulas) {
        shareFormulas(rect, entries, cellValue);
        handOnShares(rect, cellValue, cellsOf(rect.sheet));
      }
      const isPlain =
        !hasFormulas && !spillsOf(rect.sheet) && !overwritesFormula(cellValue, cellsOf(rect.sheet));
      put(rect, cellValue, isPlain ? NO_FORMULAS : undefined);
      written(hasFormulas);
    },
    style(rect, style) {
      if (rect.rows < SHEET_ROWS && rect.columns < SHEET_COLUMNS) grow(rect);
      restyle(rect, { s: toUniverStyle(style) });
      if (style.fontSize !== undefined) makeRoom(rect, style.fontSize);
    },
    clearStyle(rect) {
      restyle(rect, { s: null });
    },
  };
}
