/** @jest-environment jsdom */
import "../workbench/browserGlobals";
import { freezeFormulas } from "../../src/excel/freezing/freeze";
import { saveWorkbook } from "../../src/workbench/xlsx/saveWorkbook";
import { itWithLibreOffice, recalculated } from "../workbench/libreOffice";
import { startOffice } from "../workbench/officeHarness";

/** No function of ours is known here: a formula that shows a number although it calls one. */
const FORMULAS = [
  ["=A2*B2/7+N(ISTEXT(CLV.NONE(1)))", 25, 4],
  ["=A3*B3/7+N(ISTEXT(CLV.NONE(1)))", 30, 5],
] as const;

itWithLibreOffice(
  "a frozen workbook keeps its numbers where the add-in is missing and all is recalculated",
  async () => {
    const excel = await startOffice({
      sheets: [
        {
          name: "Mine",
          rows: [
            ["Order", "Orders", "Value", "Living"],
            ...FORMULAS.map(([formula, order, orders], row) => [order, orders, formula, `=C${row + 2}*2`]),
          ],
          formulas: true,
        },
      ],
    });
    await excel.calculated();
    expect(await freezeFormulas()).toEqual({ changed: 2, sheets: 1 });
    await excel.calculated();
    const cells = recalculated(await saveWorkbook(excel.host)).get("Mine") ?? [];
    excel.stop();
    expect(cells.flat().filter((cell) => String(cell).startsWith("#"))).toEqual([]);
    FORMULAS.forEach(([, order, orders], row) => {
      const [, , value, twice] = cells[row + 1] ?? [];
      expect(Math.abs(Number(value) - (order * orders) / 7)).toBeLessThan(1e-9);
      expect(Math.abs(Number(twice) - (order * orders * 2) / 7)).toBeLessThan(1e-9);
    });
  },
);
