import { addressOf } from "../../../src/summary/layout/cellAddress";
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../../src/summary/plan";
import { isFormula } from "./formulas";

/** A1 references as offsets from their cell: the same formula down a column reads the same in every row. */
function relative(formula: string, row: number, column: number): string {
  const columnOf = (letters: string): number =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return formula.replace(
    /(?<![\w.])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(])/g,
    (_, fixedColumn: string, letters: string, fixedRow: string, line: string) => {
      const [r, c] = [Number(line) - 1, columnOf(letters)];
      const rowPart = fixedRow ? `R${r + 1}` : r === row ? "R" : `R[${r - row}]`;
      return `${rowPart}${fixedColumn ? `C${c + 1}` : c === column ? "C" : `C[${c - column}]`}`;
    },
  );
}

/** Words are in src/locales and pass through many hands: here only what is calculated, and from what. */
const wordless = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"/g, (text) => (/\p{L}/u.test(text) ? '""' : text));

function shown(cell: PlanCell, row: number, column: number): string {
  if (isFormula(cell)) {
    const value = typeof cell.expected === "number" ? ` → ${Number(cell.expected.toPrecision(10))}` : "";
    return `${relative(wordless(cell.formula), row, column)}${value}`;
  }
  if (typeof cell === "string") return cell === "" ? "" : "“…”";
  return cell === null ? "null" : String(cell);
}

/** The formulas of a row without their values: rows that are alike in them are shown once, with the sum of each column. */
const shapeOf = (line: readonly PlanCell[], row: number, column: number): string =>
  line
    .map((cell, c) =>
      isFormula(cell) ? relative(wordless(cell.formula), row, column + c) : `<${typeof cell}>`,
    )
    .join(" | ");

const numberOf = (cell: PlanCell | undefined): number => {
  const value = typeof cell === "object" && cell !== null ? cell.expected : cell;
  return typeof value === "number" ? value : 0;
};

function blockLines(sheet: SheetPlan, index: number): string[] {
  const block = sheet.blocks[index];
  const width = block?.cells[0]?.length ?? 0;
  if (block === undefined || width === 0) return [];
  const { row, column, cells } = block;
  const lines = [`block ${addressOf({ row, column, rows: cells.length, columns: width })}`];
  for (let r = 0; r < cells.length;) {
    const line = cells[r] ?? [];
    const shape = shapeOf(line, row + r, column);
    let end = r + 1;
    while (end < cells.length && shapeOf(cells[end] ?? [], row + end, column) === shape) end++;
    lines.push(`  ${line.map((cell, c) => shown(cell, row + r, column + c)).join(" | ")}`);
    if (end - r > 1) {
      const sums = line.map((_, c) =>
        Number(
          cells
            .slice(r, end)
            .reduce((sum, each) => sum + numberOf(each[c]), 0)
            .toPrecision(10),
        ),
      );
      lines.push(`  … ${end - r} rows like this; sums ${sums.join(" | ")}`);
    }
    r = end;
  }
  return lines;
}

/** A sheet's figures in a form that a reviewer can read and a diff can show. */
export function goldenForm(plan: WorkbookPlan, sheet: SheetPlan): string {
  const names = plan.names
    .filter((name) => name.sheet === sheet.key)
    .map(({ name, area }) => `name ${name} ${addressOf(area)}`);
  const blocks = sheet.blocks.flatMap((_, index) => blockLines(sheet, index));
  return `${[...names, ...blocks].join("\n")}\n`;
}
