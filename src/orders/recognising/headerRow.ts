import { splitAmount } from "../cellValues/amounts";
import type { Cell, CellRows } from "../cells";
import { splitDate } from "../cellValues/dates";
import { rolesOfHeading } from "./headerWords";

/** Title rows, filters and blank rows above the headings are looked through this far. */
const SEARCH_DEPTH = 30;

export interface HeaderPlace {
  /** Zero-based row of the headings; null where there is none. */
  readonly headerRow: number | null;
  readonly dataRow: number;
}

interface RowShape {
  readonly filled: number;
  /** Cells that hold a number or a date, also as text. */
  readonly values: number;
  /** How surely its cells name columns, added up. */
  readonly named: number;
}

const isFilled = (cell: Cell): boolean =>
  cell !== null && cell !== "" && !(typeof cell === "string" && cell.trim() === "");

const isValue = (cell: Cell): boolean =>
  typeof cell === "number" ||
  (typeof cell === "string" && (splitDate(cell) !== undefined || splitAmount(cell) !== undefined));

function shapeOf(row: readonly Cell[]): RowShape {
  const filled = row.filter(isFilled);
  let named = 0;
  for (const cell of filled) {
    if (typeof cell === "string" && cell.length <= 60) named += Math.max(0, ...rolesOfHeading(cell).values());
  }
  return { filled: filled.length, values: filled.filter(isValue).length, named };
}

/** The number of filled cells that half of the rows reach: what a row of data looks like. */
function usualFill(shapes: readonly RowShape[]): number {
  const counts = shapes
    .map((shape) => shape.filled)
    .filter((count) => count > 0)
    .sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

/**
 * Finds the headings: a row of words only, nearly as wide as the data, right above a row that holds numbers or dates.
 * Of several such rows the one that names the most columns is taken, the lowest among equals. A list printed page by
 * page repeats its headings: the first of them stands above all data.
 */
export function findHeader(head: CellRows): HeaderPlace {
  const shapes = head.slice(0, 200).map(shapeOf);
  const usual = usualFill(shapes);
  const wideEnough = (shape: RowShape): boolean => shape.filled >= Math.max(2, usual * 0.6);
  let best: { row: number; score: number } | undefined;
  for (let row = 0; row < Math.min(SEARCH_DEPTH, shapes.length); row++) {
    const shape = shapes[row];
    if (!shape || shape.values > 0 || !wideEnough(shape)) continue;
    const next = nextFilled(shapes, row + 1);
    const below = next === undefined ? undefined : shapes[next];
    const isAboveData = below !== undefined && below.values > 0 && wideEnough(below);
    if (!isAboveData && shape.named < 2) continue;
    const score = shape.named + (isAboveData ? 1 : 0) + shape.filled / Math.max(1, usual);
    const repeats = best !== undefined && sameWords(head[best.row], head[row]);
    if (!best || (score >= best.score && !repeats)) best = { row, score };
  }
  if (best) return { headerRow: best.row, dataRow: best.row + 1 };
  const first = shapes.findIndex((shape) => shape.values > 0 && wideEnough(shape));
  return { headerRow: null, dataRow: Math.max(0, first) };
}

const sameWords = (one: readonly Cell[] = [], other: readonly Cell[] = []): boolean =>
  one.length === other.length && one.every((cell, column) => cell === other[column]);

function nextFilled(shapes: readonly RowShape[], from: number): number | undefined {
  for (let row = from; row < shapes.length; row++) if ((shapes[row]?.filled ?? 0) > 0) return row;
  return undefined;
}
