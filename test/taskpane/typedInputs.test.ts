/** @jest-environment jsdom */
import { addressOf } from "../../src/summary/layout/cellAddress";
import { sameFormula } from "../../src/excel/address";
import type { CellValue } from "../../src/workbench/grid/backend";
import type { Area, NamePlan, Validation } from "../../src/summary/plan";
import type { SheetOutline, WorkbookOutline } from "../../src/summary/planOutline";
import { CHOICES } from "../../src/summary/request";
import { openPane, readOrders, run, type RealPane } from "./realPane";
import { until } from "../until";

/**
 * Whatever is typed in a cell that invites to type must stand after a refresh. The cells are found by their look, so
 * that no input can be forgotten here.
 */

const START = 45_292;
/** Orders of ten customers in two currencies over two years. */
const ORDERS: (string | number)[][] = Array.from({ length: 90 }, (_, i) => [
  `C-${100 + (i % 10)}`,
  START + i * 8 + (i % 3),
  20 + (i % 7) * 5,
  i % 4 === 0 ? "USD" : "EUR",
  i % 3 === 0 ? "North" : "South",
]);
const HEAD = ["Customer", "Date", "Amount", "Currency", "Region"];

async function makeAll(opened: RealPane): Promise<void> {
  const { pane, store } = opened;
  const { actions } = pane.summary;
  await readOrders(opened);
  if ((store.get().summary.orders?.currencies.length ?? 0) > 1) {
    actions.convertInto("EUR");
    actions.typeRate("USD", { text: "0.9", origin: "ECB" });
    actions.settleRates();
    await until(() => store.get().summary.orders?.rules.currency?.kind === "convert");
    await until(() => store.get().summary.orders?.check.kind === "checked");
    actions.fixColumns({ group: 4 });
    await until(() => store.get().summary.orders?.check.kind === "checked");
  }
  actions.chooseSheets([...CHOICES]);
  await run(opened, () => actions.make());
}

interface Input {
  readonly id: string;
  readonly sheet: SheetOutline;
  readonly address: string;
  /** The block of inputs that it belongs to. */
  readonly area: Area;
  readonly rule: Validation["rule"] | undefined;
}

const within = (area: Area, row: number, column: number): boolean =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

/** Every cell that looks like an input, by its name and place. */
function inputsOf({ sheets, names }: WorkbookOutline): Input[] {
  return sheets.flatMap((sheet) =>
    sheet.formats
      .filter(({ style }) => style === "input")
      // The legend on About shows the look, and invites to nothing.
      .filter(() => sheet.key !== "about")
      .flatMap(({ area }) =>
        Array.from({ length: area.rows * area.columns }, (_, i): Input => {
          const [row, column] = [area.row + Math.floor(i / area.columns), area.column + (i % area.columns)];
          const address = addressOf({ row, column, rows: 1, columns: 1 });
          const named = names.find(
            (name: NamePlan) =>
              name.sheet === sheet.key && name.name !== "clv_input_values" && within(name.area, row, column),
          );
          if (named === undefined) throw new Error(`${sheet.name}!${address} has no name`);
          return {
            id: `${named.name}[${row - named.area.row}]`,
            sheet,
            address,
            area,
            rule: sheet.validations.find((one) => within(one.area, row, column))?.rule,
          };
        }),
      ),
  );
}

const at = ({ sheet, address }: Input): string => `'${sheet.name}'!${address}`;

/** Another value that the cell allows. */
function another(rule: Input["rule"], now: CellValue): CellValue {
  if (rule === undefined) return `My ${String(now)}`;
  if (rule.kind === "list") return rule.values.find((value) => value !== now) ?? "";
  const value = typeof now === "number" ? now : rule.min;
  if (rule.kind === "date") return value + (now === "" ? 0 : 1);
  if (rule.kind === "whole") return value < rule.max ? value + 1 : value - 1;
  const [low, high] = [Math.max(rule.min, value / 2), Math.min(rule.max, value * 1.5)];
  return value === 0 ? Math.min(0.25, rule.max) : low === value ? high : low;
}

