import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildCustomers } from "../../src/orders/buildCustomers";
import { readCsv } from "../../src/orders/readCsv";
import { sampleOrders } from "../../src/orders/sampleOrders";
import type { Cell } from "../../src/orders/cells";
import { withTyped } from "../../src/summary/defaultInputs";
import type { WorkbookPlan } from "../../src/summary/plan";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { CHOICES, type SummaryRequest } from "../../src/summary/request";
import { cellAt, formulasOf } from "./support/formulas";
import { planFile, recalculated } from "./support/planFile";
import { reportOf } from "./support/reports";
import { requestFrom } from "./support/requests";

function hasLibreOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}

const CDNOW = path.resolve(__dirname, "../../../shared/reference/cdnow_sample.csv");
const office = hasLibreOffice();
const recalculates = office ? it : it.skip;
const suffix = office ? "" : " (skipped: LibreOffice is not on this machine)";
const hasCdnow = existsSync(CDNOW);
const recalculatesCdnow = office && hasCdnow ? it : it.skip;
const cdnowSuffix = hasCdnow ? suffix : " (skipped: ../shared/reference is not on this machine)";

type Sheets = Map<string, unknown[][]>;

const recalculate = async (plan: WorkbookPlan, orders: readonly (readonly Cell[])[]): Promise<Sheets> =>
  recalculated(await planFile(plan, [{ name: "Orders", rows: orders }]));

/** A date as its serial: before March 1900 Excel's serials run a day behind the calendar. */
function plainValue(value: unknown): unknown {
  if (!(value instanceof Date)) return value ?? "";
  const serial = value.getTime() / 86_400_000 + 25569;
  return serial < 61 ? serial - 1 : serial;
}

