import type { Refusal } from "../numerics/refusal";
import { lengthsDiffer, tooFew } from "./refusals";

/** What a list of orders has wrong with it, in rows. */
export interface DataQuality {
  readonly rows: number;
  readonly customers: number;
  readonly blankCustomers: number;
  readonly blankDates: number;
  /** Dates that are neither numbers nor blank. */
  readonly notDates: number;
  readonly blankAmounts: number;
  /** Amounts that are neither numbers nor blank. */
  readonly notAmounts: number;
  /** Amounts below 0: returns. */
  readonly negatives: number;
  readonly zeros: number;
  /** Rows that repeat an earlier one in customer, date and amount. */
  readonly duplicates: number;
  /** Customers whose spellings differ only by upper and lower case or by spaces. */
  readonly spellings: number;
}

const isBlank = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");

/** No day is 0 and hardly a customer: Excel on the desktop hands over an empty cell as 0. */
const isMissing = (cell: unknown): boolean => cell === 0 || isBlank(cell);

/** The largest date serial of Excel: 31 December 9999. */
const LAST_DAY = 2958465;
const isDate = (cell: unknown): boolean => typeof cell === "number" && cell >= 1 && cell < LAST_DAY + 1;

const plainSpelling = (name: string): string =>
  name.normalize("NFKC").trim().replace(/\s+/gu, " ").toLowerCase();

/** Counts what a reviewer asks about a list of orders. Rows that are blank all through do not count. */
export function dataQuality(
  customers: readonly unknown[],
  dates: readonly unknown[],
  amounts: readonly unknown[],
): DataQuality | Refusal {
  const n = customers.length;
  if (dates.length !== n) return lengthsDiffer("dates", dates.length, "customers", n);
  if (amounts.length !== n) return lengthsDiffer("amounts", amounts.length, "customers", n);
  const rows = [...customers.keys()].filter(
    (i) => !(isMissing(customers[i]) && isMissing(dates[i]) && isMissing(amounts[i])),
  );
  if (rows.length === 0) return tooFew("customers", 0, 1);
  const count = (list: readonly unknown[], test: (cell: unknown) => boolean): number =>
    rows.reduce((sum, i) => sum + (test(list[i]) ? 1 : 0), 0);
  const names = rows.flatMap((i) => (isMissing(customers[i]) ? [] : [String(customers[i])]));
  const spellings = new Map<string, Set<string>>();
  for (const name of names) {
    const plain = plainSpelling(name);
    spellings.set(plain, (spellings.get(plain) ?? new Set()).add(name));
  }
  const different = new Set(rows.map((i) => JSON.stringify([customers[i], dates[i], amounts[i]])));
  return {
    rows: rows.length,
    customers: new Set(names).size,
    blankCustomers: count(customers, isMissing),
    blankDates: count(dates, isMissing),
    notDates: count(dates, (cell) => !isMissing(cell) && !isDate(cell)),
    blankAmounts: count(amounts, isBlank),
    notAmounts: count(amounts, (cell) => !isBlank(cell) && typeof cell !== "number"),
    negatives: count(amounts, (cell) => typeof cell === "number" && cell < 0),
    zeros: count(amounts, (cell) => cell === 0),
    duplicates: rows.length - different.size,
    spellings: [...spellings.values()].filter((ways) => ways.size > 1).length,
  };
}
