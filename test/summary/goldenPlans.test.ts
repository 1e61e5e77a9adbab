import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import { withTyped } from "../../src/summary/inputs/defaultInputs";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { CHOICES } from "../../src/summary/request";
import { goldenForm } from "./support/goldenForm";
import { reportOf } from "./support/reports";
import { requestFrom } from "./support/requests";

/**
 * What every sheet calculates, and from what, as committed in golden/: a change there is meant, or is a mistake.
 * `npm run golden` renews the files; the diff is then read like any other change.
 */
const FOLDER = path.join(__dirname, "golden");
const renew = process.env.CLV_RENEW_GOLDEN === "1";

const base = requestFrom(sampleOrders({ customers: 60 }), { sheets: CHOICES });
const plan = planWorkbook({
  ...base,
  inputs: withTyped(base.inputs, { acquisitionCost: 25, grossMargin: 0.35, costPerOrder: 1.2 }),
  models: reportOf(buildCustomers(base.orders)),
});

if (renew) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const sheet of plan.sheets)
    writeFileSync(path.join(FOLDER, `${sheet.key}.txt`), goldenForm(plan, sheet));
}

it("has a golden file for every sheet and no other", () => {
  const files = readdirSync(FOLDER).sort();
  expect(files).toEqual(plan.sheets.map(({ key }) => `${key}.txt`).sort());
});

it.each(plan.sheets.map((sheet) => [sheet.key, sheet] as const))(
  "the sheet %s calculates what it did",
  (key, sheet) => {
    expect(goldenForm(plan, sheet)).toBe(readFileSync(path.join(FOLDER, `${key}.txt`), "utf8"));
  },
);
