/**
 * A formula with its relative rows counted from its own row, so that a column filled downwards has one shape. Texts
 * and quoted sheet names stay; so do functions that look like cells, such as LOG10(.
 */
const PARTS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3})([1-9]\d{0,6})(?![\p{L}\p{N}_.(])/gu;

export const formulaShape = (formula: string, row: number): string =>
  formula.replace(PARTS, (part, column: string | undefined, line: string | undefined) =>
    column === undefined || line === undefined ? part : `${column}[${Number(line) - row}]`,
  );