describe("what is typed in the input cells", () => {
  let opened: RealPane;
  let typed: Map<string, CellValue>;

  beforeAll(async () => {
    opened = await openPane([HEAD, ...ORDERS]);
    await makeAll(opened);
  }, 240_000);
  afterAll(() => {
    opened.excel.stop();
  });

  it("is kept by a refresh, on every sheet", async () => {
    const { excel, pane, outlines } = opened;
    const [plan] = outlines;
    if (plan === undefined) throw new Error("nothing was written");
    const inputs = inputsOf(plan);
    const names = new Set(inputs.map(({ id }) => id.replace(/\[.*/, "")));
    expect(names.size).toBeGreaterThan(30);
    expect([...names]).toEqual(
      expect.arrayContaining([
        "clv_scores",
        "clv_segment_names",
        "clv_segment_money_low",
        "clv_sensitivity_step",
        "clv_joiners",
        "clv_save_rate",
        "clv_rate_usd",
      ]),
    );
    typed = new Map(
      inputs.map((input) => {
        const [[now = ""] = []] = excel.values(at(input));
        const value = another(input.rule, now);
        expect([input.id, value]).not.toEqual([input.id, now]);
        return [input.id, value];
      }),
    );
    for (const area of new Set(inputs.map((input) => input.area))) {
      const cells = inputs.filter((input) => input.area === area);
      const values = cells.map(({ id }) => typed.get(id) ?? "");
      const rows = Array.from({ length: area.rows }, (_, row) =>
        values.slice(row * area.columns, (row + 1) * area.columns),
      );
      excel.type(`'${cells[0]?.sheet.name ?? ""}'!${addressOf(area)}`, rows);
    }
    excel.type("Orders!A92", [["C-103", START + 712, 35, "EUR", "North"]]);
    await excel.calculated();
    await run(opened, () => pane.summary.actions.refresh());
    const after = inputsOf(outlines.at(-1) ?? plan);
    const now = after.map((input): [string, CellValue] => [input.id, excel.values(at(input))[0]?.[0] ?? ""]);
    expect(Object.fromEntries(now)).toEqual(Object.fromEntries(typed));
  }, 240_000);

  it("is what the sheets calculate with: only the limits that leave customers out fail a check", () => {
    const checks = opened.excel.values("'CLV Checks'!A1:F60");
    const results = checks.filter((row) => typeof row[4] === "number");
    expect(results.length).toBeGreaterThan(15);
    expect(results.filter((row) => row[5] !== "pass").map(([label]) => label)).toEqual([
      "Segments add up: customers",
      "Segments add up: revenue",
    ]);
  });

  it("says that it was typed", () => {
    const { excel, outlines } = opened;
    const plan = outlines.at(-1);
    if (plan === undefined) throw new Error("nothing was written");
    const silent = inputsOf(plan).filter(({ sheet, address }) => {
      const row = address.replace(/^[A-Z]+/, "");
      return !excel.texts(`'${sheet.name}'!A${row}:R${row}`)[0]?.includes("you typed");
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it("is kept by the next refresh too, and given up where the cell is emptied", async () => {
    const { excel, pane, outlines } = opened;
    const plan = outlines.at(-1);
    if (plan === undefined) throw new Error("nothing was written");
    const inputs = inputsOf(plan);
    const find = (id: string): Input => {
      const found = inputs.find((input) => input.id === id);
      if (found === undefined) throw new Error(id);
      return found;
    };
    const emptied = ["clv_save_rate[0]", "clv_joiners[0]", "clv_segment_names[2]", "clv_churn_typed[0]"];
    for (const id of emptied) excel.type(at(find(id)), [[""]]);
    await excel.calculated();
    await run(opened, () => pane.summary.actions.refresh());
    const kept = inputs.filter(({ id }) => !emptied.includes(id));
    const now = kept.map((input): [string, CellValue] => [input.id, excel.values(at(input))[0]?.[0] ?? ""]);
    expect(Object.fromEntries(now)).toEqual(
      Object.fromEntries([...typed].filter(([id]) => !emptied.includes(id))),
    );
    expect(excel.values(at(find("clv_save_rate[0]")))).toEqual([[0.4]]);
    expect(excel.values(at(find("clv_segment_names[2]")))).toEqual([["New"]]);
    expect(excel.values(at(find("clv_churn_typed[0]")))).toEqual([[""]]);
    const [[joiners = ""] = []] = excel.formulas(at(find("clv_joiners[0]")));
    expect(
      sameFormula(String(joiners), '=COUNTIF(clv_customer_first,">="&clv_period_start)/clv_period_years'),
    ).toBe(true);
  }, 240_000);

  it("is refused in words where it cannot be used, and nothing is written", async () => {
    const { excel, pane, store, outlines } = opened;
    const plan = outlines.at(-1);
    const input = plan && inputsOf(plan).find(({ id }) => id === "clv_sensitivity_step[0]");
    if (input === undefined) throw new Error("no step");
    const written = outlines.length;
    excel.type(at(input), [[40]]);
    await excel.calculated();
    pane.summary.actions.refresh();
    await until(() => store.get().problems.run !== undefined);
    expect(store.get().problems.run).toEqual({
      code: "inputRefused",
      details: {
        cell: at(input),
        label: "Step, up and down",
        value: "40",
        allowed: "0.01 – 0.5",
      },
    });
    expect(outlines).toHaveLength(written);
    expect(excel.values(at(input))).toEqual([[40]]);
  }, 240_000);
});
