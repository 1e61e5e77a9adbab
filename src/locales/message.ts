import type { Locale } from "./locale";
import { pluralOf, type Plural } from "./plural";

/** A number as a sentence carries it: how it is written, and which of the language's plurals goes with it. */
export interface Quantity {
  readonly text: string;
  readonly plural: Plural;
}

export type Filling = string | number | Quantity;
export type Fillings = Readonly<Record<string, Filling>>;

/** A number ready for `{count, plural, …}`: `quantity(5, "pl", "5")` takes the words under `many`. */
export const quantity = (value: number, locale: Locale, text: string): Quantity => ({
  text,
  plural: pluralOf(locale, value),
});

const PLURAL = /^(\w+), plural, (.*)$/su;

/**
 * Puts values into a template, for the screen. Templates are a part of ICU MessageFormat, the form translators know:
 * - `Row {row}` with `{row: 3}` is `Row 3`; an unknown name stays as it is;
 * - `{count, plural, one {One row} other {# rows}}` takes the words for the quantity's plural, `other` where the
 *   language has none of that name; `#` is the quantity.
 * A text that runs the other way than the template is isolated (U+2068 … U+2069), so that it does not carry the
 * punctuation around it to the wrong end.
 */
export const fill = (template: string, values: Fillings): string =>
  filled(template, values, isRightToLeftText(template) ? "rtl" : "ltr");

/** The same for cells and error cards of Excel, which does not know isolates in all its versions. */
export const fillPlain = (template: string, values: Fillings): string => filled(template, values, "none");

type Surroundings = "rtl" | "ltr" | "none";

function filled(template: string, values: Fillings, around: Surroundings, counted?: Quantity): string {
  let text = "";
  let at = 0;
  while (at < template.length) {
    const end = template[at] === "{" ? closing(template, at) : undefined;
    if (end !== undefined) {
      text += argument(template.slice(at + 1, end), values, around);
      at = end + 1;
    } else {
      text += template[at] === "#" && counted ? counted.text : (template[at] ?? "");
      at += 1;
    }
  }
  return text;
}

/** Where the brace opened at `open` is closed. */
function closing(template: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < template.length; at++) {
    if (template[at] === "{") depth += 1;
    if (template[at] === "}" && --depth === 0) return at;
  }
  return undefined;
}

function argument(inner: string, values: Fillings, around: Surroundings): string {
  const [, name = inner, branches] = PLURAL.exec(inner) ?? [];
  const value = values[name];
  if (value === undefined) return `{${inner}}`;
  if (branches === undefined) return shown(value, around);
  const words = branchesOf(branches);
  const counted = typeof value === "object" ? value : { text: String(value), plural: "other" as const };
  return filled(words.get(counted.plural) ?? words.get("other") ?? "", values, around, counted);
}

/** `one {One row} other {# rows}` by the plurals' names. */
export function branchesOf(text: string): ReadonlyMap<string, string> {
  const branches = new Map<string, string>();
  let at = 0;
  for (let open = text.indexOf("{"); open >= 0; open = text.indexOf("{", at)) {
    const end = closing(text, open) ?? text.length;
    branches.set(text.slice(at, open).trim(), text.slice(open + 1, end));
    at = end + 1;
  }
  return branches;
}

function shown(value: Filling, around: Surroundings): string {
  if (typeof value === "object") return value.text;
  const text = String(value);
  if (around === "none" || !/\p{Letter}/u.test(text)) return text;
  return isRightToLeftText(text) === (around === "rtl") ? text : `\u2068${text}\u2069`;
}

/** Hebrew and Arabic letters, with their presentation forms. */
const isRightToLeftText = (text: string): boolean => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(text);
