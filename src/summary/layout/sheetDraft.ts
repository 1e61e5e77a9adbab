import { widthsForHeadings } from "./columnWidth";
import { textsIn } from "./planTexts";
import { rowHeights, textWidth } from "./rowHeights";
import type {
  Area,
  Block,
  ChartPlan,
  ConditionalFormat,
  Format,
  FormulaCell,
  Link,
  NamePlan,
  PlanCell,
  Scalar,
  SheetKey,
  SheetPlan,
  StyleName,
  TablePlan,
  Validation,
} from "../plan";

/** A formula and the value that our own engine computes for it. */
export const formula = (text: string, expected?: Scalar): FormulaCell => ({ formula: text, expected });

export const areaOf = (row: number, column: number, rows: number, columns: number): Area => ({
  row,
  column,
  rows,
  columns,
});

export interface FormatOptions {
  readonly style?: StyleName;
  readonly numberFormat?: string;
  readonly align?: Format["align"];
  readonly wrap?: boolean;
  readonly indent?: number;
}

/** What a style brings along unless a format says otherwise. */
const DEFAULTS: Partial<Record<StyleName, Partial<FormatOptions>>> = {
  tableHeader: { wrap: true },
  note: { wrap: true },
  // A unit follows a figure that stands on the right of its cell: without air the two run together.
  unit: { align: "start", indent: 1 },
};

/** Characters: about what a window shows beside the pane. */
const IN_VIEW = 105;
const A_SENTENCE = 60;

const RIGHT_TO_LEFT_MARK = "\u200F";
const fromRight = (text: string): string => (/^[A-Za-z]/.test(text) ? RIGHT_TO_LEFT_MARK + text : text);

/** A chart has no reading order: its texts would be set by their first letter, which may be that of CLV. */
const readFromRight = (chart: ChartPlan): ChartPlan => ({
  ...chart,
  title: fromRight(chart.title),
  ...(chart.categoryTitle === undefined ? {} : { categoryTitle: fromRight(chart.categoryTitle) }),
  ...(chart.valueTitle === undefined ? {} : { valueTitle: fromRight(chart.valueTitle) }),
});

const TEXTS: ReadonlySet<StyleName> = new Set([
  "title",
  "subtitle",
  "heading",
  "label",
  "note",
  "tableHeader",
  // Its figures too: these stand on the right in every script.
  "total",
]);

/** One sheet while it is being planned: everything is appended, nothing is read back. */
export class SheetDraft {
  readonly blocks: Block[] = [];
  readonly formats: Format[] = [];
  readonly tables: TablePlan[] = [];
  readonly charts: ChartPlan[] = [];
  readonly validations: Validation[] = [];
  readonly conditionalFormats: ConditionalFormat[] = [];
  readonly links: Link[] = [];
  readonly merges: Area[] = [];
  /** Those among the merged cells whose text stands alone in its row: it need not reach as far as the sheet does. */
  private readonly alone = new Map<Area, StyleName>();
  columnWidths: readonly number[] = [];
  frozenRows = 0;
  frozenColumns = 0;
  titleRows = 0;
  titleColumns = 0;
  pagesTall: number | undefined;
  pagesWide = 1;
  landscape = true;
  gridlines = false;
  printArea: Area | undefined;

  constructor(
    readonly key: SheetKey,
    readonly name: string,
    readonly rightToLeft: boolean,
  ) {}

  /** Puts a rectangle of cells; gives its area. */
  put(row: number, column: number, cells: readonly (readonly PlanCell[])[], options?: FormatOptions): Area {
    this.blocks.push({ row, column, cells });
    const area = areaOf(row, column, cells.length, cells[0]?.length ?? 0);
    if (options !== undefined) this.format(area, options);
    return area;
  }

  /** Puts one line of text across `columns` merged cells. */
  line(row: number, text: PlanCell, columns: number, style: StyleName): void {
    this.put(row, 0, [[text]]);
    const area = areaOf(row, 0, 1, columns);
    this.alone.set(area, style);
    this.span(area, { style, ...(style === "title" ? {} : { wrap: true }) });
  }

  /** Merges cells of one row into one that holds a text. */
  span(area: Area, options: FormatOptions): void {
    if (area.columns > 1) this.merges.push(area);
    this.format(area, options);
  }

