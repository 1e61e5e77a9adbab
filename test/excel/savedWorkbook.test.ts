/** @jest-environment jsdom */
import "../workbench/browserGlobals";
import { readXlsx, type Sheet } from "hucre/xlsx";
import { writePlan } from "../../src/excel/writing/writePlan";
import { languageOf } from "../../src/locales/language";
import type { Locale } from "../../src/locales/locale";
import { sheetWords } from "../../src/locales/sheetWords";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import type { SheetKey } from "../../src/summary/plan";
import { CHOICES } from "../../src/summary/request";
import { saveWorkbook } from "../../src/workbench/xlsx/saveWorkbook";
import { createEngine } from "../../src/worker/createEngine";
import { startOffice } from "../workbench/officeHarness";
import { planSelected, startRows } from "./summaryRun";

const ORDERS = startRows(sampleOrders({ customers: 60 }));

/** The manners of a sheet, as a reader of the saved file finds them. */
interface Manners {
  /** Rows and columns that stay in view. */
  readonly frozen: readonly [rows: number, columns: number];
  /** Pages wide and tall; 0 is as many as it takes. */
  readonly pages: readonly [wide: number, tall: number];
  /** What each page repeats. */
  readonly repeated?: readonly [rows: string | undefined, columns: string | undefined];
  readonly charts: readonly string[];
  readonly colourScales?: number;
}

const SHEETS: Readonly<Record<Exclude<SheetKey, "scenario">, Manners>> = {
  summary: { frozen: [0, 0], pages: [1, 1], charts: ["bar", "scatter", "line"] },
  inputs: { frozen: [4, 0], pages: [1, 1], charts: [] },
  segments: { frozen: [0, 0], pages: [1, 1], charts: ["scatter", "bar from the top"] },
  cohorts: { frozen: [0, 2], pages: [1, 0], charts: ["line", "line"], colourScales: 2 },
  sensitivity: { frozen: [0, 0], pages: [1, 1], charts: ["bar from the top"], colourScales: 1 },
  models: { frozen: [0, 0], pages: [1, 0], charts: ["line"] },
  planning: { frozen: [0, 0], pages: [1, 0], charts: ["bar"] },
  groups: { frozen: [0, 0], pages: [1, 1], charts: ["bar"] },
  checks: { frozen: [4, 0], pages: [1, 1], charts: [] },
  // A chart of the history begins with its second row.
  history: { frozen: [4, 0], pages: [1, 1], repeated: ["$1:$4", undefined], charts: [] },
  customers: { frozen: [4, 2], pages: [2, 0], repeated: ["$1:$4", "$A:$B"], charts: [] },
  orders: { frozen: [4, 0], pages: [1, 0], repeated: ["$1:$4", undefined], charts: [] },
  about: { frozen: [0, 0], pages: [1, 1], charts: [] },
};
const KEYS = Object.keys(SHEETS) as (keyof typeof SHEETS)[];

const mannersOf = (sheet: Sheet): Manners => {
  const { freezePane, pageSetup, charts, conditionalRules } = sheet;
  const { printTitlesRow, printTitlesColumn } = pageSetup ?? {};
  const scales = (conditionalRules ?? []).filter(({ type }) => type === "colorScale").length;
  return {
    frozen: [freezePane?.rows ?? 0, freezePane?.columns ?? 0],
    pages: [pageSetup?.fitToWidth ?? -1, pageSetup?.fitToHeight ?? -1],
    ...((printTitlesRow ?? printTitlesColumn)
      ? { repeated: [printTitlesRow, printTitlesColumn] as const }
      : {}),
    charts: (charts ?? []).map(({ kinds, axes }) =>
      axes?.x?.reverse && axes.y?.crosses === "max" && axes.x.crosses === undefined
        ? `${kinds.join()} from the top`
        : kinds.join(),
    ),
    ...(scales > 0 ? { colourScales: scales } : {}),
  };
};

/** Zero-based row and column of every cell in ranges such as `B5:B19 B22`. */
function cellsIn(ranges: string): string[] {
  const columnOf = (letters: string): number =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return ranges.split(" ").flatMap((range) => {
    const corners = [...range.matchAll(/([A-Z]+)(\d+)/g)].map(
      ([, letters = "", row]) => [Number(row) - 1, columnOf(letters)] as const,
    );
    const [top = 0, left = 0] = corners[0] ?? [];
    const [bottom = top, right = left] = corners[1] ?? [];
    return Array.from({ length: bottom - top + 1 }, (_, r) =>
      Array.from({ length: right - left + 1 }, (__, c) => `${top + r},${left + c}`),
    ).flat();
  });
}

