/** The head of a plural's form, such as `few {`: what it opens holds words, not a name. */
const FORM = /\b(?:zero|one|two|few|many|other) \{/g;

/**
 * The names a template takes, each once: within the forms of a plural a value stands in some and not in others, and a
 * language with one form needs no plural at all.
 */
export const argumentsOf = (template: string): string =>
  [
    ...new Set(
      Array.from(template.replace(FORM, "(").matchAll(/\{(\w+)(?=\}|, plural, )/g), ([, name]) => name),
    ),
  ]
    .sort()
    .join(" ");