  format(area: Area, options: FormatOptions): void {
    if (area.rows === 0 || area.columns === 0) return;
    // Read from the right, a heading would run out of its cell to the left: over other cells, or off the sheet.
    const spans = this.rightToLeft && options.style === "heading" && area.rows === 1 && area.columns > 1;
    if (spans) {
      this.merges.push(area);
      this.alone.set(area, "heading");
    }
    const chosen = {
      ...(spans ? { wrap: true } : {}),
      ...(options.style === undefined ? {} : DEFAULTS[options.style]),
      ...options,
    };
    // "end" is asked for figures only, and these stand on the right in every script: digits below digits.
    const align =
      chosen.align === "end" && this.rightToLeft ? "start" : (chosen.align ?? this.sideOfTexts(chosen));
    const { indent, ...rest } = chosen;
    // A figure keeps the indent out: its digits stand below those of the other rows.
    const steps = chosen.align === "end" ? undefined : indent;
    this.formats.push({
      area,
      ...rest,
      ...(align === undefined ? {} : { align }),
      ...(steps === undefined ? {} : { indent: steps }),
    });
  }

  /** Excel puts texts at the side where reading begins by itself; other programs have to be told. */
  private sideOfTexts({ style }: FormatOptions): Format["align"] {
    return this.rightToLeft && style !== undefined && TEXTS.has(style) ? "start" : undefined;
  }

  /**
   * Excel cannot turn a sheet: its first column stays on the left, and a text read from the right stands at the far end
   * of what it is merged over. So it is merged over no more than it needs, and never past what a reader sees.
   */
  private mergesInView(widths: readonly number[]): Area[] {
    if (!this.rightToLeft) return this.merges;
    const inView = this.merges.map((area) => {
      const style = this.alone.get(area);
      if (style === undefined) return area;
      const [first] = textsIn(this.blocks, area);
      // A line may be a formula that says more than it is expected to.
      const least = style === "heading" ? 1 : A_SENTENCE;
      const needed = Math.min(IN_VIEW, Math.max(least, textWidth(first?.text ?? "", style) + 1));
      let columns = 0;
      for (let reach = 0; columns < area.columns && reach < needed; columns++)
        reach += widths[area.column + columns] ?? IN_VIEW;
      return { ...area, columns };
    });
    return inView.filter(({ columns }) => columns > 1);
  }

  /** From A1 to the last cell or chart so far. */
  used(): Area {
    return usedArea(this.blocks, this.charts);
  }

  finish(): SheetPlan {
    const used = this.used();
    const columnWidths = widthsForHeadings(this);
    const merges = this.mergesInView(columnWidths);
    return {
      key: this.key,
      name: this.name,
      rightToLeft: this.rightToLeft,
      blocks: this.blocks,
      formats: this.formats,
      columnWidths,
      rowHeights: rowHeights({ ...this, columnWidths, merges }),
      gridlines: this.gridlines,
      tables: this.tables,
      charts: this.rightToLeft ? this.charts.map(readFromRight) : this.charts,
      validations: this.validations,
      conditionalFormats: this.conditionalFormats,
      links: this.links,
      merges,
      frozenRows: this.frozenRows,
      frozenColumns: this.frozenColumns,
      print: {
        area: this.printArea ?? used,
        landscape: this.landscape,
        titleRows: this.titleRows,
        ...(this.titleColumns === 0 ? {} : { titleColumns: this.titleColumns }),
        ...(this.pagesWide === 1 ? {} : { pagesWide: this.pagesWide }),
        ...(this.pagesTall === undefined ? {} : { pagesTall: this.pagesTall }),
      },
    };
  }
}

function usedArea(blocks: readonly Block[], charts: readonly ChartPlan[]): Area {
  let [rows, columns] = [1, 1];
  const reach = (row: number, column: number): void => {
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
  };
  for (const { row, column, cells } of blocks) reach(row + cells.length, column + (cells[0]?.length ?? 0));
  for (const { place } of charts) reach(place.row + place.rows, place.column + place.columns);
  return areaOf(0, 0, rows, columns);
}

/** The workbook's names while the sheets are being planned. */
export class NameList {
  readonly names: NamePlan[] = [];

  /** Gives `area` of `sheet` a name; gives the name back, to be used in formulas. */
  add(name: string, sheet: SheetKey, area: Area, comment: string): string {
    this.names.push({ name, sheet, area, comment });
    return name;
  }
}