const isInput = (cell: { style?: { font?: object; fill?: object } } | undefined): boolean =>
  JSON.stringify(cell?.style?.font ?? {}).includes('"0000FF"') &&
  JSON.stringify(cell?.style?.fill ?? {}).includes('"FFCC99"');

describe.each(["en", "fa"] as const)("the saved workbook with all sheets, in %s", (locale: Locale) => {
  const names = sheetWords(locale).sheetNames;
  const sheets = new Map<string, Sheet>();
  const sheetOf = (key: SheetKey): Sheet => {
    const found = sheets.get(names[key]);
    if (found === undefined) throw new Error(`no sheet ${names[key]}`);
    return found;
  };

  beforeAll(async () => {
    const excel = await startOffice({ sheets: [{ name: "Sales", rows: ORDERS }] });
    excel.select("Sales!A1");
    const engine = createEngine();
    await engine.speak(locale, languageOf(locale));
    const { source } = await planSelected(engine, CHOICES, {}, locale);
    await writePlan(source, {});
    const book = await readXlsx(await saveWorkbook(excel.host), { readStyles: true });
    excel.stop();
    for (const sheet of book.sheets) sheets.set(sheet.name, sheet);
  }, 120_000);

  it("freezes, pages, repeats headings, draws and shades as each sheet should", () => {
    expect(Object.fromEntries(KEYS.map((key) => [key, mannersOf(sheetOf(key))]))).toEqual(SHEETS);
  });

  it.each(KEYS)("prints what %s shows, landscape, with a foot, in columns of set widths", (key) => {
    const { pageSetup, headerFooter, columns, rows } = sheetOf(key);
    expect(pageSetup?.orientation).toBe("landscape");
    expect(pageSetup?.fitToPage).toBe(true);
    expect(headerFooter?.oddFooter).toBe("&L&F · &A&R&P / &N");
    const [, right = "", bottom = "0"] = /^\$A\$1:\$([A-Z]+)\$(\d+)$/.exec(pageSetup?.printArea ?? "") ?? [];
    const printed = cellsIn(`A1:${right}1`).length;
    const isFilled = (cell: unknown): boolean => cell !== null && cell !== undefined && cell !== "";
    const beyond = rows
      .slice(Number(bottom))
      .flatMap((row) => row.slice(0, printed))
      .filter(isFilled);
    // Workings stand below the printed page of the summary, and nothing anywhere else.
    if (key === "summary") expect(beyond.length).toBeGreaterThan(20);
    else expect(beyond).toEqual([]);
    const used = Array.from({ length: printed }, (_, c) => c).filter((c) =>
      rows.some((row) => isFilled(row[c])),
    );
    for (const column of used) expect(columns?.[column]?.width).toBeGreaterThan(1);
  });

  it("gives the look of inputs to the cells that may be changed, and to no other", () => {
    let inputs = 0;
    for (const key of KEYS) {
      const { dataValidations, cells } = sheetOf(key);
      const allowed = new Set((dataValidations ?? []).flatMap(({ range }) => cellsIn(range)));
      const looking = [...(cells ?? [])].filter(([, cell]) => isInput(cell)).map(([at]) => at);
      // The segments' names, of which anything may be made, and the look itself in the legend.
      const isFree = (at: string): boolean =>
        (key === "segments" && at.endsWith(",1")) || (key === "about" && at.endsWith(",0"));
      expect([key, looking.filter((at) => !allowed.has(at) && !isFree(at))]).toEqual([key, []]);
      expect([key, [...allowed].filter((at) => !isInput(cells?.get(at)))]).toEqual([key, []]);
      inputs += looking.length;
    }
    expect(inputs).toBeGreaterThan(20);
  });

  it("turns sheets and cells where the language is read from the right", () => {
    const isTurned = locale === "fa";
    for (const key of KEYS) {
      const { view, cells } = sheetOf(key);
      expect([key, view?.rightToLeft ?? false]).toEqual([key, isTurned]);
      const orders = [...(cells?.values() ?? [])].map(({ style }) => style?.alignment?.readingOrder);
      expect([key, orders.includes("rtl")]).toEqual([key, isTurned]);
    }
  });
});
