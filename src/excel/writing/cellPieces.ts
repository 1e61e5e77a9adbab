import type { Area } from "../../summary/plan";
import type { Written } from "./cellText";

export type WrittenRows = readonly (readonly Written[])[];

/** Cells of one area, as they are written or as they were read. */
export interface Piece {
  readonly area: Area;
  readonly rows: WrittenRows;
  /** Number formats, cell by cell; left as they are where there are none, or null. */
  readonly formats?: readonly (readonly (string | null)[])[];
}

/** A request may carry 5 MB on the web; the pane stands still while one is made, and this much takes a moment only. */
const CHARACTERS_PER_REQUEST = 600_000;
/** What an area costs beside its cells: getting the range, setting it, its address, the answer. */
const CHARACTERS_PER_PIECE = 1_000;
export const ROWS_PER_REQUEST = 20_000;

export interface CellGathering {
  /** Takes one row of cells, with the sheet's row and column of its first cell. */
  add(row: number, column: number, cells: readonly Written[]): Promise<void>;
  /** Sends what is left. */
  flush(): Promise<void>;
}

/**
 * Gathers rows into pieces, and pieces into requests: a sheet has many small blocks, and a request of its own for each
 * would take hundreds. Rows that follow each other become one piece.
 */
export function gatherPieces(
  rowsPerRequest: number,
  send: (pieces: readonly Piece[]) => Promise<void>,
): CellGathering {
  let pieces: { area: Area; rows: (readonly Written[])[] }[] = [];
  let size = 0;
  let rows = 0;
  const flush = async (): Promise<void> => {
    if (pieces.length === 0) return;
    const sent = pieces;
    pieces = [];
    size = rows = 0;
    await send(sent);
  };
  return {
    async add(row, column, cells) {
      const last = pieces.at(-1);
      if (last && follows(last.area, row, column, cells.length)) {
        last.rows.push(cells);
        last.area = { ...last.area, rows: last.rows.length };
      } else {
        pieces.push({ area: { row, column, rows: 1, columns: cells.length }, rows: [cells] });
        size += CHARACTERS_PER_PIECE;
      }
      size += charactersIn(cells);
      rows++;
      if (size >= CHARACTERS_PER_REQUEST || rows >= rowsPerRequest) await flush();
    },
    flush,
  };
}

const follows = (area: Area, row: number, column: number, columns: number): boolean =>
  area.row + area.rows === row && area.column === column && area.columns === columns;

/** Length as JSON, roughly: what a request's limit is about. */
const charactersIn = (row: readonly Written[]): number =>
  row.reduce<number>((sum, cell) => sum + (typeof cell === "string" ? cell.length + 4 : 18), 2);
