/** Customers × orders up to which the customer table is live formulas (docs/performance.md has the measurement). */
export const LIVE_LIMIT = 20_000_000;
/** Orders up to which they are repeated on a working sheet. */
export const LIVE_ORDERS = 50_000;
/** Customers up to which what follows from the facts and the inputs is a formula: a file must stay small. */
export const LIVE_CUSTOMERS = 20_000;
/** Orders up to which each is compared with all others, which grows with their square: above, such columns hold values. */
export const LIVE_FIRSTS = 8_000;
