import type { Cell, CellRows, SelectionPlace } from "../orders/cells";
import { inWorkbook } from "./host";
import { ExcelProblem, problemOf, throwIfCancelled } from "./problem";
import type { Watch } from "./progress";

export interface BlockReading extends Watch {
  /** The next rows, in order. `firstRow` is zero-based on the sheet. Awaited before the block after the next is read. */
  readonly onBlock: (rows: CellRows, firstRow: number, formats?: readonly string[]) => void | Promise<void>;
  /** Column, counted from the selection's first, whose number formats go along with each block. */
  readonly formatsOf?: number;
}

/** A request may carry 5 MB on the web: about 100,000 cells of ordinary orders stay far below. */
const CELLS_PER_BLOCK = 100_000;
const FEWEST_ROWS = 500;
const MOST_ROWS = 20_000;

/** Rows per request for so many columns. */
export const rowsPerBlock = (columns: number): number =>
  Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, Math.floor(CELLS_PER_BLOCK / Math.max(1, columns))));

/**
 * Reads a place block by block. While one block is being worked on, the next is already asked for; a block that
 * Excel finds too large is asked for in halves.
 */
export async function readBlocks(place: SelectionPlace, reading: BlockReading): Promise<void> {
  // Someone typing in a cell is told so before anything begins; later requests wait for the cell to be left.
  await inWorkbook(async (context) => {
    context.workbook.worksheets.getItemOrNullObject(place.sheet).load("name");
    await context.sync();
  });
  await inWorkbook(
    async (context) => {
      let size = rowsPerBlock(place.columnCount);
      let working: Promise<void> = Promise.resolve();
      for (let done = 0; done < place.rowCount;) {
        throwIfCancelled(reading.signal);
        const count = Math.min(size, place.rowCount - done);
        const block = await readBlock(context, place, done, count, reading.formatsOf);
        if (block === "tooLarge") {
          size = Math.floor(count / 2);
          continue;
        }
        await working;
        throwIfCancelled(reading.signal);
        working = Promise.resolve(reading.onBlock(block.rows, place.firstRow + done, block.formats));
        // Awaited one block later; a failure until then must not count as unhandled.
        working.catch(() => undefined);
        done += count;
        reading.onProgress?.({ phase: "reading", done, total: place.rowCount });
      }
      await working;
      throwIfCancelled(reading.signal);
    },
    { wait: true },
  );
}

interface ReadBlock {
  readonly rows: CellRows;
  readonly formats: readonly string[] | undefined;
}

async function readBlock(
  context: Excel.RequestContext,
  place: SelectionPlace,
  from: number,
  count: number,
  formatsOf: number | undefined,
): Promise<ReadBlock | "tooLarge"> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const first = place.firstRow + from;
  const range = sheet.getRangeByIndexes(first, place.firstColumn, count, place.columnCount).load("values");
  const formats =
    formatsOf === undefined
      ? undefined
      : sheet.getRangeByIndexes(first, place.firstColumn + formatsOf, count, 1).load("numberFormat");
  try {
    await context.sync();
  } catch (error) {
    const problem = problemOf(error, { sheet: place.sheet });
    if (problem.code === "payloadTooLarge" && count > 1) return "tooLarge";
    throw problem;
  }
  const rows = checkedRows(range.values, count, place.columnCount);
  if (rows === undefined) {
    if (count > 1) return "tooLarge";
    throw new ExcelProblem("valuesMissing", { sheet: place.sheet, row: first + 1 });
  }
  return { rows, formats: formats && firstColumnOf(formats.numberFormat) };
}

/** The values, if they are all there: too large a range may come back as null without an error [office-js 6781]. */
export function checkedRows(values: unknown, rows: number, columns: number): CellRows | undefined {
  if (!Array.isArray(values) || values.length !== rows) return undefined;
  const complete = values.every((row) => Array.isArray(row) && row.length === columns);
  return complete ? (values as Cell[][]) : undefined;
}

const firstColumnOf = (formats: unknown): readonly string[] =>
  Array.isArray(formats)
    ? formats.map((row) => (Array.isArray(row) && typeof row[0] === "string" ? row[0] : ""))
    : [];
