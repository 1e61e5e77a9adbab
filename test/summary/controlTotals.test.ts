/** A changed cell of the source that no formula follows turns a check red: recalculated by LibreOffice. */
import type { Cell } from "../../src/orders/cells";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { createContext } from "../../src/summary/context";
import type { SummaryRequest } from "../../src/summary/request";
import { planFile, recalculatedAll } from "./support/planFile";
import { differences, failing, itRecalculates } from "./support/recalculation";
import { requestFrom } from "./support/requests";

const CONTROL = "Source cells that no formula follows are as they were (if not: refresh)";
/** 2024-01-01. */
const START = 45292;

type Cells = readonly (readonly Cell[])[];
/** The cells with others in some places: `[row, column]: value`, rows counted from 0 below the heading. */
const withCells = (cells: Cells, changes: readonly (readonly [number, number, Cell])[]): Cell[][] =>
  cells.map((row, r) =>
    row.map((cell, c) => changes.find(([at, column]) => at + 1 === r && column === c)?.[2] ?? cell),
  );

/** A change of the source, and the checks that must turn red. */
type Change = readonly [
  what: string,
  cells: readonly (readonly [number, number, Cell])[],
  red: readonly string[],
];

/** Each change turns red what it must, after it was seen that the untouched source, the first, fails nothing. */
async function expectRed(request: SummaryRequest, cells: Cells, changes: readonly Change[]): Promise<void> {
  const plan = planWorkbook(request);
  const books = await recalculatedAll(
    await Promise.all(
      changes.map(([, change]) => planFile(plan, [{ name: "Orders", rows: withCells(cells, change) }])),
    ),
  );
  const [untouched = new Map<string, unknown[][]>()] = books;
  expect(differences(plan, untouched)).toEqual([]);
  expect(books.map((book, i) => [changes[i]?.[0], failing(plan, book, request)])).toEqual(
    changes.map(([what, , red]) => [what, red]),
  );
}

describe("where customers are values", () => {
  const cells: Cells = [
    ["Customer", "Order date", "Quantity", "Unit price", "Region"],
    ...Array.from({ length: 4500 }, (_, i): Cell[] => [
      `Ł-${10_000 + i}`,
      START + ((i * 37) % 700),
      1 + (i % 3),
      10 + (i % 7),
      ["North", "South", 7][i % 3] ?? "",
    ]),
  ];
  const request = requestFrom(cells, { sheets: ["groups", "checks"] });
  const at = (row: number, column: number): Cell => cells[row + 1]?.[column] ?? "";

  itRecalculates("a change of any cell is noticed", async () => {
    expect(createContext(request).live).toBe(false);
    await expectRed(request, cells, [
      ["nothing", [], []],
      ["a day later", [[10, 1, Number(at(10, 1)) + 1]], [CONTROL]],
      ["another customer", [[11, 0, at(4000, 0)]], [CONTROL]],
      [
        "two customers exchanged",
        [
          [12, 0, at(13, 0)],
          [13, 0, at(12, 0)],
        ],
        [CONTROL],
      ],
      // Both rows have the same quantity, so that the sum of all amounts stays.
      [
        "an amount from one order to another",
        [
          [14, 3, Number(at(14, 3)) + 2],
          [17, 3, Number(at(17, 3)) - 2],
        ],
        [CONTROL],
      ],
      ["another region", [[15, 4, "West"]], [CONTROL]],
      ["a date that is a text now", [[16, 1, "soon"]], [CONTROL]],
    ]);
  });
});

describe("where the sheets follow the orders", () => {
  const cells: Cells = [
    ["Customer", "Order date", "Amount", "Currency", "Order number"],
    ...Array.from({ length: 90 }, (_, i): Cell[] => [
      i % 9 === 4 ? `Anna\u00a0${i % 20}` : `Anna ${i % 20}`,
      i % 7 === 3 ? `${1 + (i % 28)}.${1 + (i % 12)}.2024` : START + i * 4,
      i % 11 === 5 ? "12,50" : 10 + (i % 7),
      i % 5 ? "EUR" : "USD",
      500 + Math.floor(i / 2),
    ]),
  ];
  const request = requestFrom(
    cells,
    { sheets: ["checks"] },
    {
      orderLines: "together",
      currency: { kind: "convert", into: "EUR", rates: { USD: 0.5 } },
    },
  );

  itRecalculates("so is one of a cell that had to be read, and of no other", async () => {
    await expectRed(request, cells, [
      ["nothing", [], []],
      ["a date that is followed", [[20, 1, START + 20 * 4 + 1]], []],
      ["an amount that is followed", [[20, 2, 99]], []],
      ["a date in letters", [[3, 1, "5.4.2024"]], [CONTROL]],
      ["an amount in letters", [[5, 2, "13,50"]], [CONTROL]],
      ["a currency", [[6, 3, "USD"]], [CONTROL]],
      ["a customer not written plainly", [[4, 0, "Anna\u00a08"]], [CONTROL]],
    ]);
  });
});
