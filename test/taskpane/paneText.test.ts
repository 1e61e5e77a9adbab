import { PROBLEM_CODES } from "../../src/excel/problem";
import { LOCALES } from "../../src/locales/locale";
import { paneText } from "../../src/locales/paneText";
import { CHOICES } from "../../src/summary/request";
import { OWN_PROBLEMS } from "../../src/taskpane/problems/problem";
import { problemWords } from "../../src/taskpane/problems/problemView";
import { argumentsOf } from "../locales/argumentsOf";
import { wordsOf } from "../../src/taskpane/words/words";

type Texts = { readonly [key: string]: string | Texts };

const flat = (texts: Texts, path = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );

/** What src/excel gives with each code that has details (see `new ExcelProblem(` there). */
const DETAILS = {
  tooManyCells: { most: 20_000_000 },
  ownSheetSelected: { sheet: "CLV Summary" },
  sourceMissing: { sheet: "Orders" },
  columnMissing: { heading: "Amount", sheet: "Orders" },
  columnTwice: { heading: "Amount", sheet: "Orders" },
  nameTaken: { name: "clv_orders" },
  tableTaken: { name: "clv_order_table" },
  cellsInTheWay: { sheet: "CLV Summary", address: "B3" },
  languageNotLoaded: { language: "Polski" },
  inputRefused: { cell: "'CLV Planning'!B31", label: "Contact cost", value: "-3", allowed: "0 – 1" },
  stillCalculating: { sheet: "CLV Models", address: "J9" },
  protectedSheet: { sheet: "CLV Inputs" },
} as const;

const english = new Map(flat(paneText("en")));

describe.each(LOCALES)("the pane's words in %s", (locale) => {
  const texts = flat(paneText(locale));

  it("fill the same places as in English", () => {
    const differing = texts.filter(
      ([key, text]) => argumentsOf(text) !== argumentsOf(english.get(key) ?? ""),
    );
    expect(differing).toEqual([]);
  });

  it("are all there, and none is left in English", () => {
    expect(texts.map(([key]) => key)).toEqual([...english.keys()]);
    const same = texts.filter(
      ([key, text]) => locale !== "en" && text === english.get(key) && /\p{L}{4}/u.test(text),
    );
    expect(same.map(([, text]) => text).filter((text) => !/\{letter\}|Enter/.test(text))).toEqual([]);
  });

  it("tell every problem and what to do next, with nothing left to fill in", () => {
    for (const code of [...PROBLEM_CODES, ...OWN_PROBLEMS]) {
      const details: Record<string, string | number> = { ...(DETAILS as Record<string, object>)[code] };
      const { title, help } = problemWords({ code, details }, wordsOf(locale));
      expect(`${title} ${help}`).not.toMatch(/[{}]/);
      expect(title.length).toBeGreaterThan(3);
      expect(help.length).toBeGreaterThan(10);
    }
  });

  it("explain every sheet that can be chosen", () => {
    expect(Object.keys(paneText(locale).sheetHints).sort()).toEqual([...CHOICES].sort());
  });
});
