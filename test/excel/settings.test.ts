/** @jest-environment jsdom */
import { defaultRules } from "../../src/orders/orderColumns";
import { INPUTS } from "../../src/summary/inputs/inputs";
import type { SummaryInput, SummaryInputs } from "../../src/summary/inputs/inputs";
import { inWorkbook } from "../../src/excel/host";
import { isLastRun, LAST_RUN_KEY, readLastRun } from "../../src/excel/settings/settings";
import { writeText } from "../../src/excel/settings/settingsStore";
import type { LastRun } from "../../src/excel/settings/settings";
import { writePlan } from "../../src/excel/writing/writePlan";
import { startOffice } from "../workbench/officeHarness";
import type { OfficeHarness } from "../workbench/officeHarness";
import { codeOf } from "./problemCode";
import { smallPlan } from "./smallPlan";

const inputs = Object.fromEntries(
  INPUTS.map(({ key, fallback }): [string, SummaryInput] => [key, { value: fallback, origin: "default" }]),
) as unknown as SummaryInputs;

const RUN: LastRun = {
  version: 1,
  when: 46_000.5,
  locale: "pl",
  source: { sheet: "Zamówienia", address: "A1:D3500", tableName: null, toLastRow: true },
  columns: {
    headerRow: 0,
    dataRow: 1,
    customer: 0,
    date: 1,
    amount: { kind: "product", quantity: 2, price: 3 },
    orderId: null,
    currency: null,
    group: 5,
    dateReading: { calendar: "gregorian", order: "dmy", numbers: "serial", system1904: false },
    amountReading: { decimalSign: "," },
  },
  rules: {
    ...defaultRules({ orderId: null }),
    currency: { kind: "convert", into: "PLN", rates: { EUR: 4.3 } },
  },
  inputs,
  money: { symbol: "zł", digits: 2, symbolAfter: true },
  sheets: ["segments", "history"],
};

let excel: OfficeHarness;

beforeEach(async () => {
  excel = await startOffice({ sheets: [{ name: "Orders", rows: [["Customer"]] }] });
});
afterEach(() => {
  excel.stop();
});

const keep = (run: LastRun | null): Promise<void> =>
  inWorkbook((context) => writeText(context, LAST_RUN_KEY, run === null ? null : JSON.stringify(run)));

it("keeps the last run in the workbook and gives it back", async () => {
  expect(await readLastRun()).toBeNull();
  await keep(RUN);
  expect(await readLastRun()).toEqual(RUN);
  await keep(null);
  expect(await readLastRun()).toBeNull();
  expect([...excel.parts.settings.keys()]).toEqual([]);
});

it("keeps long runs in pieces, and drops pieces that are not needed any more", async () => {
  const rates = Object.fromEntries(Array.from({ length: 900 }, (_, at) => [`C${at}`.padEnd(90, "x"), at]));
  const long: LastRun = {
    ...RUN,
    rules: { ...RUN.rules, currency: { kind: "convert", into: "PLN", rates } },
  };
  await keep(long);
  expect(await readLastRun()).toEqual(long);
  expect(excel.parts.settings.size).toBeGreaterThan(3);
  await keep(RUN);
  expect(await readLastRun()).toEqual(RUN);
  expect(excel.parts.settings.size).toBe(2);
});

it("is remembered with the sheets it made, or not at all", async () => {
  const plan = smallPlan({ customers: [["Ada", 1]] });
  excel.faults.failAtRequest = 25;
  expect(await codeOf(writePlan(plan, { remember: RUN }))).toBe("unexpected");
  expect(await readLastRun()).toBeNull();
  await writePlan(plan, { remember: RUN });
  expect(await readLastRun()).toEqual(RUN);
});

it.each<[string, unknown]>([
  ["another version", { ...RUN, version: 2 }],
  ["no columns", { ...RUN, columns: undefined }],
  ["a column beyond the sheet", { ...RUN, columns: { ...RUN.columns, customer: 99_999 } }],
  ["an address of nowhere", { ...RUN, source: { ...RUN.source, address: "=EVIL()" } }],
  ["a margin out of range", { ...RUN, inputs: { ...inputs, grossMargin: { value: 9, origin: "typed" } } }],
  ["a missing input", { ...RUN, inputs: {} }],
  ["an unknown sheet", { ...RUN, sheets: ["passwords"] }],
  [
    "a rate that is text",
    { ...RUN, rules: { ...RUN.rules, currency: { kind: "convert", into: "PLN", rates: { EUR: "4" } } } },
  ],
  ["not an object", "run"],
])("does not believe a workbook with %s", (_, kept) => {
  expect(isLastRun(RUN)).toBe(true);
  expect(isLastRun(kept)).toBe(false);
});

it("takes broken text in the settings for none", async () => {
  await keep(RUN);
  excel.parts.settings.set("clv.lastRun.0", "{");
  expect(await readLastRun()).toBeNull();
  excel.parts.settings.set("clv.lastRun", '{"pieces":1e9,"length":5}');
  expect(await readLastRun()).toBeNull();
});
