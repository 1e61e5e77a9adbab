import { execFileSync } from "node:child_process";
import { numberFormats } from "../../src/summary/layout/numberFormats";
import type { Cell } from "../../src/orders/cells";
import { completeColumns, type CurrencyRule } from "../../src/orders/orderColumns";
import { createOrderReader } from "../../src/orders/readOrders";
import { recognise } from "../../src/orders/recognising/recognise";
import { defaultInputs } from "../../src/summary/inputs/defaultInputs";
import type { FormulaCell, PlanCell, WorkbookPlan } from "../../src/summary/plan";
import { planWorkbook } from "../../src/summary/planWorkbook";
import type { SummaryRequest } from "../../src/summary/request";
import { cellAt, formulasOf, isFormula } from "./support/formulas";
import { planFile, recalculated } from "./support/planFile";
import { differences, failing, valuesOf, withTypedCells } from "./support/recalculation";
import { requestFrom } from "./support/requests";

function hasLibreOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}

const RATES = { USD: 0.92, GBP: 1.17 };
const RULE: CurrencyRule = {
  kind: "convert",
  into: "EUR",
  rates: RATES,
  origins: { USD: "ECB, 25 Nov 2026" },
};
const CURRENCIES = ["EUR", "USD", "GBP", "JPY"];

/** 60 orders of eight customers: three currencies with a rate, one without, some amounts as text. */
const CELLS: Cell[][] = [
  ["Customer", "Date", "Amount", "Currency", "Region"],
  ...Array.from({ length: 60 }, (_, i): Cell[] => {
    const amount = 19.99 + i * 3.5 - (i % 17 === 16 ? 200 : 0);
    const currency = CURRENCIES[i % 10 === 9 ? 3 : i % 3] ?? "";
    const day = 44927 + i * 14;
    return [
      `C${i % 8}`,
      day,
      i % 13 === 12 ? amount.toFixed(2) : amount,
      currency,
      i % 2 ? "North" : "South",
    ];
  }),
];

function requestWith(
  rule: CurrencyRule,
  sheets: SummaryRequest["sheets"],
  cells: readonly Cell[][] = CELLS,
): SummaryRequest {
  const recognition = recognise(cells.slice(0, 500));
  const columns = completeColumns(recognition.columns);
  if (!columns) throw new Error("columns not recognised");
  const reader = createOrderReader(columns, { ...recognition.rules, currency: rule });
  reader.add(cells, 0);
  const { orders, findings, sourceRows } = reader.finish();
  return requestFrom(cells, {
    sheets,
    orders,
    findings,
    sourceRows,
    inputs: defaultInputs(orders),
    money: { symbol: "EUR", digits: 2, symbolAfter: true },
  });
}

/** Half a cent away from zero, worked out here from the cells alone. */
function revenueAt(rates: Readonly<Record<string, number>>, cells: readonly Cell[][] = CELLS): number {
  const cents = cells.slice(1).reduce((sum, [, , amount, currency]) => {
    const rate = currency === "EUR" ? 1 : rates[String(currency)];
    if (rate === undefined) return sum;
    const exact = Math.abs(Number(amount)) * rate * 100;
    return sum + Math.sign(Number(amount)) * Math.floor(exact + 0.5 + 1e-9);
  }, 0);
  return cents / 100;
}

const named = (plan: WorkbookPlan, name: string): { sheet: string; row: number; column: number } => {
  const found = plan.names.find((each) => each.name === name);
  const sheet = plan.sheets.find(({ key }) => key === found?.sheet);
  return { sheet: sheet?.name ?? "", row: found?.area.row ?? -1, column: found?.area.column ?? -1 };
};

/** The plan as it is after somebody has typed another number into a named cell. */
function typedInto(plan: WorkbookPlan, name: string, value: number): WorkbookPlan {
  const { sheet, row, column } = named(plan, name);
  return {
    ...plan,
    sheets: plan.sheets.map((each) =>
      each.name !== sheet
        ? each
        : {
            ...each,
            blocks: each.blocks.map((block) => ({
              ...block,
              cells: block.cells.map((line, r) =>
                line.map((cell, c) => (block.row + r === row && block.column + c === column ? value : cell)),
              ),
            })),
          },
    ),
  };
}

test("amounts are converted order by order at the rates given; a currency without a rate is left out", () => {
  const { orders, findings } = requestWith(RULE, []);
  expect(orders.amount.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100).toBe(
    revenueAt(RATES),
  );
  expect(orders.conversion).toMatchObject({
    into: "EUR",
    currencies: ["EUR", "USD", "GBP"],
    rates: [1, 0.92, 1.17],
    origins: ["", "ECB, 25 Nov 2026", ""],
  });
  const left = findings.find(({ reason }) => reason === "otherCurrency");
  expect(left).toMatchObject({ treatment: "excluded", count: 6 });
});

