import type { FWorkbook } from "@univerjs/sheets/facade";
import { absoluteAddressOf, quoteSheetName, rectOf, splitAddress } from "../rect";
import type { Rect } from "../rect";
import { fromAlias, tableAlias, toAlias } from "./tableAlias";
import type { CellMatrix } from "./univerWorkbook";

const TEXT = String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'`;
const COLUMN = String.raw`(?:[^[\]'#@]|'.)+`;
/** `Orders[Amount]`, `Orders[[Net, total]]`; texts and quoted sheets are passed over. */
const COLUMN_OF_TABLE = new RegExp(
  String.raw`${TEXT}|(?<![\p{L}\p{N}_.\]])(?<table>[\p{L}_][\p{L}\p{N}_.]*)\[(?:\[(?<inner>${COLUMN})\]|(?<plain>${COLUMN}))\]`,
  "gu",
);
const WORD = new RegExp(String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*`, "gu");
const NOT_PLAIN = /[^\p{L}\p{N} _]/u;

/** A heading as a structured reference writes it: https://support.microsoft.com/office/f5ed2452-2337-4f71-bed3-c8ae6d2b276e */
function inBrackets(heading: string): string {
  const escaped = heading.replace(/['[\]#@]/g, "'$&");
  return NOT_PLAIN.test(heading) ? `[[${escaped}]]` : `[${escaped}]`;
}

/**
 * Univer 0.25.1 reads few column names in structured references, and two references of one call as one. Inside the grid
 * the column of a table is therefore a workbook name. Formulas are translated on their way in and out, so that they
 * follow a table that grows, moves or is renamed, as Excel's do.
 */
export class TableColumns {
  /** The tables' names by id. */
  readonly names = new Map<string, string>();
  /** The table that a name in the grid belongs to. */
  private readonly tableOf = new Map<string, string>();

  constructor(
    private readonly workbook: () => FWorkbook,
    private readonly cellsOf: (sheet: string) => CellMatrix,
  ) {}

  toGrid(formula: string): string {
    if (this.names.size === 0) return formula;
    const translated = formula.includes("[")
      ? formula.replace(COLUMN_OF_TABLE, (found, ...rest) => {
          const { table, inner, plain } = rest.at(-1) as Partial<Record<"table" | "inner" | "plain", string>>;
          const heading = (inner ?? plain ?? "").replace(/'(.)/gu, "$1");
          return table === undefined ? found : (this.nameFor(table, heading) ?? found);
        })
      : formula;
    return toAlias(translated, this.names.values());
  }

  fromGrid(formula: string): string {
    const translated =
      this.tableOf.size === 0
        ? formula
        : formula.replace(WORD, (word) => (this.tableOf.has(word) ? this.referenceOf(word) : word));
    return fromAlias(translated);
  }

  /** The table has other rows now: the names of its columns reach as far. */
  follow(id: string): void {
    const body = this.bodyOf(id);
    for (const [name, table] of this.tableOf) {
      const cells = this.cellsOfName(name);
      if (table !== id || !body || !cells) continue;
      this.define(name, { ...body, column: cells.column, columns: 1 });
    }
  }

  private nameFor(table: string, heading: string): string | undefined {
    const id = [...this.names].find(([, name]) => name.toLowerCase() === table.toLowerCase())?.[0];
    const body = id === undefined ? undefined : this.bodyOf(id);
    if (id === undefined || !body) return undefined;
    const wanted = heading.toLowerCase();
    for (let column = body.column; column < body.column + body.columns; column++) {
      if (this.headingAt(body, column).toLowerCase() === wanted) return this.nameOf(id, body, column);
    }
    return undefined;
  }

  private nameOf(id: string, body: Rect, column: number): string {
    for (const [name, table] of this.tableOf) {
      if (table === id && this.cellsOfName(name)?.column === column) return name;
    }
    const words = `${this.names.get(id) ?? ""}_${this.headingAt(body, column)}`;
    const plain = tableAlias(words.replace(/[^\p{L}\p{N}]/gu, "_"));
    let name = plain;
    for (let copy = 2; this.tableOf.has(name); copy++) name = `${plain}${tableAlias("_")}${copy}`;
    this.tableOf.set(name, id);
    this.define(name, { ...body, column, columns: 1 });
    return name;
  }

  private referenceOf(name: string): string {
    const id = this.tableOf.get(name) ?? "";
    const table = this.names.get(id);
    const body = this.bodyOf(id);
    const cells = this.cellsOfName(name);
    // A table that became a range again leaves its cells to the formulas.
    if (table === undefined || !body || !cells) return this.textOf(name);
    return table + inBrackets(this.headingAt(body, cells.column));
  }

  private define(name: string, rect: Rect): void {
    const sheet = this.workbook().getSheetBySheetId(rect.sheet)?.getSheetName() ?? "";
    const reference = `${quoteSheetName(sheet)}!${absoluteAddressOf(rect)}`;
    const known = this.workbook().getDefinedName(name);
    if (!known) this.workbook().insertDefinedName(name, reference);
    else if (known.getFormulaOrRefString() !== reference) known.setRef(reference);
  }

  private textOf(name: string): string {
    return this.workbook().getDefinedName(name)?.getFormulaOrRefString().replace(/^=/, "") ?? "#REF!";
  }

  private cellsOfName(name: string): Rect | undefined {
    const text = this.textOf(name);
    if (text.includes("#REF!")) return undefined;
    const { sheetName, cells } = splitAddress(text);
    const sheet = this.workbook()
      .getSheetByName(sheetName ?? "")
      ?.getSheetId();
    return sheet === undefined ? undefined : rectOf(sheet, cells);
  }

  private bodyOf(id: string): Rect | undefined {
    const info = this.workbook().getTableInfo(id);
    if (!info) return undefined;
    const { startRow, endRow, startColumn, endColumn } = info.range;
    const columns = endColumn - startColumn + 1;
    return {
      sheet: info.subUnitId,
      row: startRow + 1,
      column: startColumn,
      rows: endRow - startRow,
      columns,
    };
  }

  private headingAt(body: Rect, column: number): string {
    return String(this.cellsOf(body.sheet)[body.row - 1]?.[column]?.v ?? "");
  }
}
