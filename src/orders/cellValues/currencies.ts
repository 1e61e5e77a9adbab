/** Active ISO 4217 codes. */
const CODES = new Set(
  (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF " +
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG " +
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA " +
    "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD " +
    "RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX " +
    "USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL"
  ).split(" "),
);

/**
 * Signs and short names that stand for one currency. "$", "kr" and "£"-like signs shared by several countries keep
 * their sign where no reading is safe. The toman, ten rials, has no ISO code; IRT is the customary one.
 */
const SIGNS: Readonly<Record<string, string>> = {
  "€": "EUR",
  "£": "GBP",
  zł: "PLN",
  zl: "PLN",
  "֏": "AMD",
  դր: "AMD",
  դրամ: "AMD",
  "﷼": "IRR",
  ریال: "IRR",
  تومان: "IRT",
  تومن: "IRT",
  irt: "IRT",
  "د.إ": "AED",
  "ر.س": "SAR",
  "ج.م": "EGP",
  "د.ك": "KWD",
  "د.ب": "BHD",
  "ر.ق": "QAR",
  "ر.ع": "OMR",
  "د.ا": "JOD",
  "د.ع": "IQD",
  "د.م": "MAD",
  "د.ج": "DZD",
  "د.ت": "TND",
  "ل.ل": "LBP",
  "₽": "RUB",
  руб: "RUB",
  "₴": "UAH",
  "₺": "TRY",
  "₾": "GEL",
  "₹": "INR",
  "₪": "ILS",
  "₩": "KRW",
  "₫": "VND",
  "₦": "NGN",
  "฿": "THB",
  "¥": "¥",
  $: "$",
  us$: "USD",
  ca$: "CAD",
  c$: "CAD",
  a$: "AUD",
  au$: "AUD",
  nz$: "NZD",
  hk$: "HKD",
  r$: "BRL",
  kč: "CZK",
  kr: "kr",
  ft: "HUF",
  lei: "RON",
  euro: "EUR",
};

const EDGES = /^[\s.]+|[\s.]+$/g;

/** The currency that a sign, code or short name stands for; undefined where it is none that we know. */
export function currencyOf(token: string): string | undefined {
  const sign = token
    .replace(/[\u200e\u200f\u061c]/g, "")
    .replace(EDGES, "")
    .toLowerCase();
  if (sign === "") return undefined;
  const known = SIGNS[sign];
  if (known !== undefined) return known;
  const code = sign.toUpperCase();
  return CODES.has(code) ? code : undefined;
}

/** The currency written in a cell of the currency column: known signs as their code, anything else as it stands. */
export function currencyOfCell(text: string): string {
  const trimmed = text.trim();
  return currencyOf(trimmed) ?? trimmed.toUpperCase();
}

const BRACKET = /\[\$([^\]-]*)(?:-[^\]]*)?\]/;
/** Colours, conditions, fillers and paddings of a number format say nothing about the currency. */
const FORMAT_NOISE = /\[[^\]$][^\]]*\]|_.|\*.|[#0?.,;%()\-+\s"\\]/g;

/**
 * The currency that a number format shows (`#,##0.00 [$€-407]`, `"zł"#,##0`, `$#,##0`), read from its first section;
 * undefined where it shows none.
 */
export function currencyOfFormat(numberFormat: string): string | undefined {
  const section = numberFormat.split(";")[0] ?? "";
  const bracket = BRACKET.exec(section);
  if (bracket) return bracket[1] ? (currencyOf(bracket[1]) ?? bracket[1].trim()) : undefined;
  return currencyOf(section.replace(FORMAT_NOISE, ""));
}
