import type { PlanCell, SheetPlan, WorkbookPlan } from "../../src/summary/plan";

const EMPTY: Omit<SheetPlan, "key" | "name"> = {
  rightToLeft: false,
  blocks: [],
  formats: [],
  columnWidths: [],
  tables: [],
  charts: [],
  validations: [],
  conditionalFormats: [],
  links: [],
  frozenRows: 0,
  frozenColumns: 0,
  print: { area: { row: 0, column: 0, rows: 10, columns: 5 }, landscape: true, titleRows: 1 },
};

export const CUSTOMERS = [
  ["Ada", 120],
  ["=1+1", 30],
  ["00123", 50],
] as const;

export const MORE = [...CUSTOMERS, ["Bob", 10], ["TRUE", 5], ["3/4", 7]] as const;

/** The user's own workbook. */
export const START = {
  sheets: [
    {
      name: "Orders",
      rows: [
        ["Customer", "Amount"],
        ["Ada", 120],
        ["Bob", 30],
      ] as (string | number)[][],
    },
  ],
};

export interface SmallPlanOptions {
  readonly customers: readonly (readonly [string, number])[];
  readonly margin?: number;
  readonly title?: string;
  readonly rightToLeft?: boolean;
  readonly charts?: boolean;
}

/** A plan with something of everything: two sheets that refer to each other by name, by table and by cell. */
export function smallPlan(options: SmallPlanOptions): WorkbookPlan {
  const { customers, margin = 0.4, title = "CLV", rightToLeft = false, charts = true } = options;
  const rows = customers.length;
  const revenue = customers.reduce((sum, [, amount]) => sum + amount, 0);
  const summaryCells: PlanCell[][] = [
    [title, null, null],
    ["Gross margin", margin, "of revenue"],
    ["Revenue", { formula: "=SUM(ClvCustomers[Revenue])", expected: revenue }, ""],
    ["Profit", { formula: "=B3*clv_gross_margin", expected: revenue * margin }, ""],
    ["Best", { formula: "=MAX('CLV Customers'!C2:C" + (rows + 1) + ")" }, "=1+1"],
  ];
  const summary: SheetPlan = {
    ...EMPTY,
    key: "summary",
    name: "CLV Summary",
    rightToLeft,
    blocks: [{ row: 0, column: 0, cells: summaryCells }],
    merges: [{ row: 0, column: 0, rows: 1, columns: 3 }],
    formats: [
      { area: { row: 0, column: 0, rows: 1, columns: 3 }, style: "title" },
      { area: { row: 1, column: 1, rows: 1, columns: 1 }, style: "input", numberFormat: "0.0%" },
      {
        area: { row: 2, column: 1, rows: 3, columns: 1 },
        style: "boardFigure",
        numberFormat: "#,##0.00",
        align: "end",
      },
      { area: { row: 1, column: 2, rows: 4, columns: 1 }, style: "note", wrap: true },
    ],
    columnWidths: [20, 14, 30],
    charts: charts
      ? [
          {
            name: "clv_chart",
            title: "Revenue by customer",
            altText: "Revenue of each customer",
            kind: "column",
            categories: { row: 1, column: 0, rows, columns: 1 },
            categoriesSheet: "customers",
            series: [
              { name: "Revenue", values: { row: 1, column: 1, rows, columns: 1 }, sheet: "customers" },
              { name: "Value", values: { row: 1, column: 2, rows, columns: 1 }, sheet: "customers" },
            ],
            place: { row: 7, column: 0, rows: 12, columns: 3 },
            categoryTitle: "Customer",
            valueTitle: "Money",
            valueFormat: "#,##0",
          },
        ]
      : [],
    validations: [
      {
        area: { row: 1, column: 1, rows: 1, columns: 1 },
        rule: { kind: "decimal", min: -1, max: 1 },
        title: "Gross margin",
        message: "Between -100 % and 100 %",
      },
    ],
    conditionalFormats: [
      {
        area: { row: 2, column: 1, rows: 2, columns: 1 },
        rule: { kind: "formula", formula: "=B3<0", style: "fail" },
      },
    ],
    links: [{ row: 4, column: 0, target: "'CLV Customers'!C2", tip: "Go to the customers" }],
    frozenRows: 1,
  };
  const customersSheet: SheetPlan = {
    ...EMPTY,
    key: "customers",
    name: "CLV Customers",
    rightToLeft,
    blocks: [
      { row: 0, column: 0, cells: [["Customer", "Revenue", "Value"]] },
      {
        row: 1,
        column: 0,
        cells: customers.map(([id, amount], row): PlanCell[] => [
          id,
          amount,
          { formula: `=B${row + 2}*clv_gross_margin`, expected: amount * margin },
        ]),
      },
    ],
    formats: [
      { area: { row: 0, column: 0, rows: 1, columns: 3 }, style: "tableHeader" },
      { area: { row: 1, column: 1, rows, columns: 2 }, numberFormat: "#,##0.00" },
    ],
    columnWidths: [18, 12, 12],
    tables: [{ name: "ClvCustomers", area: { row: 0, column: 0, rows: rows + 1, columns: 3 } }],
    conditionalFormats: [
      {
        area: { row: 1, column: 1, rows, columns: 1 },
        rule: { kind: "colourScale", low: "#FFFFFF", high: "#5B9BD5" },
      },
    ],
    frozenRows: 1,
    frozenColumns: 1,
  };
  return {
    sheets: [summary, customersSheet],
    names: [
      {
        name: "clv_gross_margin",
        sheet: "summary",
        area: { row: 1, column: 1, rows: 1, columns: 1 },
        comment: "Gross margin",
      },
    ],
  };
}
