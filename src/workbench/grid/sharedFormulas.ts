import type { LexerTreeBuilder } from "@univerjs/engine-formula";
import type { CellMatrix } from "./univerWorkbook";

const PARTS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3})([1-9]\d{0,6})(?![\p{L}\p{N}_.(])/gu;

/**
 * A formula with its relative rows counted from its own row, so that a column filled downwards has one shape. Texts
 * and quoted sheet names stay; so do functions that look like cells, such as LOG10(.
 */
export const formulaShape = (formula: string, row: number): string =>
  formula.replace(PARTS, (part, column: string | undefined, line: string | undefined) =>
    column === undefined || line === undefined ? part : `${column}[${Number(line) - row}]`,
  );

const ONE_END_FIXED = /\$\d+:\$?[A-Z]{1,3}\d|[A-Z]\d+:\$?[A-Z]{1,3}\$\d/;

/**
 * Whether a formula may be written as a share of the one above it. Not where a range has one fixed end, as `B$5:B7`:
 * shared, Univer 0.25.1 counts such growing ranges wrongly (test/excel/wholePath.test.ts has the cohorts' triangle).
 */
export const isShareable = (formula: string): boolean => !ONE_END_FIXED.test(formula);

interface Origin {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Tells the formulas of cells that share another's. Univer looks through the sheet for that other one, for each cell
 * anew; here all are found in one pass, when the first is asked for.
 */
export function sharedFormulas(
  cells: CellMatrix,
  lexer: LexerTreeBuilder,
): (share: string, row: number, column: number) => string {
  let origins: Map<string, Origin> | undefined;
  return (share, row, column) => {
    origins ??= originsIn(cells);
    const origin = origins.get(share);
    if (!origin) return "";
    return lexer.moveFormulaRefOffset(origin.formula, column - origin.column, row - origin.row);
  };
}

function originsIn(cells: CellMatrix): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const row in cells) {
    for (const column in cells[Number(row)]) {
      const { f: formula, si: share } = cells[Number(row)]?.[Number(column)] ?? {};
      if (formula && share) origins.set(share, { formula, row: Number(row), column: Number(column) });
    }
  }
  return origins;
}
