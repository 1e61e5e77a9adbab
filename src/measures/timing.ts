/**
 * When the cash of a period arrives, and whether the first payment is certain. With margin m, retention r and
 * discount rate d per period the infinite sums are:
 *
 * | timing | meaning | sum |
 * | --- | --- | --- |
 * | 0 end | not yet acquired; cash at period ends | m ÷ (1 + d − r) |
 * | 1 begin | not yet acquired; first payment now | m (1 + d) ÷ (1 + d − r) |
 * | 2 paid | a customer who has just paid (Gupta & Lehmann 2003) | m r ÷ (1 + d − r) |
 * | 3 renewal | a customer about to decide on renewal (Fader & Hardie 2010, DERL) | m r (1 + d) ÷ (1 + d − r) |
 */
export const TIMING = { end: 0, begin: 1, paid: 2, renewal: 3 } as const;
export type Timing = (typeof TIMING)[keyof typeof TIMING];

/** How many renewals the customer must have made before payment `t` = 1, 2, …: the exponent of retention. */
export const renewalsBefore = (t: number, timing: Timing): number =>
  timing === TIMING.end || timing === TIMING.begin ? t - 1 : t;

/** How many periods from now payment `t` = 1, 2, … arrives: the exponent of the discount factor. */
export const periodsUntil = (t: number, timing: Timing): number =>
  timing === TIMING.begin || timing === TIMING.renewal ? t - 1 : t;
