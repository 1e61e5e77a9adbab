import { LOCALES, type Locale } from "../../src/locales/locale";
import { branchesOf, fill, fillPlain, quantity } from "../../src/locales/message";
import { paneText } from "../../src/locales/paneText";
import type { Plural } from "../../src/locales/plural";

const FSI = "\u2068";
const PDI = "\u2069";

describe("a template", () => {
  test("takes values by their names, and leaves a name it does not know", () => {
    expect(fill("Row {row} of {total}", { row: 3 })).toBe("Row 3 of {total}");
  });

  test("takes the words for the quantity's plural, with values inside them", () => {
    const template = "{n, plural, one {One row in {place}} other {# rows in {place}}}.";
    const say = (n: number) => fill(template, { n: quantity(n, "en", String(n)), place: "A1" });
    expect([say(1), say(2)]).toEqual(["One row in A1.", "2 rows in A1."]);
  });

  test("falls back on `other` where a language has no such form", () => {
    expect(fill("{n, plural, other {# rows}}", { n: quantity(1, "en", "1") })).toBe("1 rows");
  });

  test("never reads a value as a template", () => {
    expect(fill("{text}", { text: "{n, plural, other {#}}", n: 1 })).toBe("{n, plural, other {#}}");
  });

  test("leaves an unclosed brace and a stray # as they are", () => {
    expect(fill("#NAME? {row", { row: 3 })).toBe("#NAME? {row");
  });

  test("isolates Latin text among Persian, and Persian among Latin, but no numbers", () => {
    expect(fill("خواندن {address}", { address: "Orders!A1" })).toBe(`خواندن ${FSI}Orders!A1${PDI}`);
    expect(fill("Row {row}: “{cell}”", { row: 3, cell: "سارا" })).toBe(`Row 3: “${FSI}سارا${PDI}”`);
    expect(fill("سطر {row}", { row: "۳" })).toBe("سطر ۳");
    expect(fill("{name} افزایش یافت", { name: "CLV تنزیل‌شده" })).toBe("CLV تنزیل‌شده افزایش یافت");
  });

  test("isolates nothing in what Excel shows", () => {
    expect(fillPlain("خواندن {address}", { address: "Orders!A1" })).toBe("خواندن Orders!A1");
  });
});

/**
 * Unicode CLDR 44, plural rules, for the numbers of the first column. Persian and Armenian tell 1 from the rest, but
 * their nouns stay in the singular after a number, so that one form is enough.
 */
const CLDR: Record<Locale, readonly (readonly [number, Plural])[]> = {
  en: [[1, "one"], [2, "other"], [5, "other"], [21, "other"], [22, "other"], [100, "other"]],
  fa: [[1, "one"], [2, "other"], [5, "other"], [21, "other"], [22, "other"], [100, "other"]],
  ar: [[1, "one"], [2, "two"], [5, "few"], [21, "many"], [22, "many"], [100, "other"]],
  pl: [[1, "one"], [2, "few"], [5, "many"], [21, "many"], [22, "few"], [100, "many"]],
  hy: [[1, "one"], [2, "other"], [5, "other"], [21, "other"], [22, "other"], [100, "other"]],
}; // prettier-ignore

const NEEDED: Record<Locale, readonly Plural[]> = {
  en: ["one", "other"],
  fa: ["other"],
  ar: ["one", "two", "few", "many", "other"],
  pl: ["one", "few", "many", "other"],
  hy: ["other"],
};

/** Every string of every section, found as complete.test.ts finds them. */
const plurals = (value: unknown): string[] =>
  typeof value === "string"
    ? Array.from(
        value.matchAll(/\{\w+, plural, ((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g),
        ([, forms = ""]) => forms,
      )
    : Object.values(value as object).flatMap(plurals);

describe.each(LOCALES)("plurals in %s", (locale) => {
  test("follow the Unicode CLDR", () => {
    const found = CLDR[locale].map(([n]) => [n, quantity(n, locale, "").plural]);
    expect(found).toEqual(CLDR[locale]);
  });

  test("are written out for every form the language has", () => {
    const templates = plurals(paneText(locale));
    expect(templates.length).toBeGreaterThan(10);
    const lacking = templates.filter((forms) => NEEDED[locale].some((form) => !branchesOf(forms).has(form)));
    expect(lacking).toEqual([]);
  });
});

describe("the note on the data reads right for 1, 2, 5, 21, 22 and 100", () => {
  const said = (locale: Locale) =>
    CLDR[locale].map(([n]) =>
      fill(paneText(locale).summary.findings, { count: quantity(n, locale, String(n)) }),
    );

  test.each<[Locale, readonly string[]]>([
    ["en", ["One note", "2 notes", "5 notes", "21 notes", "22 notes", "100 notes"]],
    ["fa", ["یک نکته", "2 نکته", "5 نکته", "21 نکته", "22 نکته", "100 نکته"]],
    ["ar", ["ملاحظة واحدة", "ملاحظتان", "5 ملاحظات", "21 ملاحظة", "22 ملاحظة", "100 ملاحظة"]],
    ["pl", ["Jedna uwaga", "2 uwagi", "5 uwag", "21 uwag", "22 uwagi", "100 uwag"]],
    ["hy", ["Մեկ նշում", "2 նշում", "5 նշում", "21 նշում", "22 նշում", "100 նշում"]],
  ])("in %s", (locale, beginnings) => {
    expect(said(locale).map((text, index) => text.startsWith(`${beginnings[index] ?? "?"} `))).toEqual(
      beginnings.map(() => true),
    );
  });
});

test("Polish one-letter words never stand at the end of a line in the pane", () => {
  const { help } = paneText("pl").problems.protectedWorkbook;
  expect(help).toContain("ochronę, i\u00a0spróbuj");
  expect(JSON.stringify(paneText("pl"))).not.toMatch(/[ „(][aiouwz] \S/i);
});
