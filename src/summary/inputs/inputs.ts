import { periodsUntil, TIMING } from "../../measures/timing";

/** What an input measures: decides its number format, its unit in words and how the pane reads it. */
export type InputKind = "rate" | "money" | "days" | "years" | "date" | "count" | "choice";

export type InputKey =
  | "asOf"
  | "periodStart"
  | "lostAfter"
  | "churn"
  | "lifespan"
  | "grossMargin"
  | "costPerOrder"
  | "retentionCost"
  | "acquisitionCost"
  | "discountRate"
  | "timing"
  | "horizon"
  | "groups"
  | "targetRatio"
  | "alertThreshold"
  | "daysPerYear"
  | "decimals"
  | "fewCustomers"
  | "tolerance";

/** When the yearly cash arrives: FUNCTIONS.md, the shared `timing` enum, in its order (0–3). */
export const TIMINGS = ["end", "begin", "paid", "renewal"] as const;
export type Timing = (typeof TIMINGS)[number];

export const isTiming = (value: unknown): value is Timing => TIMINGS.some((timing) => timing === value);

export const timingOf = ({ timing }: Pick<SummaryInputs, "timing">): Timing =>
  isTiming(timing.value) ? timing.value : "end";

/** Whether a year's cash counts at its start; else at its end. */
export const isAtStart = (timing: Timing): boolean => periodsUntil(1, TIMING[timing]) === 0;

/** Where a value comes from: the user typed it, it was computed from the orders, or nobody gave one. */
export type InputOrigin = "typed" | "orders" | "default";

/** A date is an Excel day serial; a rate is a decimal; null means "not given" where the input is optional. */
export type InputValue = number | Timing | null;

export interface SummaryInput {
  readonly value: InputValue;
  readonly origin: InputOrigin;
}

export type SummaryInputs = Readonly<Record<InputKey, SummaryInput>>;

export interface InputSpec {
  readonly key: InputKey;
  readonly kind: InputKind;
  /** The workbook name of its cell. */
  readonly name: `clv_${string}`;
  /** Allowed range, both ends included; for a choice the words are those of TIMINGS. */
  readonly min: number;
  readonly max: number;
  /** May be left empty: then the figure is computed from the orders. */
  readonly optional: boolean;
  /** Where the default comes from: `orders` is recomputed on the sheet or at each reading. */
  readonly defaultOrigin: "orders" | "default";
  /** Value used where the orders say nothing. */
  readonly fallback: InputValue;
  /** Asked for in the pane's first form, in its further settings, or only found on the sheet. */
  readonly shown: "first" | "more" | "sheet";
}

/** 1900-03-01: before it Excel and the calendar differ by a day. */
export const FIRST_DAY = 61;
/** 9999-12-31. */
export const LAST_DAY = 2958465;
/** More than any cost: a bound against slips of the finger. */
export const MOST_MONEY = 1e9;

const spec = (
  key: InputKey,
  kind: InputKind,
  name: InputSpec["name"],
  [min, max]: readonly [number, number],
  fallback: InputValue,
  rest: Partial<Pick<InputSpec, "optional" | "defaultOrigin" | "shown">> = {},
): InputSpec => ({
  key,
  kind,
  name,
  min,
  max,
  fallback,
  optional: rest.optional ?? false,
  defaultOrigin: rest.defaultOrigin ?? "default",
  shown: rest.shown ?? "more",
});

const FROM_ORDERS = { defaultOrigin: "orders" } as const;

/**
 * Every input of the summary, in the order of the form and of the sheet. The words (label, unit, explanation) are in
 * src/locales/<language>/sheets.ts under `inputs`. Gross margin, discount rate and horizon cannot be known from
 * orders: their fallbacks are placeholders that the sheet calls so until the user has typed a value.
 */
export const INPUTS: readonly InputSpec[] = [
  spec("grossMargin", "rate", "clv_gross_margin", [-1, 1], 0.4, { shown: "first" }),
  spec("discountRate", "rate", "clv_discount_rate", [0, 1], 0.1, { shown: "first" }),
  spec("acquisitionCost", "money", "clv_acquisition_cost", [0, MOST_MONEY], 0, { shown: "first" }),
  spec("costPerOrder", "money", "clv_cost_per_order", [0, MOST_MONEY], 0),
  spec("retentionCost", "money", "clv_retention_cost", [0, MOST_MONEY], 0),
  spec("asOf", "date", "clv_as_of", [FIRST_DAY, LAST_DAY], null, FROM_ORDERS),
  spec("periodStart", "date", "clv_period_start", [FIRST_DAY, LAST_DAY], null, FROM_ORDERS),
  spec("lostAfter", "days", "clv_lost_after", [1, 3650], 365, { ...FROM_ORDERS, shown: "first" }),
  spec("churn", "rate", "clv_churn_typed", [0, 1], null, { ...FROM_ORDERS, optional: true }),
  spec("lifespan", "years", "clv_lifespan_typed", [0, 200], null, { ...FROM_ORDERS, optional: true }),
  spec("timing", "choice", "clv_timing", [0, 3], "end"),
  spec("horizon", "years", "clv_horizon", [1, 100], 5),
  spec("groups", "count", "clv_groups", [2, 10], 4),
  spec("targetRatio", "count", "clv_target_ratio", [0.1, 100], 3),
  spec("alertThreshold", "rate", "clv_alert_threshold", [0, 1], 0.1),
  spec("daysPerYear", "days", "clv_days_per_year", [360, 366], 365, { shown: "sheet" }),
  spec("decimals", "count", "clv_decimals", [0, 8], 2, { ...FROM_ORDERS, shown: "sheet" }),
  spec("fewCustomers", "count", "clv_few_customers", [1, 10000], 30, { shown: "sheet" }),
  spec("tolerance", "money", "clv_tolerance", [0, 1], 0.005, { shown: "sheet" }),
];

const BY_KEY = new Map(INPUTS.map((input) => [input.key, input]));

/** The specification of one input. */
export function inputSpec(key: InputKey): InputSpec {
  const found = BY_KEY.get(key);
  if (found === undefined) throw new RangeError(`no input ${key}`);
  return found;
}
