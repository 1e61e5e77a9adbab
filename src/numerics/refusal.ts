/** The four ways in which a calculation can decline to answer, as Excel shows them. */
export type RefusalKind =
  /** Wrong type or out of range: #VALUE! with words. */
  | "invalid"
  /** Not enough data to say anything: #N/A with words. */
  | "tooLittleData"
  /** The search for an answer did not end: #NUM!. */
  | "noConvergence"
  /** #DIV/0!. */
  | "divisionByZero";

/** Every refusal by name; its words are in src/locales/<language>/refusals.ts. Keep the list sorted. */
export type RefusalCode =
  | "argumentMissing"
  | "cellEmpty"
  | "churnNotPositive"
  | "columnsExpected"
  | "countsRise"
  | "drawsNotFitted"
  | "fitNotConverged"
  | "growthNotBelowDiscount"
  | "intervalNeedsFit"
  | "lengthsDiffer"
  | "negativeTotal"
  | "neverEnds"
  | "neverPaysBack"
  | "noBreakEven"
  | "noData"
  | "noFiniteMean"
  | "noIntervalAtBoundary"
  | "noRepeatOrders"
  | "noSegment"
  | "noTimeObserved"
  | "noVariation"
  | "nobodyLeft"
  | "notANumber"
  | "notARate"
  | "notATransition"
  | "notAWholeNumber"
  | "notFinite"
  | "notSquare"
  | "oneValueExpected"
  | "outOfRange"
  | "retentionNotBelowDiscount"
  | "tooFewValues"
  | "tooManyValues"
  | "unexpected"
  | "unknownName"
  | "zeroDivisor";

/** An answer that cannot be given, with the reason: a value, never thrown by arithmetic. */
export class Refusal {
  constructor(
    readonly kind: RefusalKind,
    readonly code: RefusalCode,
    /** What the words mention: names of arguments, numbers. */
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {}
}

/** Refused: a value outside its range, or one that contradicts another; `range` says what it may be. */
export const outOfRange = (argument: string, value: number | string, range: string): Refusal =>
  new Refusal("invalid", "outOfRange", { argument, value, range });

/** What a measure gives: a finite number, or the reason why there is none. */
export type Outcome = number | Refusal;

export const isRefusal = (value: unknown): value is Refusal => value instanceof Refusal;
