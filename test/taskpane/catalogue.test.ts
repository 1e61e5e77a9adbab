import {
  catalogueOf,
  formulaWithNames,
  searchCatalogue,
  type CatalogueEntry,
} from "../../src/taskpane/functions/catalogue";

const entry = (id: string, theme: string, summary: string, fa: string): CatalogueEntry => ({
  id,
  name: `CLV.${id}`,
  theme,
  summary,
  formula: "a × b",
  parameters: [
    { name: "aov", description: "Average order value", optional: false },
    { name: "cost", description: "Cost", optional: true },
  ],
  source: "",
  localized: { fa: { summary: fa, parameters: { aov: "میانگین ارزش سفارش" } } },
});

const catalogue = [
  entry("CHURN", "base", "Value by churn", "ارزش بر پایهٔ نرخ ریزش"),
  entry("SURVIVAL", "survival", "Share of a cohort that is left", "سهم باقی‌مانده از گروه"),
];

const found = (query: string, locale: "en" | "fa" | "pl" | "ar"): string[] =>
  searchCatalogue(catalogue, query, locale).flatMap((group) => group.entries.map(({ id }) => id));

describe("searchCatalogue", () => {
  it("finds every word, in any order and in any case", () => {
    expect(found("COHORT left", "en")).toEqual(["SURVIVAL"]);
    expect(found("cohort churn", "en")).toEqual([]);
  });

  it("finds the English name in every language", () => {
    expect(found("churn", "fa")).toEqual(["CHURN"]);
  });

  it("does not mind half-spaces and Arabic letters in Persian words", () => {
    expect(found("باقي\u200cمانده", "fa")).toEqual(["SURVIVAL"]);
    expect(found("باقیمانده", "fa")).toEqual(["SURVIVAL"]);
  });

  it("finds by theme, and groups in the order of the catalogue", () => {
    expect(searchCatalogue(catalogue, "", "en").map(({ theme }) => theme)).toEqual(["base", "survival"]);
    expect(found("cohorts", "en")).toEqual(["SURVIVAL"]);
  });
});

describe("formulaWithNames", () => {
  it("names the arguments that are needed", () => {
    expect(formulaWithNames(entry("SIMPLE", "base", "", ""))).toBe("=CLV.SIMPLE(aov)");
  });
});

describe("catalogueOf", () => {
  it("leaves out what is no entry", () => {
    expect(catalogueOf([...catalogue, { id: 1 }, null])).toHaveLength(2);
    expect(catalogueOf("nothing")).toEqual([]);
  });
});
