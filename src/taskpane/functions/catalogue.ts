import type { Locale } from "../../locales/locale";
import { themeTitles, type Theme } from "../../locales/themeTitle";

interface LocalizedTexts {
  readonly summary: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** One worksheet function, as the build writes it from its doc block (generated/catalogue.json). */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly theme: string;
  readonly summary: string;
  readonly formula: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly optional: boolean;
  }[];
  readonly example?: { readonly formula: string; readonly result: string };
  readonly source: string;
  readonly localized: Readonly<Partial<Record<Locale, LocalizedTexts>>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isEntry = (value: unknown): value is CatalogueEntry =>
  isRecord(value) &&
  ["id", "name", "theme", "summary", "formula", "source"].every((key) => typeof value[key] === "string") &&
  Array.isArray(value.parameters) &&
  isRecord(value.localized);

/** The catalogue from the build's file; what is not an entry is left out. */
export const catalogueOf = (file: unknown): readonly CatalogueEntry[] =>
  Array.isArray(file) ? file.filter(isEntry) : [];

export const summaryOf = (entry: CatalogueEntry, locale: Locale): string =>
  entry.localized[locale]?.summary ?? entry.summary;

export const parameterText = (
  entry: CatalogueEntry,
  parameter: { readonly name: string; readonly description: string },
  locale: Locale,
): string => entry.localized[locale]?.parameters[parameter.name] ?? parameter.description;

const isTheme = (theme: string): theme is Theme => Object.hasOwn(themeTitles.en, theme);

export const themeTitle = (theme: string, locale: Locale): string =>
  isTheme(theme) ? themeTitles[locale][theme] : theme;

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
export function folded(text: string): string {
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

/** The entries in which every word of the query occurs, grouped by theme in the order of the catalogue. */
export function searchCatalogue(
  catalogue: readonly CatalogueEntry[],
  query: string,
  locale: Locale,
): readonly CatalogueGroup[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const found = catalogue.filter((entry) => {
    const text = folded(searchable(entry, locale));
    return words.every((word) => text.includes(word));
  });
  const order = [...Object.keys(themeTitles.en), ...catalogue.map((entry) => entry.theme)];
  const themes = [...new Set(order)];
  return themes
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
    summaryOf(entry, locale),
    themeTitle(entry.theme, locale),
    ...entry.parameters.flatMap((parameter) => [parameter.name, parameterText(entry, parameter, locale)]),
  ].join("\n");

/** The function with its arguments named, as a start for typing: `=CLV.SIMPLE(aov, frequency, lifespan)`. */
export const formulaWithNames = (entry: CatalogueEntry): string =>
  `=${entry.name}(${entry.parameters
    .filter((parameter) => !parameter.optional)
    .map((parameter) => parameter.name)
    .join(", ")})`;
