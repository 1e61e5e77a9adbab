/**
 * Functions younger than the file format are written with a prefix, or Excel and LibreOffice show #NAME?.
 * https://support.microsoft.com/office/issue-an-xlfn-prefix-is-displayed-in-front-of-a-formula
 */
const FUTURE = [
  "CONCAT",
  "FILTER",
  "IFNA",
  "IFS",
  "LET",
  "MAXIFS",
  "MINIFS",
  "PERCENTILE.INC",
  "PERCENTRANK.INC",
  "QUARTILE.INC",
  "RANK.AVG",
  "RANK.EQ",
  "SEQUENCE",
  "SORT",
  "STDEV.S",
  "SWITCH",
  "TEXTJOIN",
  "UNICODE",
  "UNIQUE",
  "XLOOKUP",
  "XMATCH",
];
/** Of these, the worksheet functions carry a second prefix. */
const WORKSHEET = new Set(["FILTER", "SORT"]);

const CALL = new RegExp(
  `"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\\w.])(${FUTURE.map((name) => name.replace(".", "\\.")).join("|")})(?=\\()`,
  "gi",
);

/** `MINIFS(…)` becomes `_xlfn.MINIFS(…)`; texts and sheet names stay. */
export function futureFunctions(formula: string): string {
  return formula.replace(CALL, (found: string, name: string | undefined) => {
    if (name === undefined) return found;
    return `${WORKSHEET.has(name.toUpperCase()) ? "_xlfn._xlws." : "_xlfn."}${name.toUpperCase()}`;
  });
}
