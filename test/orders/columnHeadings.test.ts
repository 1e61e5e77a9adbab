import { columnsUnder, headingsOf } from "../../src/orders/recognising/columnHeadings";
import type { OrderColumns } from "../../src/orders/orderColumns";

const COLUMNS: OrderColumns = {
  headerRow: 0,
  dataRow: 1,
  customer: 0,
  date: 1,
  amount: { kind: "column", column: 2 },
  orderId: null,
  currency: null,
  group: 3,
  dateReading: { calendar: "gregorian", order: "ymd", numbers: "serial", system1904: false },
  amountReading: { decimalSign: "." },
};
const HEAD = [
  ["Customer", "Date", "Amount", "Region"],
  ["Ada", 45_000, 12, "North"],
];
const HEADINGS = headingsOf(COLUMNS, HEAD);

describe("the columns of an earlier run", () => {
  it("stay where their headings stayed, whatever else changed", () => {
    expect(HEADINGS).toEqual({ customer: "Customer", date: "Date", amount: "Amount", group: "Region" });
    expect(columnsUnder(COLUMNS, HEADINGS, [["customer ", "DATE", "Amount", "Region", "Amount"]])).toEqual(
      COLUMNS,
    );
  });

  it("follow their headings to other places", () => {
    expect(columnsUnder(COLUMNS, HEADINGS, [["Region", "Note", "Date", "Amount", "Customer"]])).toEqual({
      ...COLUMNS,
      customer: 4,
      date: 2,
      amount: { kind: "column", column: 3 },
      group: 0,
    });
  });

  it("follow a heading row that moved down, and the data with it", () => {
    expect(columnsUnder(COLUMNS, HEADINGS, [["Sales 2025"], [], ...HEAD])).toEqual({
      ...COLUMNS,
      headerRow: 2,
      dataRow: 3,
    });
  });

  it("follow quantity and price, order number and currency", () => {
    const columns: OrderColumns = {
      ...COLUMNS,
      amount: { kind: "product", quantity: 2, price: 3 },
      orderId: 4,
      currency: 5,
      group: null,
    };
    const headings = ["Customer", "Date", "Quantity", "Price", "No.", "Currency"];
    const moved = columnsUnder(columns, headingsOf(columns, [headings]), [[...headings].reverse()]);
    expect(moved).toEqual({
      ...columns,
      customer: 5,
      date: 4,
      amount: { kind: "product", quantity: 3, price: 2 },
      orderId: 1,
      currency: 0,
    });
  });

  it.each([
    ["is gone", ["Customer", "Date", "Turnover", "Region"], { heading: "Amount", several: false }],
    [
      "stands elsewhere twice",
      ["Customer", "Date", "Region", "Amount", "Amount"],
      { heading: "Amount", several: true },
    ],
  ])("are not guessed where a heading %s", (_, row, lost) => {
    expect(columnsUnder(COLUMNS, HEADINGS, [row])).toEqual(lost);
  });

  it("are taken by their place where there were no headings, or an older version kept none", () => {
    const bare = { ...COLUMNS, headerRow: null, dataRow: 0 };
    expect(headingsOf(bare, HEAD)).toBeUndefined();
    expect(columnsUnder(bare, undefined, HEAD)).toBe(bare);
    expect(columnsUnder(COLUMNS, undefined, [["Turnover"]])).toBe(COLUMNS);
  });
});
