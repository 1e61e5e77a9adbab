import type { StartSheet } from "../grid/workbookData";

/** What a function's entry in the add-in's catalogue says, as far as the sheet shows it. */
export interface CatalogueEntry {
  readonly name: string;
  readonly summary: string;
  readonly example: { readonly formula: string; readonly result: string };
}

/** Rows that a printed result takes: `{1, 2; 3, 4}` takes two. */
export const rowsOf = (result: string): number =>
  result.startsWith("{") ? result.replace(/"(?:[^"]|"")*"/g, "").split(";").length : 1;

/**
 * Every function once, with the example of its help and room for the results that spill. The printed answer stands
 * beside the calculated one, so that anyone can compare.
 */
export function exampleSheet(entries: readonly CatalogueEntry[]): StartSheet {
  const rows: string[][] = [["Function", "What it gives", "Printed in its help", "Calculated here"]];
  for (const { name, summary, example } of entries) {
    // A word joiner keeps the printed answer a text to be read.
    rows.push([name, summary, `\u2060${example.result}`, example.formula]);
    for (let more = rowsOf(example.result); more > 1; more--) rows.push([]);
  }
  return {
    name: "Every function",
    rows,
    formulas: true,
    columnWidths: [190, 420, 230, 110],
    frozenRows: 1,
    boldHeader: true,
  };
}
