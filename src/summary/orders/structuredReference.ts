/** The user's Excel table that holds the orders. */
export interface SourceTable {
  readonly name: string;
  /** The headings of the columns that were read, from the first. */
  readonly headings: readonly string[];
}

/** Beside letters, digits, spaces and underscores a column's name stands in brackets of its own. */
const NOT_PLAIN = /[^\p{L}\p{N} _]/u;
/** What a formula cannot hold for certain: spaces at the ends, line breaks, quotation marks. */
const UNSAFE = /^\s|\s$|\p{Cc}|"/u;

/**
 * The cells of a table's column without heading and totals, as `Orders[Amount]` or `Orders[[Net, total]]`: Excel keeps it
 * at the table's rows however many there are. undefined where the heading cannot be written in a formula.
 * https://support.microsoft.com/office/using-structured-references-with-excel-tables
 */
export function columnOfTable({ name, headings }: SourceTable, column: number): string | undefined {
  const heading = headings[column] ?? "";
  if (heading === "" || UNSAFE.test(heading)) return undefined;
  const escaped = heading.replace(/['[\]#@]/g, "'$&");
  return NOT_PLAIN.test(heading) ? `${name}[[${escaped}]]` : `${name}[${escaped}]`;
}
