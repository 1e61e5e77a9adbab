import type { PlanCell, Scalar } from "../summary/plan";
import { inWorkbook } from "./host";

/** What stands in named cells, by name and from the top: values, and formulas with what they come to. */
export type NamedCells = Readonly<Partial<Record<string, readonly PlanCell[]>>>;

/** Reads named cells; names that do not exist or are not cells are left out. */
export const readInputCells = (names: readonly string[]): Promise<NamedCells> =>
  inWorkbook(
    async (context) => {
      const ranges = names.map((name) =>
        context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject().load("values,formulas"),
      );
      await context.sync();
      const cells: Partial<Record<string, readonly PlanCell[]>> = {};
      ranges.forEach((range, index) => {
        const name = names[index];
        if (name === undefined || range.isNullObject) return;
        const values = firstColumn(range.values);
        const formulas = firstColumn(range.formulas);
        cells[name] = values.map((value, row) => cellOf(value, formulas[row]));
      });
      return cells;
    },
    { wait: true },
  );

const firstColumn = (rows: unknown): readonly Scalar[] =>
  Array.isArray(rows) ? rows.map((row: unknown) => scalarOf(Array.isArray(row) ? row[0] : undefined)) : [];

const scalarOf = (value: unknown): Scalar =>
  typeof value === "number" || typeof value === "string" || typeof value === "boolean" ? value : null;

/** A text that looks like a formula equals its own formula; a formula never does. */
const cellOf = (value: Scalar, formula: Scalar | undefined): PlanCell =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value
    ? { formula, expected: value }
    : value;
