import type { Locale } from "../../locales/locale";
import { synonymGroups } from "../../locales/synonymGroups";
import { THEMES, themeTitle } from "../../locales/themeTitle";

/** One worksheet function in one language, as the build writes it from its doc block (catalogue.<locale>.json). */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly theme: string;
  readonly summary: string;
  /** The English summary, where the language is another: what is searched by in English is found too. */
  readonly english?: string;
  readonly formula: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly optional: boolean;
  }[];
  readonly example?: { readonly formula: string; readonly result: string };
  readonly source: string;
}

/** The functions in one language. */
export interface Catalogue {
  readonly locale: Locale;
  readonly entries: readonly CatalogueEntry[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isEntry = (value: unknown): value is CatalogueEntry =>
  isRecord(value) &&
  ["id", "name", "theme", "summary", "formula", "source"].every((key) => typeof value[key] === "string") &&
  Array.isArray(value.parameters);

/** The catalogue from the build's file; what is not an entry is left out. */
export const catalogueOf = (file: unknown): readonly CatalogueEntry[] =>
  Array.isArray(file) ? file.filter(isEntry) : [];

/** Letters that are written in several ways and mean the same: Arabic and Persian yeh and kaf, alef with hamza. */
const SAME_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/[يىئ]/g, "ی"],
  [/ك/g, "ک"],
  [/[أإآ]/g, "ا"],
  [/ة/g, "ه"],
  [/և/g, "եւ"],
  [/ł/g, "l"],
];

/** Text as it is compared: without case, accents, vowel signs, half-spaces and spellings that only look different. */
function folded(text: string): string {
  const plain = SAME_LETTERS.reduce(
    (result, [letters, same]) => result.replace(letters, same),
    text.toLowerCase().replace(/[\u200c\u200d\u0640]/g, ""),
  );
  return plain.normalize("NFD").replace(/\p{M}/gu, "");
}

export interface CatalogueGroup {
  readonly theme: string;
  readonly title: string;
  readonly entries: readonly CatalogueEntry[];
}

/** Shorter beginnings are in too many words. */
const SHORTEST_SYNONYM = 3;

/** The word itself, and all that means the same where it begins a word of our list of synonyms. */
function meanings(word: string, groups: readonly (readonly string[])[]): readonly string[] {
  if (word.length < SHORTEST_SYNONYM) return [word];
  const same = groups.filter((group) => group.some((member) => member.startsWith(word)));
  return [word, ...same.flat()];
}

/** The entries in which every word of the query occurs, or one that means the same, in the order of the catalogue. */
export function searchCatalogue({ entries, locale }: Catalogue, query: string): readonly CatalogueGroup[] {
  const groups = synonymGroups(locale).map((group) => group.map(folded));
  const words = folded(query)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => meanings(word, groups));
  const found = entries.filter((entry) => {
    const text = folded(searchable(entry, locale));
    return words.every((alternatives) => alternatives.some((word) => text.includes(word)));
  });
  return [...new Set([...THEMES, ...entries.map((entry) => entry.theme)])]
    .map((theme) => ({
      theme,
      title: themeTitle(theme, locale),
      entries: found.filter((entry) => entry.theme === theme),
    }))
    .filter((group) => group.entries.length > 0);
}

/** English stays searchable in every language: the functions' names are English. */
const searchable = (entry: CatalogueEntry, locale: Locale): string =>
  [
    entry.name,
    entry.summary,
    entry.english ?? "",
    themeTitle(entry.theme, locale),
    themeTitle(entry.theme, "en"),
    ...entry.parameters.flatMap(({ name, description }) => [name, description]),
  ].join("\n");

/** The function with its arguments named, as a start for typing: `=CLV.SIMPLE(aov, frequency, lifespan)`. */
export const formulaWithNames = (entry: CatalogueEntry): string =>
  `=${entry.name}(${entry.parameters
    .filter((parameter) => !parameter.optional)
    .map((parameter) => parameter.name)
    .join(", ")})`;
