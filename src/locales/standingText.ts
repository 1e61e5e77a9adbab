import { fillPlain } from "./message";
import type { Locale } from "./locale";
import { modelWords, type ModelWords } from "./modelWords";
import { sentenceNumber } from "./sentenceNumber";

/** What there is to say of a fit's standing (src/models/fitting/standingFacts.ts). */
type Facts =
  | { readonly kind: "fitted" }
  | {
      readonly kind: "boundary";
      readonly limits: readonly [keyof ModelWords["limits"], (keyof ModelWords["limits"])?];
      readonly model?: keyof ModelWords["limitingModels"];
    }
  | {
      readonly kind: "weak";
      readonly up: readonly string[];
      readonly down: readonly string[];
      readonly factor: number;
    };

/** Beyond this a factor says no more than that the data leave it open. */
const OPEN = 1000;

/** What a standing means, beyond its kind: the limit and its model, or what the data leave open and how wide. */
export function standingRemark(facts: Facts, locale: Locale): string | undefined {
  const words = modelWords(locale);
  if (facts.kind === "fitted") return undefined;
  if (facts.kind === "boundary") {
    const [first, second] = facts.limits;
    const limit = second
      ? fillPlain(words.twoLimits, { first: words.limits[first], second: words.limits[second] })
      : words.limits[first];
    if (facts.model === undefined) return limit;
    return fillPlain(words.namedLimit, { limit, model: words.limitingModels[facts.model] });
  }
  const { one, together, opposite, beyond } = words.weakRanges;
  const { up, down, factor } = facts;
  const written = (value: number): string => sentenceNumber(value, locale, { maximumSignificantDigits: 2 });
  const template = down.length > 0 ? opposite : up.length > 1 ? together : one;
  return fillPlain(template, {
    up: up.join(", "),
    down: down.join(", "),
    factor: factor < OPEN ? written(factor) : fillPlain(beyond, { factor: written(OPEN) }),
  });
}

/** A standing in one phrase. */
export function standingText(facts: Facts, locale: Locale): string {
  const { fitted, weak, boundary } = modelWords(locale).standings;
  const remark = standingRemark(facts, locale) ?? "";
  if (facts.kind === "fitted") return fitted;
  return facts.kind === "weak" ? fillPlain(weak, { range: remark }) : fillPlain(boundary, { limit: remark });
}
