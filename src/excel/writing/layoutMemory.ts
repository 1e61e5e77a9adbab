import type { Area, ChartPlan, SheetKey } from "../../summary/plan";
import type { SheetOutline } from "../../summary/planOutline";
import { isOnSheet } from "../address";
import { isSheetKey } from "../ownSheets";
import { readText } from "../settings/settingsStore";
import {
  either,
  isCount,
  isFlag,
  isList,
  isNumber,
  isOneOf,
  isShape,
  isText,
  optional,
  parsed,
} from "../settings/shape";
import type { Check } from "../settings/shape";

/**
 * What we last wrote on a sheet of ours, cells aside: kept in the workbook's settings. It tells which cells are ours,
 * what need not be written again, and how to dress the sheet as it was if a refresh fails.
 */
export interface SheetMemory {
  readonly version: 1;
  readonly layout: SheetOutline;
  /** Workbook names that point into the sheet. */
  readonly names: readonly string[];
}

export const memoryKey = (key: SheetKey): string => `clv.layout.${key}`;

const isAreaShape = isShape<Area>({
  row: isCount,
  column: isCount,
  rows: isCount,
  columns: isCount,
});

const isArea: Check<Area> = (value): value is Area => isAreaShape(value) && isOnSheet(value);

const isStyle = isOneOf(
  "title",
  "subtitle",
  "heading",
  "tableHeader",
  "label",
  "unit",
  "input",
  "formula",
  "crossLink",
  "modelValue",
  "boardFigure",
  "total",
  "note",
  "pass",
  "fail",
  "notice",
);

const isChart = isShape<ChartPlan>({
  name: isText(255),
  title: isText(1_000),
  altText: isText(2_000),
  kind: isOneOf("line", "column", "stackedColumn", "bar", "stackedBar", "scatterLines"),
  categories: isArea,
  categoriesSheet: optional(isSheetKey),
  series: isList(
    isShape({
      name: isText(1_000),
      values: isArea,
      colour: optional(isText(9)),
      sheet: optional(isSheetKey),
    }),
    255,
  ),
  place: isArea,
  categoryTitle: optional(isText(1_000)),
  valueTitle: optional(isText(1_000)),
  valueFormat: optional(isText(255)),
  categoryFormat: optional(isText(255)),
  valueMaximum: optional(isNumber),
  categoryMaximum: optional(isNumber),
});

const isLayout = isShape<SheetOutline>({
  key: isSheetKey,
  name: isText(31),
  rightToLeft: isFlag,
  blocks: isList(isArea),
  formats: isList(
    isShape({
      area: isArea,
      style: optional(isStyle),
      numberFormat: optional(isText(255)),
      align: optional(isOneOf("start", "center", "end")),
      wrap: optional(isFlag),
      indent: optional(isCount),
    }),
  ),
  columnWidths: isList(isNumber, 16_384),
  rowHeights: optional(isList(isShape({ row: isCount, rows: isCount, points: isNumber }))),
  gridlines: optional(isFlag),
  tables: isList(isShape({ name: isText(255), area: isArea }), 100),
  charts: isList(isChart, 100),
  validations: isList(
    isShape({
      area: isArea,
      rule: either(
        isShape({ kind: isOneOf("decimal", "whole", "date"), min: isNumber, max: isNumber }),
        isShape({ kind: isOneOf("list"), values: isList(isText(255), 255) }),
      ),
      title: isText(255),
      message: isText(1_000),
    }),
  ),
  conditionalFormats: isList(
    isShape({
      area: isArea,
      rule: either(
        isShape({ kind: isOneOf("colourScale"), low: isText(9), high: isText(9) }),
        isShape({
          kind: isOneOf("formula"),
          formula: isText(8_192),
          style: isOneOf("pass", "fail", "notice"),
        }),
      ),
    }),
  ),
  links: isList(isShape({ row: isCount, column: isCount, target: isText(1_000), tip: isText(1_000) })),
  merges: optional(isList(isArea)),
  frozenRows: isCount,
  frozenColumns: isCount,
  print: isShape({
    area: isArea,
    landscape: isFlag,
    titleRows: isCount,
    titleColumns: optional(isCount),
    pagesTall: optional(isCount),
    pagesWide: optional(isCount),
  }),
});

const isMemory = isShape<SheetMemory>({
  version: isOneOf(1),
  layout: isLayout,
  names: isList(isText(255), 10_000),
});

/** The memory of a sheet; null where there is none or it cannot be trusted. Syncs. */
export async function readMemory(context: Excel.RequestContext, key: SheetKey): Promise<SheetMemory | null> {
  const text = await readText(context, memoryKey(key));
  const memory = text === null ? undefined : parsed(text);
  return isMemory(memory) && memory.layout.key === key ? memory : null;
}
