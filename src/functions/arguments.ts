import { isRefusal, outOfRange, Refusal } from "../numerics/refusal";
import { errorInCell, errorOf } from "./cellError";

/** What Excel hands over for an argument declared `unknown[][]`: a block of cells, or null where it was left out. */
export type Cells = unknown[][] | null | undefined;

/** A value read from a cell, or the error that stands in its place. */
export type Read<T> = T | CustomFunctions.Error;

/** One argument of a worksheet function, read and checked cell by cell: what `each` broadcasts. */
export interface Argument<T> {
  readonly rows: number;
  readonly columns: number;
  /** As the worksheet calls it. */
  readonly name: string;
  /** Row by row. */
  readonly values: readonly Read<T>[];
}

type Check = (value: number, argument: string) => Refusal | null;

/** Turns one cell into a value; called once for each cell of an argument. */
type CellReader<T> = (cell: unknown, argument: string) => T | Refusal;

function readCells<T>(name: string, cells: Cells, fallback: T | undefined, read: CellReader<T>): Argument<T> {
  if (cells === null || cells === undefined) {
    const value = fallback ?? errorOf(new Refusal("invalid", "argumentMissing", { argument: name }));
    return { name, rows: 1, columns: 1, values: [value] };
  }
  const columns = cells[0]?.length ?? 0;
  const values: Read<T>[] = [];
  for (const row of cells) {
    for (let column = 0; column < columns; column++) {
      const cell = row[column];
      const error = errorInCell(cell);
      const value = error ?? read(cell, name);
      values.push(typeof value === "object" && isRefusal(value) ? errorOf(value) : value);
    }
  }
  return { name, rows: cells.length, columns, values };
}

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A cell as a number: an empty cell is 0 (null on the web, already 0 on the desktop, office-js #4702), TRUE is 1,
 * and text counts where it is a plain number or a percentage. "1,234" is refused: it means two different numbers.
 */
function numberIn(cell: unknown, argument: string): number | Refusal {
  if (typeof cell === "number") return cell;
  if (cell === null || cell === undefined || cell === "") return 0;
  if (typeof cell === "boolean") return cell ? 1 : 0;
  if (typeof cell === "string") {
    const text = cell.trim();
    const percent = text.endsWith("%");
    const digits = percent ? text.slice(0, -1).trim() : text;
    if (PLAIN_NUMBER.test(digits)) return percent ? Number(digits) / 100 : Number(digits);
  }
  const basicValue = typeof cell === "object" ? (cell as { basicValue?: unknown }).basicValue : undefined;
  if (typeof basicValue === "number") return basicValue; // a formatted number of a newer Excel
  const value = typeof cell === "string" ? cell : typeof cell;
  return new Refusal("invalid", "notANumber", { argument, value });
}

const checkedNumber =
  (check: Check): CellReader<number> =>
  (cell, argument) => {
    const value = numberIn(cell, argument);
    return isRefusal(value) ? value : (check(value, argument) ?? value);
  };

const within =
  (low: number, high: number, range: string): Check =>
  (value, argument) =>
    value >= low && value <= high ? null : outOfRange(argument, value, range);

const anyNumber: Check = (value, argument) =>
  Number.isFinite(value) ? null : new Refusal("invalid", "notFinite", { argument });

const atLeastZero = within(0, Number.MAX_VALUE, "≥ 0");

const aboveZero: Check = (value, argument) =>
  value > 0 && value <= Number.MAX_VALUE ? null : outOfRange(argument, value, "> 0");

/** A share of a whole. The likely slip is a percentage typed without its sign: 10 for 10 %. */
const shareOfOne: Check = (value, argument) => {
  if (value >= 0 && value <= 1) return null;
  return value > 1
    ? new Refusal("invalid", "notARate", { argument, value })
    : outOfRange(argument, value, "0…1");
};

/** A margin may be negative (selling at a loss) but never above the whole of the revenue. */
const atMostOne: Check = (value, argument) =>
  value <= 1 && value >= -Number.MAX_VALUE
    ? null
    : new Refusal("invalid", value > 1 ? "notARate" : "outOfRange", { argument, value, range: "≤ 1" });

/** A rate of interest or growth per period: above −100 %, below 100 % (beyond that a percent sign was forgotten). */
const aboveMinusOne: Check = (value, argument) => {
  if (value >= 1) return new Refusal("invalid", "notARate", { argument, value });
  return value > -1 ? null : outOfRange(argument, value, "> −1");
};

const wholeNumber =
  (low: number, high: number): Check =>
  (value, argument) =>
    Number.isInteger(value)
      ? within(low, high, `${low}…${high}`)(value, argument)
      : new Refusal("invalid", "notAWholeNumber", { argument, value });

type NumberArgument = (name: string, cells: Cells, fallback?: number) => Argument<number>;

const numberArgument =
  (check: Check): NumberArgument =>
  (name, cells, fallback) =>
    readCells(name, cells, fallback, checkedNumber(check));

/** Any finite number: money that may be negative, a change. */
export const money = numberArgument(anyNumber);
/** A number of 0 or more: an amount, a count, a cost, a time. */
export const notNegative = numberArgument(atLeastZero);
/** A number above 0. */
export const positive = numberArgument(aboveZero);
/** A day as Excel counts it: 1 is 1 January 1900, and the last is 31 December 9999. An empty cell is no day. */
export const day = numberArgument(within(1, 2958466, "1…2958465"));
/** A rate from 0 to 1: churn, retention, a share, a probability. */
export const rate = numberArgument(shareOfOne);
/** A margin: at most 1, negative where sales lose money. */
export const margin = numberArgument(atMostOne);
/** A discount, interest or growth rate per period: above −1 and below 1. */
export const interest = numberArgument(aboveMinusOne);

/** A whole number between two bounds, both included. */
export const whole = (
  name: string,
  cells: Cells,
  low: number,
  high: number,
  fallback?: number,
): Argument<number> => readCells(name, cells, fallback, checkedNumber(wholeNumber(low, high)));

/** One of a few whole numbers, as the enums of FUNCTIONS.md: `choice("timing", cells, [0, 1, 2, 3] as const, 1)`. */
export function choice<T extends number>(
  name: string,
  cells: Cells,
  options: readonly T[],
  fallback: T,
): Argument<T> {
  return readCells<T>(name, cells, fallback, (cell, argument) => {
    const value = numberIn(cell, argument);
    if (isRefusal(value)) return value;
    const option = options.find((each) => each === value);
    return option ?? outOfRange(argument, value, options.join(", "));
  });
}

/** TRUE or FALSE (also 1 and 0). */
export const flag = (name: string, cells: Cells, fallback: boolean): Argument<boolean> =>
  readCells(name, cells, fallback, (cell, argument) => {
    const value = numberIn(cell, argument);
    return isRefusal(value) ? value : value !== 0;
  });

/** Text, as it stands in the cell. */
export const text = (name: string, cells: Cells): Argument<string> =>
  readCells<string>(name, cells, undefined, (cell) =>
    cell === null || cell === undefined ? "" : String(cell),
  );

/** The argument's one value, for functions that take it once for the whole call. Throws the cell's error. */
export function single<T>(argument: Argument<T>): T {
  const value = argument.values[0];
  if (value === undefined || argument.values.length !== 1)
    throw errorOf(new Refusal("invalid", "oneValueExpected", { argument: argument.name }));
  if (value instanceof CustomFunctions.Error) throw value;
  return value;
}

/** Every value of the argument in reading order. Throws the first error found. */
export function all<T>(argument: Argument<T>): T[] {
  return argument.values.map((value) => {
    if (value instanceof CustomFunctions.Error) throw value;
    return value;
  });
}

/** Every value of the argument, row by row. Throws the first error found. */
export function block<T>(argument: Argument<T>): T[][] {
  const values = all(argument);
  return Array.from({ length: argument.rows }, (_, row) =>
    values.slice(row * argument.columns, (row + 1) * argument.columns),
  );
}

/** The cells of a range that are not empty, so that a column may be selected longer than its data. */
export const filled = (cells: Cells): Cells =>
  cells?.flat().some(isBlank) ? [cells.flat().filter((cell) => !isBlank(cell))] : cells;

/** On the desktop an empty cell arrives as 0 and cannot be told from one (office-js #4702). */
export const isBlank = (cell: unknown): boolean => cell === null || cell === undefined || cell === "";