function agrees(got: unknown, wanted: unknown): boolean {
  if (typeof got === "number" && typeof wanted === "number")
    return Math.abs(got - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
  return got === (wanted ?? "");
}

/** Formulas whose recalculated value is not what our own engine expects, or is an error. */
const differences = (plan: WorkbookPlan, sheets: Sheets): string[] =>
  formulasOf(plan).flatMap(({ sheet, row, column, formula, expected }) => {
    const got = plainValue(cellAt(sheets.get(sheet.name), row, column));
    const isError = typeof got === "string" && got.startsWith("#");
    if (isError || (expected !== undefined && !agrees(got, expected)))
      return [`${sheet.key} ${formula}: ${String(expected)} expected, ${String(got)} found`];
    return [];
  });

/** The labels of the checks that fail after recalculation. */
function failing(plan: WorkbookPlan, sheets: Sheets, request: SummaryRequest): string[] {
  const name =
    plan.sheets.find(({ key }) => key === (request.sheets.includes("checks") ? "checks" : "summary"))?.name ??
    "";
  return (sheets.get(name) ?? []).flatMap((line) =>
    line.flatMap((cell, column) => (cell === "FAIL" ? [String(line[column - 5])] : [])),
  );
}

const SAMPLE = sampleOrders({ customers: 120 });

describe("every formula, recalculated by LibreOffice, gives what our own engine gives", () => {
  recalculates(
    `on all sheets, from dirty sample orders with groups${suffix}`,
    async () => {
      const base = requestFrom(SAMPLE, { sheets: CHOICES });
      const typed = {
        acquisitionCost: 25,
        grossMargin: 0.35,
        costPerOrder: 1.2,
        retentionCost: 3,
        timing: "begin",
      } as const;
      const request = { ...base, models: reportOf(buildCustomers(base.orders)), inputs: withTyped(base.inputs, typed) };
      const plan = planWorkbook(request);
      expect(formulasOf(plan).length).toBeGreaterThan(5000);
      const sheets = await recalculate(plan, SAMPLE);
      expect(differences(plan, sheets)).toEqual([]);
      expect(failing(plan, sheets, request)).toEqual([]);
    },
    240_000,
  );

  recalculates(
    `in Persian, with churn and lifespan typed, nobody leaving and another timing${suffix}`,
    async () => {
      const base = requestFrom(SAMPLE, { locale: "fa", sheets: ["sensitivity", "planning"] });
      const request = {
        ...base,
        inputs: withTyped(base.inputs, { churn: 0, lifespan: 4, discountRate: 0, timing: "renewal" }),
      };
      const plan = planWorkbook(request);
      expect(differences(plan, await recalculate(plan, SAMPLE))).toEqual([]);
    },
    240_000,
  );

  recalculatesCdnow(
    `from the 6,919 orders of CDNOW, whose revenue is added up here from the text of the file${cdnowSuffix}`,
    async () => {
      const { cells } = readCsv(readFileSync(CDNOW));
      const request = requestFrom(cells);
      const plan = planWorkbook(request);
      const sheets = await recalculate(plan, cells);
      expect(differences(plan, sheets)).toEqual([]);
      const lines = readFileSync(CDNOW, "utf8").trim().split(/\r?\n/).slice(1);
      const cents = lines.reduce((sum, line) => sum + Math.round(Number(line.split(",")[2]) * 100), 0);
      const at = (name: string): unknown => {
        const place = plan.names.find((each) => each.name === name)?.area;
        return cellAt(sheets.get("CLV Summary"), place?.row ?? -1, place?.column ?? -1);
      };
      expect(at("clv_customers")).toBe(2357);
      expect(at("clv_orders")).toBe(6919);
      expect(at("clv_revenue")).toBeCloseTo(cents / 100, 6);
      expect(at("clv_failed_checks")).toBe(0);
    },
    300_000,
  );
});

describe("checks can fail: the orders are changed after the summary was made", () => {
  const request = requestFrom(SAMPLE, { sheets: ["segments", "checks"] });
  const plan = planWorkbook(request);
  const { columns, orders } = request;
  const words = plan.sheets.length;
  const amountColumn = columns.amount.kind === "column" ? columns.amount.column : 0;
  const textRow = request.findings.find(({ reason }) => reason === "textAmount")?.rows[0] ?? 0;
  const changed = (row: number, column: number, cell: Cell): Cell[][] =>
    SAMPLE.map((line, r) => (r === row ? line.map((old, c) => (c === column ? cell : old)) : [...line]));
  const someRow = orders.sourceRow[10] ?? 0;

  recalculates(
    `an amount that was text and is now another number fails the tie to the source${suffix}`,
    async () => {
      expect(words).toBe(5);
      const sheets = await recalculate(plan, changed(textRow, amountColumn, 12_345));
      expect(failing(plan, sheets, request)).toEqual(["Sum of the source = used + left out"]);
    },
    240_000,
  );

  recalculates(
    `another customer in a row, and a row below, fail their own checks and no other${suffix}`,
    async () => {
      const cells = changed(someRow, columns.customer, "somebody else");
      const width = SAMPLE[0]?.length ?? 0;
      const below = [...cells, Array.from({ length: width }, (_, c): Cell => (c === amountColumn ? 1 : ""))];
      const sheets = await recalculate(plan, below);
      expect(failing(plan, sheets, request).sort()).toEqual([
        "No customer id changed in the source",
        "Nothing added below the source range",
      ]);
    },
    240_000,
  );

  recalculates(
    `a date after the as-of day that the user typed fails its check; the changed amount flows to the revenue${suffix}`,
    async () => {
      const asOf = Number(request.inputs.asOf.value);
      const fixed = { ...request, inputs: withTyped(request.inputs, { asOf }) };
      const fixedPlan = planWorkbook(fixed);
      const sheets = await recalculate(fixedPlan, changed(someRow, columns.date, asOf + 3));
      expect(failing(fixedPlan, sheets, fixed)).toEqual(["No order after the as-of day"]);
      const more = await recalculate(plan, changed(someRow, amountColumn, (orders.amount[10] ?? 0) + 1000));
      const place = plan.names.find(({ name }) => name === "clv_revenue")?.area;
      const revenue = planRevenue(plan);
      expect(cellAt(more.get("CLV Summary"), place?.row ?? 0, place?.column ?? 0)).toBeCloseTo(
        revenue + 1000,
        6,
      );
      expect(failing(plan, more, request)).toEqual([]);
    },
    240_000,
  );
});

const planRevenue = (plan: WorkbookPlan): number => {
  const place = plan.names.find(({ name }) => name === "clv_revenue")?.area;
  const cell = formulasOf(plan).find(
    ({ sheet, row, column }) => sheet.key === "summary" && row === place?.row && column === place?.column,
  );
  return Number(cell?.expected);
};
