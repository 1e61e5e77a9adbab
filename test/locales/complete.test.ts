import fs from "node:fs";
import path from "node:path";
import { LOCALES } from "../../src/locales/locale";
import { argumentsOf } from "./argumentsOf";

const FOLDER = path.resolve("src/locales");
const TRANSLATIONS = LOCALES.filter((locale) => locale !== "en");
const sections = fs.readdirSync(path.join(FOLDER, "en")).filter((file) => file.endsWith(".ts"));

/** Every string of a section by its place, such as `pane.shell.title` or `analysisSheets.segments.names.3`. */
function strings(value: unknown, place = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[place, value]]);
  if (typeof value !== "object" || value === null)
    throw new Error(`${place}: a ${typeof value} is no words for people`);
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...strings(inner, place ? `${place}.${key}` : key)]),
  );
}

const read = (locale: string, section: string): Map<string, string> =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the sections are found, not listed
  strings(require(path.join(FOLDER, locale, section)) as unknown);

/** Three words or more: short ones, such as AIC or "model", may well be the same. */
const isSentence = (text: string): boolean =>
  /\p{Letter}+\P{Letter}+\p{Letter}+\s\P{Letter}*\p{Letter}+/u.test(text);
/** Authors and titles of works are cited as they were published. */
const isCitation = (place: string): boolean => /\.about\.formulas\.\d+\.2$/.test(place);

test("English has sections", () => {
  expect(sections).toContain("pane.ts");
});

describe.each(TRANSLATIONS)("the words in %s", (locale) => {
  test("have every section of the English, and no other but functions.ts", () => {
    const own = fs.readdirSync(path.join(FOLDER, locale)).filter((file) => file.endsWith(".ts"));
    expect(own.sort()).toEqual([...sections, "functions.ts"].sort());
  });

  const translated = sections.filter((section) => fs.existsSync(path.join(FOLDER, locale, section)));
  describe.each(translated)("in %s", (section) => {
    const english = read("en", section);
    const words = read(locale, section);

    test("stand at the same places as the English", () => {
      expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
    });

    test("have the English placeholders", () => {
      const wrong = [...words].filter(
        ([place, text]) => argumentsOf(text) !== argumentsOf(english.get(place) ?? ""),
      );
      expect(wrong).toEqual([]);
    });

    test("are never empty, and never the English sentence", () => {
      const wrong = [...words].filter(
        ([place, text]) =>
          text.trim() === "" || (isSentence(text) && text === english.get(place) && !isCitation(place)),
      );
      expect(wrong).toEqual([]);
    });
  });
});
