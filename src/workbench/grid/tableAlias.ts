/**
 * Univer 0.25.1 does not read a table's name that holds an underscore (`REFERENCE_TABLE_…_REGEX` of
 * engine-formula), which Excel's users often give. Inside the grid such a name is written with a look-alike, and
 * formulas are translated on their way in and out.
 */
const LOOK_ALIKE = "\u02CD";

/** `clv_customers` as the grid knows it. */
export const tableAlias = (name: string): string => name.replaceAll("_", LOOK_ALIKE);

export const fromAlias = (formula: string): string => formula.replaceAll(LOOK_ALIKE, "_");

/** Translates the names of these tables wherever a formula mentions them outside of texts. */
export function toAlias(formula: string, tableNames: Iterable<string>): string {
  if (!formula.includes("_")) return formula;
  let out = formula;
  for (const name of tableNames) {
    if (!name.includes("_")) continue;
    const mention = new RegExp(
      `"(?:[^"]|"")*"|(?<![\\p{L}\\p{N}_.])${escaped(name)}(?![\\p{L}\\p{N}_.(])`,
      "giu",
    );
    out = out.replace(mention, (found) => (found.startsWith('"') ? found : tableAlias(found)));
  }
  return out;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
