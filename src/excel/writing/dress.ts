import type { Area, Format, SheetKey } from "../../summary/plan";
import type { SheetOutline } from "../../summary/planOutline";
import { intersection, rangeOf } from "../address";
import { addCondition } from "./conditionalFormats";
import { LOOKS, applyLook } from "./looks";
import { setPage } from "./pageSetup";
import { problemOf, throwIfCancelled } from "../problem";
import { addValidation } from "./validations";

/** Requests grow with every property set: sync after so many steps. */
const STEPS_PER_REQUEST = 120;

/** What dressing a sheet needs at hand. */
export interface Dressing {
  readonly context: Excel.RequestContext;
  readonly sheetNames: ReadonlyMap<SheetKey, string>;
  readonly signal?: AbortSignal;
}

type Step = (sheet: Excel.Worksheet) => void;

/**
 * Gives a sheet everything but its cells and charts: merged lines, formats, widths, conditional formats, validations,
 * frozen panes, page. `undress` takes it all away again, so each is the way back of the other.
 */
export function dress(dressing: Dressing, layout: SheetOutline): Promise<void> {
  const {
    rightToLeft,
    blocks,
    validations,
    conditionalFormats,
    links,
    merges = [],
    rowHeights = [],
  } = layout;
  return inSteps(dressing, layout.name, [
    ...blocks.map(
      (area): Step =>
        (sheet) =>
          readingOrder(rangeOf(sheet, area), rightToLeft),
    ),
    ...merges.map(
      (area): Step =>
        (sheet) =>
          rangeOf(sheet, area).merge(false),
    ),
    ...tallCells(layout).map(
      (area): Step =>
        (sheet) =>
          centreLines(rangeOf(sheet, area)),
    ),
    ...layout.formats.map(
      (format): Step =>
        (sheet) =>
          applyFormat(rangeOf(sheet, format.area), format, rightToLeft),
    ),
    ...layout.columnWidths.map((width, column): Step => (sheet) => {
      columnAt(sheet, column).format.columnWidth = points(width);
    }),
    ...rowHeights.map(({ row, rows, points: height }): Step => (sheet) => {
      rowsAt(sheet, row, rows).format.rowHeight = height;
    }),
    ...conditionalFormats.map(
      (format): Step =>
        (sheet) =>
          addCondition(rangeOf(sheet, format.area), format),
    ),
    ...validations.map(
      (validation): Step =>
        (sheet) =>
          addValidation(rangeOf(sheet, validation.area), validation),
    ),
    ...links.map(({ row, column, target, tip }): Step => (sheet) => {
      sheet.getCell(row, column).hyperlink = { documentReference: target, screenTip: tip };
    }),
    (sheet) => {
      sheet.showGridlines = layout.gridlines ?? true;
    },
    (sheet) => {
      freeze(sheet, layout);
    },
    (sheet) => {
      setPage(sheet, layout.print);
    },
  ]);
}

/** Takes away what `dress` gave; cells keep their contents. */
export function undress(dressing: Dressing, layout: SheetOutline): Promise<void> {
  const { merges = [], links } = layout;
  return inSteps(dressing, layout.name, [
    ...merges.map(
      (area): Step =>
        (sheet) =>
          rangeOf(sheet, area).unmerge(),
    ),
    ...links.map(
      ({ row, column }): Step =>
        (sheet) =>
          sheet.getCell(row, column).clear("Hyperlinks"),
    ),
    ...layout.conditionalFormats.map(
      ({ area }): Step =>
        (sheet) =>
          rangeOf(sheet, area).conditionalFormats.clearAll(),
    ),
    ...layout.validations.map(
      ({ area }): Step =>
        (sheet) =>
          rangeOf(sheet, area).dataValidation.clear(),
    ),
    ...dressedAreas(layout).map(
      (area): Step =>
        (sheet) =>
          rangeOf(sheet, area).clear("Formats"),
    ),
    ...layout.columnWidths.map((_, column): Step => (sheet) => {
      columnAt(sheet, column).format.useStandardWidth = true;
    }),
    ...(layout.rowHeights ?? []).map(({ row, rows }): Step => (sheet) => {
      rowsAt(sheet, row, rows).format.useStandardHeight = true;
    }),
    (sheet) => {
      sheet.showGridlines = true;
    },
    (sheet) => {
      sheet.freezePanes.unfreeze();
    },
  ]);
}

