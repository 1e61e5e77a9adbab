import fs from "node:fs";
import path from "node:path";
import type { Locale } from "../../src/locales/locale";

const FOLDER = path.resolve("src/locales");

/** A string of a language, and where it stands: `pane.shell.title`. */
export interface Said {
  readonly place: string;
  readonly text: string;
}

const flat = (value: unknown, place: string): Said[] =>
  typeof value === "string"
    ? [{ place, text: value }]
    : Object.entries(value as object).flatMap(([key, inner]) => flat(inner, `${place}.${key}`));

/** The words people search by are the ones the glossary left: `synonyms` is read, never shown. */
const sectionsOf = (locale: Locale): string[] =>
  fs
    .readdirSync(path.join(FOLDER, locale))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -3))
    .filter((section) => section !== "synonyms");

/** Authors and titles of works are cited as they were published. */
const isCitation = (place: string): boolean => /\.about\.formulas\.\d+\.2$/.test(place);

/** Every string of the language, as people read it: placeholders and the names of plurals are no words. */
export const everyString = (locale: Locale, sections = sectionsOf(locale)): Said[] =>
  sections
    .flatMap((section) =>
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- the sections are found, not listed
      Object.entries(require(path.join(FOLDER, locale, section)) as object).flatMap(([name, value]) =>
        flat(value, name),
      ),
    )
    .filter(({ place }) => !isCitation(place))
    .map(({ place, text }) => ({
      place,
      text: text.replace(/\b(?:zero|one|two|few|many|other) \{/g, "{").replace(/\{\w+(?:, plural, )?/g, "{"),
    }));

/** All but the functions, whose texts name what is typed into cells. */
export const paneAndSheets = (locale: Locale): Said[] =>
  everyString(
    locale,
    sectionsOf(locale).filter((section) => section !== "functions"),
  );

/** The strings in which the pattern is found, with what was found. */
export const found = (strings: readonly Said[], pattern: RegExp): string[] =>
  strings.flatMap(({ place, text }) => {
    const match = pattern.exec(text);
    return match ? [`${place}: “${match[0]}” in ${text}`] : [];
  });