test("no rate is typed into a formula, and each rate is a named input with its origin", () => {
  const plan = planWorkbook(requestWith(RULE, ["inputs"]));
  const inputs = plan.sheets.find(({ key }) => key === "inputs");
  const rows = new Map<number, unknown[]>();
  for (const { row, column, cells } of inputs?.blocks ?? []) {
    cells.forEach((line, r) => {
      const found = rows.get(row + r) ?? [];
      line.forEach((cell, c) => (found[column + c] = cell));
      rows.set(row + r, found);
    });
  }
  const texts = [...rows.values()].map((line) =>
    line.slice(0, 4).map((cell) => (isFormula(cell as PlanCell) ? (cell as FormulaCell).expected : cell)),
  );
  expect(texts).toContainEqual(["1 USD in EUR", 0.92, "EUR", "ECB, 25 Nov 2026"]);
  expect(texts).toContainEqual(["1 GBP in EUR", 1.17, "EUR", "no source given"]);
  const converted = formulasOf(plan).filter(({ formula }) => formula.includes("clv_rate_usd"));
  expect(converted.length).toBeGreaterThan(10);
  expect(converted.every(({ formula }) => !formula.includes("0.92"))).toBe(true);
});

test("without conversion nothing of it is on the sheets", () => {
  const plan = planWorkbook(requestWith({ kind: "only", currency: "EUR" }, ["inputs"]));
  expect(plan.names.filter(({ name }) => name.startsWith("clv_rate"))).toEqual([]);
});

const office = hasLibreOffice() ? test : test.skip;

office.each([[[] as const], [["inputs", "cohorts", "groups", "checks"] as const]])(
  "recalculated by LibreOffice, a changed rate changes the revenue, and the checks pass: sheets %j",
  async (sheets) => {
    const plan = planWorkbook(requestWith(RULE, sheets));
    const calculated = async (of: WorkbookPlan) => {
      const book = await recalculated(await planFile(of, [{ name: "Orders", rows: CELLS }]));
      const notes = (book.get("CLV Summary") ?? []).flat().map(String);
      return {
        of: (name: string): unknown => {
          const { sheet, row, column } = named(of, name);
          return cellAt(book.get(sheet), row, column);
        },
        sources: notes.flatMap((note) => /at this rate; source: (.+)/.exec(note)?.[1] ?? []),
      };
    };
    const before = await calculated(plan);
    expect(before.of("clv_revenue")).toBeCloseTo(revenueAt(RATES), 9);
    expect(before.of("clv_failed_checks")).toBe(0);
    expect(before.sources).toEqual(["ECB, 25 Nov 2026", "no source given"]);
    const after = await calculated(typedInto(plan, "clv_rate_usd", 1.5));
    expect(after.of("clv_revenue")).toBeCloseTo(revenueAt({ ...RATES, USD: 1.5 }), 9);
    expect(after.of("clv_failed_checks")).toBe(0);
    expect(after.sources).toEqual(["you typed", "no source given"]);
  },
  240_000,
);

/** 9,000 orders of 3,000 customers: more than formulas per customer can follow in good time. */
const MANY: readonly Cell[][] = [
  ["Customer", "Date", "Amount", "Currency", "Region"],
  ...Array.from({ length: 9000 }, (_, i): Cell[] => [
    `C${(i * 7) % 3000}`,
    44927 + ((i * 53) % 700),
    i % 97 === 96 ? (5.05 + (i % 300)).toFixed(2) : 5.05 + (i % 300) - (i % 41 === 40 ? 300 : 0),
    CURRENCIES[i % 10 === 9 ? 3 : i % 3] ?? "",
    i % 2 ? "North" : "South",
  ]),
];

office(
  "above the limit of live formulas, converted amounts tie to the source, and all sheets agree with our own engine",
  async () => {
    const request = requestWith(
      RULE,
      ["inputs", "cohorts", "groups", "segments", "planning", "checks"],
      MANY,
    );
    const plan = planWorkbook(request);
    expect(formulasOf(plan).some(({ formula }) => formula.includes("clv_order_amount"))).toBe(false);
    const book = await recalculated(await planFile(plan, [{ name: "Orders", rows: [...MANY] }]));
    expect(valuesOf(plan, book, "clv_revenue")).toEqual([revenueAt(RATES, MANY)]);
    expect(valuesOf(plan, book, "clv_failed_checks")).toEqual([0]);
    expect(differences(plan, book).slice(0, 5)).toEqual([]);
    const typed = withTypedCells(plan, { clv_rate_usd: 1.5 });
    const after = await recalculated(await planFile(typed, [{ name: "Orders", rows: [...MANY] }]));
    expect(failing(plan, after, request)).toEqual([
      "Values follow from the inputs as they are (if not: refresh)",
    ]);
  },
  300_000,
);

test.each([
  ["EUR", '"EUR "#,##0.00_)'],
  ["€", '"€"#,##0.00_)'],
])("%s before an amount is written so that the two can be read apart", (symbol, code) => {
  const [positive] = numberFormats({ symbol, digits: 2, symbolAfter: false }).money.split(";");
  expect(positive).toBe(code);
});