/** Whether two layouts look the same, cells and charts aside. */
export function sameDress(a: SheetOutline, b: SheetOutline): boolean {
  return (
    JSON.stringify({ ...a, charts: [], tables: [] }) === JSON.stringify({ ...b, charts: [], tables: [] })
  );
}

/** The blocks, and the formats that lie outside of them. */
const dressedAreas = ({ blocks, formats, merges = [] }: SheetOutline): readonly Area[] => [
  ...blocks,
  ...[...formats.map((format) => format.area), ...merges].filter(
    (area) => !blocks.some((block) => covers(block, area)),
  ),
];

function covers(outer: Area, inner: Area): boolean {
  const shared = intersection(outer, inner);
  return shared?.rows === inner.rows && shared.columns === inner.columns;
}

/** Carries out the steps in few requests; in smaller ones where Excel finds a request too large. */
async function inSteps({ context, signal }: Dressing, name: string, steps: readonly Step[]): Promise<void> {
  let size = STEPS_PER_REQUEST;
  for (let done = 0; done < steps.length;) {
    throwIfCancelled(signal);
    context.application.suspendScreenUpdatingUntilNextSync();
    const sheet = context.workbook.worksheets.getItem(name);
    const part = steps.slice(done, done + size);
    for (const step of part) step(sheet);
    try {
      await context.sync();
      done += part.length;
    } catch (error) {
      const problem = problemOf(error, { sheet: name });
      if (problem.code !== "payloadTooLarge" || part.length === 1) throw problem;
      size = Math.floor(part.length / 2);
    }
  }
}

/** Excel has no API that turns a sheet; its cells can be read from the right. */
function readingOrder(range: Excel.Range, rightToLeft: boolean): void {
  if (rightToLeft) range.format.readingOrder = "RightToLeft";
}

function applyFormat(range: Excel.Range, format: Format, rightToLeft: boolean): void {
  if (format.style !== undefined) applyLook(range, LOOKS[format.style]);
  if (format.wrap !== undefined) range.format.wrapText = format.wrap;
  if (format.align !== undefined) {
    range.format.horizontalAlignment = sideOf(format.align, rightToLeft);
  }
  // After the alignment: Excel counts the indent from the side that the text is aligned to.
  if (format.indent !== undefined) range.format.indentLevel = format.indent;
  // Text is kept by its apostrophe; "@" would turn formulas typed there later into text.
  const code = format.numberFormat === "@" ? "General" : format.numberFormat;
  // A single code is taken for every cell of the range; the declared type knows arrays only.
  if (code !== undefined) Object.assign(range, { numberFormat: code });
}

function sideOf(align: "start" | "center" | "end", rightToLeft: boolean): "Left" | "Center" | "Right" {
  if (align === "center") return "Center";
  return (align === "start") === rightToLeft ? "Right" : "Left";
}

/** The cells of rows that hold more than one line. */
const tallCells = ({ blocks, rowHeights = [] }: SheetOutline): readonly Area[] =>
  rowHeights.flatMap(({ row, rows }) =>
    blocks.flatMap((block) => intersection(block, { ...block, row, rows }) ?? []),
  );

/** A label beside a text of two lines stands at its middle, not at its foot. */
function centreLines(range: Excel.Range): void {
  range.format.verticalAlignment = "Center";
}

const rowsAt = (sheet: Excel.Worksheet, row: number, rows: number): Excel.Range =>
  sheet.getRangeByIndexes(row, 0, rows, 1);

const columnAt = (sheet: Excel.Worksheet, column: number): Excel.Range =>
  sheet.getRangeByIndexes(0, column, 1, 1);

/** From characters to points: a digit of the standard font is 7 pixels wide, a cell's margins 5, a pixel 3/4 point. */
const points = (characters: number): number => (characters * 7 + 5) * 0.75;

function freeze(sheet: Excel.Worksheet, { frozenRows, frozenColumns }: SheetOutline): void {
  if (frozenRows > 0 && frozenColumns > 0) {
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, frozenRows, frozenColumns));
  } else if (frozenRows > 0) {
    sheet.freezePanes.freezeRows(frozenRows);
  } else if (frozenColumns > 0) {
    sheet.freezePanes.freezeColumns(frozenColumns);
  }
}
