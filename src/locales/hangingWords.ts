type Texts = { readonly [key: string]: string | Texts };

/** Polish prepositions and conjunctions of one letter: they may not be left behind at the end of a line. */
const HANGING = /(?<=^|[\s„(])([aiouwz]) (?=\S)/giu;

/** The same words with a no-break space behind every one-letter word. */
export function keepTogether<T extends object>(texts: T): T {
  const bound = (part: Texts): Texts =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        typeof value === "string" ? value.replace(HANGING, "$1\u00a0") : bound(value),
      ]),
    );
  return bound(texts as Texts) as T;
}
