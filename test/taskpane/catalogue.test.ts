import {
  catalogueOf,
  formulaWithNames,
  searchCatalogue,
  type CatalogueEntry,
} from "../../src/taskpane/functions/catalogue";
import { LOCALES, type Locale } from "../../src/locales/locale";
import fs from "node:fs";

const entry = (id: string, theme: string, summary: string, english?: string): CatalogueEntry => ({
  id,
  name: `CLV.${id}`,
  theme,
  summary,
  english,
  formula: "a × b",
  parameters: [
    { name: "aov", description: "Average order value", optional: false },
    { name: "cost", description: "Cost", optional: true },
  ],
  source: "",
});

const english = [
  entry("CHURN", "base", "Value by churn"),
  entry("SURVIVAL", "survival", "Share of a cohort that is left"),
];

/** The build's own, made by scripts/metadata.mjs before the tests run. */
const built = (locale: Locale): readonly CatalogueEntry[] =>
  catalogueOf(JSON.parse(fs.readFileSync(`generated/catalogue.${locale}.json`, "utf8")));

const found = (
  query: string,
  locale: Locale = "en",
  entries: readonly CatalogueEntry[] = english,
): string[] =>
  searchCatalogue({ locale, entries }, query).flatMap((group) => group.entries.map(({ id }) => id));

describe("searchCatalogue", () => {
  it("finds every word, in any order and in any case", () => {
    expect(found("COHORT left")).toEqual(["SURVIVAL"]);
    expect(found("cohort churn")).toEqual([]);
  });

  it("does not mind half-spaces, vowel signs and Arabic letters in Persian words", () => {
    const entries = [
      entry("SURVIVAL", "survival", "سهم باقی‌مانده از گروه", "Share of a cohort that is left"),
    ];
    for (const query of ["باقي\u200cمانده", "باقیمانده", "باقی‌مانده", "گِروه", "گروه باقي", "cohort"])
      expect({ query, found: found(query, "fa", entries) }).toEqual({ query, found: ["SURVIVAL"] });
  });

  it("finds by theme, and groups in the order of the catalogue", () => {
    const groups = searchCatalogue({ locale: "en", entries: english }, "");
    expect(groups.map(({ theme }) => theme)).toEqual(["base", "survival"]);
    expect(found("cohorts")).toEqual(["SURVIVAL"]);
  });

  it.each(LOCALES)("finds the English name and English words in %s", (locale) => {
    const entries = built(locale);
    expect(found("clv.churnrate", locale, entries)).toContain("CHURNRATE");
    expect(found("retention", locale, entries)).toContain("RETENTIONRATE");
    expect(found("", locale, entries)).toHaveLength(entries.length);
  });

  it.each([
    ["en", "attrition", "CHURNRATE"],
    ["en", "CAC", "CAC"],
    ["en", "break-even", "PAYBACK"],
    ["pl", "odejsc", "CHURNRATE"],
    ["pl", "rezygnacja", "CHURNRATE"],
    ["pl", "WARTOŚĆ ŻYCIOWA", "SIMPLE"],
    ["pl", "wartosc zyciowa", "SIMPLE"],
    ["fa", "ريزش", "CHURNRATE"],
    ["fa", "نگهداشت", "RETENTIONRATE"],
    ["ar", "إكتساب", "CAC"],
    ["ar", "مغادرة", "CHURNRATE"],
    ["hy", "հեռացում", "CHURNRATE"],
    ["hy", "Ներգրավում", "CAC"],
  ] as const)("in %s, “%s” leads to CLV.%s", (locale, query, id) => {
    expect(found(query, locale, built(locale))).toContain(id);
  });

  it("finds nothing for nonsense, rather than everything", () => {
    for (const locale of LOCALES) expect(found("xyzzy", locale, built(locale))).toEqual([]);
  });
});

describe("formulaWithNames", () => {
  it("names the arguments that are needed", () => {
    expect(formulaWithNames(entry("SIMPLE", "base", "", ""))).toBe("=CLV.SIMPLE(aov)");
  });
});

describe("catalogueOf", () => {
  it("leaves out what is no entry", () => {
    expect(catalogueOf([...english, { id: 1 }, null])).toHaveLength(2);
    expect(catalogueOf("nothing")).toEqual([]);
  });
});
