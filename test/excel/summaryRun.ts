import type { Locale } from "../../src/locales/locale";
import type { Cell } from "../../src/orders/cells";
import { completeColumns } from "../../src/orders/orderColumns";
import { resolveSheetNames } from "../../src/excel/ownSheets";
import { readBlocks } from "../../src/excel/readBlocks";
import { describeSelection } from "../../src/excel/source/selection";
import type { SelectionDescription } from "../../src/excel/source/selection";
import { sourceTableOf } from "../../src/excel/source/sourceTable";
import { withTyped } from "../../src/summary/inputs/defaultInputs";
import type { SheetKey } from "../../src/summary/plan";
import type { PlanSource } from "../../src/summary/planOutline";
import type { SummaryChoices } from "../../src/summary/request";
import { planSourceFrom } from "../../src/worker/connect";
import type { Engine, OrdersOverview } from "../../src/worker/engine";

export interface PlannedRun {
  readonly selection: SelectionDescription;
  readonly overview: OrdersOverview;
  readonly choices: SummaryChoices;
  readonly source: PlanSource;
}

/** What the pane does between the selection and the writing, with the suggestions taken as they are. */
export async function planSelected(
  engine: Engine,
  sheets: readonly SheetKey[] = [],
  names: Readonly<Partial<Record<SheetKey, string>>> = {},
  locale: Locale = "en",
): Promise<PlannedRun> {
  const selection = await describeSelection();
  const recognition = await engine.recognise(selection.head, { numberFormats: selection.headFormats });
  const columns = completeColumns(recognition.columns);
  if (columns === undefined) throw new Error(`missing: ${recognition.missing.join()}`);
  await engine.begin(columns, recognition.rules);
  const { amount } = columns;
  await readBlocks(selection.place, {
    onBlock: (rows, firstRow, formats) => engine.add(rows, firstRow, formats),
    formatsOf: amount.kind === "column" ? amount.column : amount.price,
  });
  const overview = await engine.finish();
  if (overview.defaults === null) throw new Error(`no orders: ${String(overview.obstacle)}`);
  const choices: SummaryChoices = {
    locale,
    sheets,
    inputs: withTyped(overview.defaults, { grossMargin: 0.35, acquisitionCost: 12 }),
    money: { symbol: "€", digits: 2, symbolAfter: false },
    place: selection.place,
    columns,
    table: sourceTableOf(selection, columns),
    madeAt: 46_000.5,
    version: "0.1.0",
    sheetNames: names,
  };
  const outline = await engine.plan(choices);
  const wanted = outline.sheets.map(({ key, name }) => ({ key, name }));
  await resolveSheetNames(wanted);
  return { selection, overview, choices, source: planSourceFrom(engine, outline) };
}

/** Rows of cells as the harness takes them: it knows no null. */
export const startRows = (rows: readonly (readonly Cell[])[]): (string | number | boolean)[][] =>
  rows.map((row) => row.map((cell) => cell ?? ""));
