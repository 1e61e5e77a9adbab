import pkg from "../../package.json";
import formulas from "../../generated/formulas.json";
import { dataQuality as measure, type DataQuality } from "../measures/dataQuality";
import { isRefusal, Refusal } from "../numerics/refusal";
import * as take from "./arguments";
import { each, once } from "./broadcast";
import { together } from "./ranges";

/** English in every language, so that a formula that looks one up works wherever the workbook goes. */
const COUNTS: readonly (readonly [keyof DataQuality, string])[] = [
  ["rows", "rows"],
  ["customers", "different customers"],
  ["blankCustomers", "blank customers"],
  ["blankDates", "blank dates"],
  ["notDates", "dates that are not dates"],
  ["blankAmounts", "blank amounts"],
  ["notAmounts", "amounts that are not numbers"],
  ["negatives", "negative amounts"],
  ["zeros", "amounts of 0"],
  ["duplicates", "repeated rows"],
  ["spellings", "customers spelt in several ways"],
];

/**
 * Data quality of a list of orders: what a reviewer counts before believing any figure made from it. Rows that are
 * empty all through do not count. On the desktop Excel hands over empty cells as 0.
 * @customfunction DATAQUALITY
 * @param customers Customer of each order.
 * @param dates Date of each order.
 * @param amounts Amount of each order.
 * @returns A row per check: what is counted, and how many. A customer or date of 0 counts as blank; spellings are those that differ only by case or spaces.
 * @formula counts of rows
 * @errors #VALUE! when the ranges differ in length; #N/A without rows.
 * @example =CLV.DATAQUALITY({"Ann";"ann ";"Bob";"Bob"}, {45000;45001;45002;45002}, {10;-5;7;7}) → {"rows",4; "different customers",3; "blank customers",0; "blank dates",0; "dates that are not dates",0; "blank amounts",0; "amounts that are not numbers",0; "negative amounts",1; "amounts of 0",0; "repeated rows",1; "customers spelt in several ways",1}
 * @source Derived.
 */
export function dataQuality(customers: unknown[][], dates: unknown[][], amounts: unknown[][]): unknown[][] {
  const rows = together({ customers, dates, amounts });
  const found = measure(rows.customers, rows.dates, rows.amounts);
  if (isRefusal(found)) return once("plain", found);
  return once(
    "plain",
    COUNTS.map(([key, label]) => [label, found[key]]),
  );
}

/** By name in any case, with or without `CLV.` before it. */
function formulaOf(name: string): string | Refusal {
  const id = name
    .trim()
    .toUpperCase()
    .replace(/^CLV\./, "");
  const entry = (formulas as Partial<Record<string, string[]>>)[id];
  return entry
    ? `${entry[0]} [${entry[1]}]`
    : new Refusal("invalid", "unknownName", { argument: "name", value: name, names: "AOV, CHURN, SIMPLE …" });
}

/**
 * The formula of a function in words, and its source.
 * @customfunction FORMULA
 * @param name Name of the function, with or without CLV. before it.
 * @returns Text.
 * @formula text of the function's documentation
 * @errors #VALUE! when there is no such function.
 * @example =CLV.FORMULA("LIFESPAN") → "1 / churn_rate [Mean of the geometric distribution; Farris et al., Marketing Metrics, ch. 5.]"
 * @source docs/reference.
 */
export function formula(name: unknown[][]): unknown[][] {
  return each("plain", formulaOf, take.text("name", name));
}

/**
 * The version of the add-in that calculates, to be noted in a review.
 * @customfunction VERSION
 * @returns Text.
 * @formula version of CLV for Excel
 * @errors None.
 * @example =CLV.VERSION() → "0.1.0"
 * @source CHANGELOG.
 */
export function version(): unknown[][] {
  return once("plain", pkg.version);
}
