import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import { readCsv } from "../../src/orders/readCsv";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import type { Cell } from "../../src/orders/cells";
import { withTyped } from "../../src/summary/inputs/defaultInputs";
import type { WorkbookPlan } from "../../src/summary/plan";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { CHOICES } from "../../src/summary/request";
import { cellAt, formulasOf } from "./support/formulas";
import { planFile, recalculated, type Recalculated } from "./support/planFile";
import { differences, failing, itRecalculates } from "./support/recalculation";
import { reportOf } from "./support/reports";
import { requestFrom } from "./support/requests";

const CDNOW = path.resolve(__dirname, "../../../shared/reference/cdnow_sample.csv");
const hasCdnow = existsSync(CDNOW);

const recalculate = async (plan: WorkbookPlan, orders: readonly (readonly Cell[])[]): Promise<Recalculated> =>
  recalculated(await planFile(plan, [{ name: "Orders", rows: orders }]));

const SAMPLE = sampleOrders({ customers: 120 });

describe("every formula, recalculated by LibreOffice, gives what our own engine gives", () => {
  itRecalculates(
    "on all sheets, from dirty sample orders with groups",
    async () => {
      const base = requestFrom(SAMPLE, { sheets: CHOICES });
      const typed = {
        acquisitionCost: 25,
        grossMargin: 0.35,
        costPerOrder: 1.2,
        retentionCost: 3,
        timing: "begin",
      } as const;
      const request = {
        ...base,
        models: reportOf(buildCustomers(base.orders)),
        inputs: withTyped(base.inputs, typed),
      };
      const plan = planWorkbook(request);
      expect(formulasOf(plan).length).toBeGreaterThan(5000);
      const sheets = await recalculate(plan, SAMPLE);
      expect(differences(plan, sheets)).toEqual([]);
      expect(failing(plan, sheets, request)).toEqual([]);
    },
    240_000,
  );

  itRecalculates(
    "in Persian, with churn and lifespan typed, nobody leaving and another timing",
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

  (hasCdnow ? itRecalculates : it.skip)(
    `from the 6,919 orders of CDNOW, whose revenue is added up here from the text of the file${hasCdnow ? "" : " (skipped: ../shared/reference is not on this machine)"}`,
    async () => {
      const { cells } = readCsv(readFileSync(CDNOW));
      const request = requestFrom(cells, { sheets: CHOICES.filter((key) => key !== "models") });
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
      expect(failing(plan, sheets, request)).toEqual([]);
    },
    300_000,
  );
});
