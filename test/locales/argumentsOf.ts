/**
 * The names a template takes, each once: within the forms of a plural a value stands in some and not in others, and a
 * language with one form needs no plural at all.
 */
export const argumentsOf = (template: string): string =>
  [...new Set(Array.from(template.matchAll(/\{(\w+)(?=\}|, plural, )/g), ([, name]) => name))]
    .sort()
    .join(" ");
