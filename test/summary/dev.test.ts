import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { withTyped } from "../../src/summary/defaultInputs";
import { CHOICES } from "../../src/summary/request";
import type { Locale } from "../../src/locales/locale";
import { convert, planFile, recalculated } from "./support/planFile";
import { reportOf } from "./support/reports";
import { cellsOf, requestOf, type PlainOrder } from "./support/requests";

function cdnow(): PlainOrder[] {
  return readFileSync("../shared/reference/cdnow_sample.csv", "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [id = "", date = "", amount = ""] = line.split(",");
      const iso = date.includes("-") ? date : `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;
      return [id, Math.round(Date.parse(iso) / 86400000 + 25569), Number(amount)] as const;
    });
}

it("dev: recalculates", async () => {
  const locale = (process.env["LOC"] ?? "en") as Locale;
  const orders = cdnow().slice(0, Number(process.env["N"] ?? 1500));
  const base = requestOf(orders, {
    locale,
    sheets: process.env["ALL"]
      ? CHOICES
      : ((process.env["SHEETS"] ?? "").split(",").filter((k) => k !== "") as (typeof CHOICES)[number][]),
  });
  const grouped = {
    ...base.orders,
    group: Uint32Array.from(base.orders.customer, (c) => c % 3),
    groupIds: ["North", "South", "=West"],
  };
  const request = {
    ...base,
    orders: grouped,
    models: reportOf(base.customers),
    history: [],
    inputs: withTyped(base.inputs, { acquisitionCost: 12, discountRate: 0.12 }),
  };
  const plan = planWorkbook(request);
  const xlsx = await planFile(plan, [{ name: "Orders", rows: cellsOf(orders) }]);
  mkdirSync("/tmp/e", { recursive: true });
  writeFileSync("/tmp/e/plan.xlsx", xlsx);
  const started = Date.now();
  const cells = await recalculated(xlsx);
  console.log("recalculated in", Date.now() - started);
  const wrong: string[] = [];
  let compared = 0;
  for (const sheet of plan.sheets)
    for (const block of sheet.blocks)
      block.cells.forEach((line, r) =>
        line.forEach((cell, c) => {
          if (cell === null || typeof cell !== "object") return;
          const got = cells.get(sheet.name)?.[block.row + r]?.[block.column + c];
          const want = cell.expected;
          const value = got instanceof Date ? got.getTime() / 86400000 + 25569 : got;
          if (want === undefined) {
            if (typeof value === "string" && value.startsWith("#"))
              wrong.push(
                `${sheet.key} ${block.row + r},${block.column + c} ${cell.formula} ${String(value)}`,
              );
            return;
          }
          compared++;
          const same =
            typeof want === "number" && typeof value === "number"
              ? Math.abs(want - value) <= 1e-9 * Math.max(1, Math.abs(want))
              : value === want || (want === "" && (value === null || value === undefined));
          if (!same)
            wrong.push(
              `${sheet.key} ${block.row + r},${block.column + c} ${cell.formula} want ${String(want)} got ${String(value)}`,
            );
        }),
      );
  console.log(compared, "compared;", wrong.length, "wrong\n" + wrong.slice(0, 40).join("\n"));
  if (process.env["PDF"]) convert("/tmp/e/plan.xlsx", "pdf");
  expect(existsSync("/tmp/e/plan.xlsx")).toBe(true);
  expect(wrong.length).toBe(0);
}, 600000);
