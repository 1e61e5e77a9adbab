import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import { LOCALES } from "../../src/locales/locale";
import { numberInCell } from "../../src/locales/sentenceNumber";
import { sheetWords } from "../../src/locales/sheetWords";
import type { HoldoutScore } from "../../src/summary/models/modelReport";
import type { WorkbookPlan } from "../../src/summary/plan";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { CHOICES } from "../../src/summary/request";
import { argumentsOf } from "../locales/argumentsOf";
import { bare, formulasOf } from "./support/formulas";
import { reportOf } from "./support/reports";
import { requestFrom, requestOf, type PlainOrder } from "./support/requests";

const cells = sampleOrders({ customers: 60 });
const request = requestFrom(cells, { sheets: CHOICES });
const full = planWorkbook({ ...request, models: reportOf(buildCustomers(request.orders)) });

const headersOf = (plan: WorkbookPlan) =>
  plan.sheets.flatMap((sheet) =>
    sheet.tables.map(
      ({ area }) =>
        sheet.blocks.find((block) => block.row === area.row && block.column === area.column)?.cells[0],
    ),
  );

describe("the plan of a workbook", () => {
  it("always makes summary, customers and orders, and the other sheets by choice", () => {
    const keys = (sheets: typeof request.sheets) =>
      planWorkbook({ ...request, sheets }).sheets.map(({ key }) => key);
    expect(keys([])).toEqual(["summary", "customers", "orders"]);
    expect(keys(["about", "cohorts"])).toEqual(["summary", "cohorts", "customers", "orders", "about"]);
    expect(full.sheets).toHaveLength(13);
  });

  it("is the same for the same request", () => {
    expect(planWorkbook(request)).toEqual(planWorkbook(request));
  });

  it("survives being sent as a message", () => {
    expect(structuredClone(full)).toEqual(full);
  });

  it("gives each name once, in a form that Excel accepts, within the cells of its sheet", () => {
    const names = full.names.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, sheet, area } of full.names) {
      expect(name).toMatch(/^clv_[a-z_]+$/);
      expect(area.rows).toBeGreaterThan(0);
      expect(full.sheets.some(({ key }) => key === sheet)).toBe(true);
    }
  });

  it("uses in formulas only names that it defines", () => {
    const known = new Set(full.names.map(({ name }) => name));
    const used = formulasOf(full).flatMap(({ formula }) => bare(formula).match(/\bclv_\w+/g) ?? []);
    expect(used.length).toBeGreaterThan(1000);
    expect([...new Set(used)].filter((name) => !known.has(name))).toEqual([]);
  });

  it("calls no function of the add-in, so that a workbook without it keeps every number", () => {
    expect(formulasOf(full).filter(({ formula }) => /\bCLV\./i.test(bare(formula)))).toEqual([]);
  });

  it("uses only names that it defines whichever single sheet is chosen", () => {
    for (const key of CHOICES) {
      const plan = planWorkbook({ ...request, sheets: [key] });
      const known = new Set(plan.names.map(({ name }) => name));
      const used = formulasOf(plan).flatMap(({ formula }) => bare(formula).match(/\bclv_\w+/g) ?? []);
      expect([key, [...new Set(used)].filter((name) => !known.has(name))]).toEqual([key, []]);
    }
  });

  it("types no number into a formula but 0 and 1", () => {
    const typed = formulasOf(full).flatMap(({ formula }) => {
      const rest = bare(formula)
        .replace(/\$?[A-Z]{1,3}\$?\d+/g, "CELL")
        .replace(/\bclv_\w+/g, "NAME");
      return (rest.match(/(?<![\w.])\d+(?:\.\d+)?/g) ?? [])
        .filter((number) => number !== "0" && number !== "1")
        .map(() => formula);
    });
    expect(typed).toEqual([]);
  });

  it("knows the expected value of every formula but differences, tolerances and cells of rows left out", () => {
    const unknown = formulasOf(full).filter(({ expected }) => expected === undefined);
    expect(
      unknown
        .filter(({ sheet }) => sheet.key !== "orders" && sheet.key !== "checks")
        .map(({ formula }) => formula),
    ).toEqual([]);
    expect(formulasOf(full).length).toBeGreaterThan(20 * unknown.length);
  });

  it("writes ids that look like formulas as text", () => {
    const orders: PlainOrder[] = [
      ["=1+1", 45000, 10],
      ["@SUM", 45300, 20],
      ["-3", 45400, 5],
    ];
    const plan = planWorkbook(requestOf(orders));
    const customers = plan.sheets.find(({ key }) => key === "customers");
    const ids = customers?.blocks
      .flatMap(({ cells }) => cells.map((line) => line[1]))
      .filter((cell) => typeof cell === "string");
    expect(ids).toEqual(expect.arrayContaining(["=1+1", "@SUM", "-3"]));
  });

  it("has blocks whose rows are equally long and do not overlap on any sheet", () => {
    for (const sheet of full.sheets) {
      const taken = new Set<string>();
      for (const { row, column, cells } of sheet.blocks) {
        const width = cells[0]?.length ?? 0;
        cells.forEach((line, r) => {
          expect(line).toHaveLength(width);
          line.forEach((cell, c) => {
            const key = `${row + r},${column + c}`;
            if (cell !== "" && cell !== null) {
              expect([sheet.key, key, taken.has(key)]).toEqual([sheet.key, key, false]);
              taken.add(key);
            }
          });
        });
      }
    }
  });

  it("holds values instead of formulas for more orders than can be live, and says so", () => {
    const many: PlainOrder[] = Array.from({ length: 60_000 }, (_, i) => [
      `c${i % 900}`,
      45000 + (i % 700),
      (i % 97) + 0.5,
    ]);
    const plan = planWorkbook(requestOf(many, { sheets: ["cohorts", "checks"] }));
    const customers = plan.sheets.find(({ key }) => key === "customers");
    expect(customers?.blocks.flatMap(({ cells }) => cells.map((line) => line[0]))).toContainEqual(
      expect.stringContaining("60,000 orders"),
    );
    const facts = customers?.blocks.find(({ cells }) => cells.length === 900)?.cells[0];
    expect(facts?.slice(2, 7).every((cell) => typeof cell === "number")).toBe(true);
    const known = new Set(plan.names.map(({ name }) => name));
    const used = formulasOf(plan).flatMap(({ formula }) => bare(formula).match(/\bclv_\w+/g) ?? []);
    expect([...new Set(used)].filter((name) => !known.has(name))).toEqual([]);
    const orders = plan.sheets.find(({ key }) => key === "orders");
    expect(orders?.blocks.reduce((rows, { cells }) => rows + cells.length, 0)).toBeLessThan(20);
  });
});

