/** The workbook name of the digits after the point that converted amounts have. */
export const RATE_DIGITS = "clv_rate_digits";

/** Allowed rates. */
export const RATE_RANGE = [1e-9, 1e9] as const;

const CODE = /^[A-Z]{3}$/;

/** The workbook name of a currency's rate: `clv_rate_usd`; a sign that is no code goes by its characters: `clv_rate_u24`. */
export const rateName = (currency: string): `clv_${string}` =>
  CODE.test(currency)
    ? `clv_rate_${currency.toLowerCase()}`
    : `clv_rate_${Array.from(currency, (letter) => `u${letter.codePointAt(0)?.toString(16) ?? ""}`).join("")}`;
