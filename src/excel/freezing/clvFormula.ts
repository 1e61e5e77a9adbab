/**
 * Formulas with functions of the add-in: `=CLV.SIMPLE(…)`, or `=_xldudf_CLV_SIMPLE(…)` as Excel writes the name where
 * the add-in is missing.
 */
const CALL = /(?:^|[^\p{L}\p{N}_.])(?:_xldudf_CLV_[A-Z]|CLV\.[A-Z])[A-Z0-9_.]*\s*\(/iu;

/** Text in quotation marks and sheet names in apostrophes: what stands in there is no call. */
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;

/** Whether a formula calls a function of ours. */
export const callsClv = (formula: unknown): formula is string =>
  typeof formula === "string" && formula.startsWith("=") && CALL.test(formula.replaceAll(QUOTED, '""'));