describe.each(LOCALES)("the sheets in %s", (locale) => {
  const plan = planWorkbook({ ...request, locale, models: reportOf(buildCustomers(request.orders)) });

  it("say in words where no model, or no forecast, can be had, and show no predicted total", () => {
    const { models } = sheetWords(locale);
    const withoutForecast = { ...reportOf(buildCustomers(request.orders)), predictions: undefined };
    for (const [report, words] of [
      [undefined, models.missing],
      [withoutForecast, models.noForecast],
    ] as const) {
      const made = planWorkbook({ ...request, locale, models: report });
      const sheet = made.sheets.find(({ key }) => key === "models");
      expect(sheet?.blocks.flatMap(({ cells }) => cells.flat())).toContain(words);
      expect(made.names.map(({ name }) => name)).not.toContain("clv_predicted_total");
      expect(made.names.map(({ name }) => name)).not.toContain("clv_customer_expected_value");
    }
  });

  it("say whether the model earns its place", () => {
    const { models } = sheetWords(locale);
    const scores = [
      { name: "MBG/NBD", expected: 9, actual: 10, meanAbsoluteError: 1, rootMeanSquareError: 1 },
    ];
    for (const earnsItsPlace of [true, false]) {
      const holdout = { start: 45000, scores, verdict: { model: "MBG/NBD", earnsItsPlace } };
      const report = { ...reportOf(buildCustomers(request.orders)), holdout };
      const sheet = planWorkbook({ ...request, locale, models: report }).sheets.find(
        ({ key }) => key === "models",
      );
      const texts = sheet?.blocks.flatMap(({ cells }) => cells.flat()) ?? [];
      const [said, unsaid] = earnsItsPlace
        ? [models.earnsItsPlace, models.noBetter]
        : [models.noBetter, models.earnsItsPlace];
      const parts = (text: string): readonly string[] => text.split("{model}");
      const isSaid = (text: string): boolean =>
        texts.some((cell) => typeof cell === "string" && parts(text).every((part) => cell.includes(part)));
      expect(isSaid(said)).toBe(true);
      expect(isSaid(unsaid)).toBe(false);
    }
  });

  it("name another model that did better in the test, with both errors", () => {
    const { models } = sheetWords(locale);
    const score = (name: string, rootMeanSquareError: number): HoldoutScore => ({
      name,
      expected: 9,
      actual: 10,
      meanAbsoluteError: 1,
      rootMeanSquareError,
    });
    const textsWith = (own: number): unknown[] => {
      const scores = [score("MBG/NBD", own), score("BG/NBD", 1.5)];
      const verdict = { model: "MBG/NBD", earnsItsPlace: true, better: "BG/NBD" };
      const report = {
        ...reportOf(buildCustomers(request.orders)),
        holdout: { start: 45000, scores, verdict },
      };
      const made = planWorkbook({ ...request, locale, models: report });
      return made.sheets.flatMap(({ blocks }) => blocks.flatMap(({ cells }) => cells.flat()));
    };
    const written = (value: number): string =>
      numberInCell(value, locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
    const sentence = models.otherBetter
      .replace("{other}", "BG/NBD")
      .replace("{measure}", models.rmse)
      .replace("{lower}", written(1.5))
      .replace("{own}", written(1.75));
    const holds = (texts: unknown[], part: string): boolean =>
      texts.some((text) => typeof text === "string" && text.includes(part));
    expect(holds(textsWith(1.75), sentence)).toBe(true);
    expect(holds(textsWith(1.50001), `(${models.rmse}`)).toBe(false);
  });

  it("have names that Excel takes", () => {
    const names = plan.sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });

  it("have tables whose headings are all different", () => {
    const headers = headersOf(plan);
    expect(headers.length).toBeGreaterThan(0);
    for (const header of headers) expect(new Set(header).size).toBe(header?.length);
  });

  it("have texts in formulas of at most 255 characters and formulas of at most 8192", () => {
    for (const { formula } of formulasOf(plan)) {
      expect(formula.length).toBeLessThanOrEqual(8192);
      for (const text of formula.match(/"(?:[^"]|"")*"/g) ?? []) expect(text.length).toBeLessThanOrEqual(257);
    }
  });

  it("have prompts and lists within Excel's limits", () => {
    for (const sheet of plan.sheets)
      for (const { title, message, rule } of sheet.validations) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(message.length).toBeLessThanOrEqual(255);
        if (rule.kind === "list") {
          expect(rule.values.join(",").length).toBeLessThanOrEqual(255);
          expect(rule.values.some((value) => value.includes(","))).toBe(false);
        }
      }
  });

  it("read from right to left where the language does", () => {
    expect(plan.sheets.every(({ rightToLeft }) => rightToLeft === (locale === "fa" || locale === "ar"))).toBe(
      true,
    );
  });

  it("leave no placeholder unfilled", () => {
    const texts = plan.sheets.flatMap(({ blocks }) => blocks.flatMap(({ cells }) => cells.flat()));
    expect(texts.filter((text) => typeof text === "string" && /\{\w+\}/.test(text))).toEqual([]);
  });

  it("have the same placeholders as in English", () => {
    const placeholders = (value: unknown): unknown =>
      typeof value === "string"
        ? argumentsOf(value)
        : Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, placeholders(part)]));
    expect(placeholders(sheetWords(locale))).toEqual(placeholders(sheetWords("en")));
  });
});
