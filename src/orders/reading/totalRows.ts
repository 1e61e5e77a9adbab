import type { Cell } from "../cells";
import { plainWords } from "../cellValues/plainText";

/** What a total row says of itself in the five languages and those around them. */
const TOTAL_WORDS = new Set(
  [
    "total|totals|grand total|subtotal|sub total|sum|sums|overall|overall total|total amount|total sales|total revenue",
    "جمع|جمع کل|مجموع|مجموع کل|جمع نهایی|جمع جزء",
    "المجموع|الإجمالي|إجمالي|المجموع الكلي|الإجمالي الكلي|اجمالي المبيعات|المجموع الفرعي",
    "suma|razem|ogółem|łącznie|suma końcowa|suma całkowita|suma częściowa|w sumie",
    "ընդամենը|գումարը|ընդհանուր|ընդհանուր գումար|հանրագումար|միջանկյալ գումար",
    "итого|всего|summe|gesamt|gesamtergebnis|totaux",
  ]
    .flatMap((line) => line.split("|"))
    .map(plainWords),
);

const LONGEST_WORDS = 40;

/** Whether a text is a word for a total, alone or before a colon or a number: `Total:`, `Suma 2024`, `جمع کل`. */
export function isTotalWord(cell: Cell): boolean {
  if (typeof cell !== "string" || cell.length > LONGEST_WORDS) return false;
  return TOTAL_WORDS.has(plainWords(cell).replace(/\s*\d+$/, ""));
}

/** Whether any cell of the row names a total. */
export const namesTotal = (row: readonly Cell[]): boolean => row.some(isTotalWord);

/** Follows the column's sum, so that an unnamed total row is known by its amount. */
export class RunningTotal {
  private sum = 0;
  private rows = 0;
  private sumSinceTotal = 0;
  private rowsSinceTotal = 0;

  add(amount: number): void {
    this.sum += amount;
    this.rows++;
    this.sumSinceTotal += amount;
    this.rowsSinceTotal++;
  }

  /** Whether the amount is the sum of at least two rows before it: of all, or of those since the last total. */
  matches(amount: number): boolean {
    const tolerance = Math.max(0.005, Math.abs(amount) * 1e-9);
    return (
      (this.rows >= 2 && Math.abs(amount - this.sum) < tolerance) ||
      (this.rowsSinceTotal >= 2 && Math.abs(amount - this.sumSinceTotal) < tolerance)
    );
  }

  /** A total row has been met: the next subtotal counts from here. */
  closeGroup(): void {
    this.sumSinceTotal = 0;
    this.rowsSinceTotal = 0;
  }
}
