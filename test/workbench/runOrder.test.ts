import fc from "fast-check";
import { RangeGroups } from "../../src/workbench/grid/rangeGroups";
import { runOrder } from "../../src/workbench/grid/runOrder";
import { createHeadlessGrid } from "../../src/workbench/grid/headlessGrid";
import { workbookData } from "../../src/workbench/grid/workbookData";

type Changed = Parameters<typeof runOrder>[0];

const UNIT = "book";
const SHEET = "sheet";
const areaOf = (startRow: number, startColumn: number, endRow = startRow, endColumn = startColumn) => ({
  unitId: UNIT,
  sheetId: SHEET,
  range: { startRow, startColumn, endRow, endColumn },
});
type Area = ReturnType<typeof areaOf>;

/** Formulas in column A, one a row, each with the areas it refers to. */
function column(references: readonly (readonly Area[])[]) {
  const index = new RangeGroups();
  references.forEach((areas, id) => index.bulkInsert(areas.map((area) => ({ ...area, id }))));
  const formulas = references.map((_, id) => ({
    treeId: id,
    toRTreeItem: () => [areaOf(id, 0)],
    setSkip: () => undefined,
  })) as unknown as Changed;
  return { index, formulas, byId: new Map(formulas.map((formula, id) => [id, formula])) };
}

describe("the order of calculation", () => {
  it("puts every formula before what it depends on, for the engine calculates from the end", () => {
    // Each row may refer to areas of the rows above it.
    const above = (row: number) =>
      fc.array(fc.tuple(fc.nat({ max: Math.max(0, row - 1) }), fc.nat({ max: Math.max(0, row - 1) })), {
        maxLength: row === 0 ? 0 : 3,
      });
    const sheet = fc
      .integer({ min: 1, max: 12 })
      .chain((rows) => fc.tuple(...Array.from({ length: rows }, (_, row) => above(row))));
    fc.assert(
      fc.property(sheet, (rows) => {
        const references = rows.map((pairs) =>
          pairs.map(([a, b]) => areaOf(Math.min(a, b), 0, Math.max(a, b), 0)),
        );
        const { index, formulas, byId } = column(references);
        const order = runOrder([...formulas].reverse(), byId, [index]);
        expect(order.hasCycle).toBe(false);
        expect(new Set(order.formulas).size).toBe(formulas.length);
        const place = new Map(order.formulas.map((formula, at) => [formula.treeId, at]));
        references.forEach((areas, id) => {
          for (const { range } of areas)
            for (let row = range.startRow; row <= range.endRow; row++)
              expect(place.get(id) ?? NaN).toBeLessThan(place.get(row) ?? NaN);
        });
      }),
    );
  });

  it("finds what depends on a change, and nothing else", () => {
    const { index, formulas, byId } = column([[], [areaOf(0, 0)], [], [areaOf(0, 0, 1, 0)]]);
    const order = runOrder(formulas.slice(0, 1), byId, [index]);
    expect(order.formulas.map(({ treeId }) => treeId).sort()).toEqual([0, 1, 3]);
  });

  it.each([
    ["itself", [[areaOf(0, 0)]]],
    ["a range it lies in", [[areaOf(0, 0, 5, 0)]]],
    ["one that refers back", [[areaOf(1, 0)], [areaOf(0, 0)]]],
    ["one that refers back by a range", [[areaOf(1, 0, 3, 0)], [areaOf(2, 0)], [areaOf(0, 0)]]],
  ])("tells a circle: a formula that refers to %s", (_, references) => {
    const { index, formulas, byId } = column(references);
    expect(runOrder(formulas, byId, [index]).hasCycle).toBe(true);
  });
});

describe("ranges and the formulas that refer to them", () => {
  it("are found by any cell in them, single cells and whole columns too, and forgotten when removed", () => {
    const index = new RangeGroups();
    index.insert({ ...areaOf(2, 1), id: 7 });
    index.insert({ ...areaOf(0, 0, 9, 2), id: 8 });
    index.insert({ ...areaOf(NaN, 1, NaN, 1), id: 9 });
    expect([...index.bulkSearch([areaOf(2, 1)])].sort()).toEqual([7, 8, 9]);
    expect([...index.bulkSearch([areaOf(500, 0, 600, 5)])]).toEqual([9]);
    expect([...index.bulkSearch([areaOf(2, 1)], new Set([8]))].sort()).toEqual([7, 9]);
    index.remove({ ...areaOf(0, 0, 9, 2), id: 8 });
    expect([...index.bulkSearch([areaOf(2, 1)])].sort()).toEqual([7, 9]);
    index.removeById(UNIT, SHEET);
    expect(index.bulkSearch([areaOf(2, 1)]).size).toBe(0);
  });
});

describe("the grid with it", () => {
  it("follows a change through a filled column, in blocks and back to the formulas as written", async () => {
    const { backend, dispose } = createHeadlessGrid(workbookData([{ name: "S", rows: [] }]));
    const [sheet] = backend.sheets();
    const id = sheet?.id ?? "";
    const rows = 200;
    const at = (row: number, column: number, height = 1, width = 1) => ({
      sheet: id,
      row,
      column,
      rows: height,
      columns: width,
    });
    backend.write(
      at(0, 0, rows, 2),
      Array.from({ length: rows }, (_, row) => [
        { kind: "value", value: row + 1 },
        { kind: "formula", formula: `=SUM($A$1:A${row + 1})*2` },
      ]),
    );
    await backend.settle();
    expect(backend.values(at(rows - 1, 1))[0]?.[0]).toBe(rows * (rows + 1));
    expect(backend.formulas(at(99, 1))[0]?.[0]).toBe("=SUM($A$1:A100)*2");
    backend.write(at(0, 0), [[{ kind: "value", value: 1001 }]]);
    await backend.settle();
    expect(backend.values(at(rows - 1, 1))[0]?.[0]).toBe(rows * (rows + 1) + 2000);
    // The formula that the others share is taken away: they keep theirs.
    backend.write(at(0, 1), [[{ kind: "value", value: 5 }]]);
    await backend.settle();
    expect(backend.formulas(at(0, 1, 3))).toEqual([[5], ["=SUM($A$1:A2)*2"], ["=SUM($A$1:A3)*2"]]);
    expect(backend.values(at(1, 1))[0]?.[0]).toBe(2 * 1003);
    dispose();
  });

  it("counts in a range that grows downwards", async () => {
    const { backend, dispose } = createHeadlessGrid(workbookData([{ name: "S", rows: [] }]));
    const id = backend.sheets()[0]?.id ?? "";
    const seen = [3, 3, 4, 3, 4];
    const area = { sheet: id, row: 4, column: 1, rows: seen.length, columns: 2 };
    backend.write(
      area,
      seen.map((value, i) => [
        { kind: "value", value },
        { kind: "formula", formula: `=COUNTIFS(B$5:B${i + 5},B${i + 5})` },
      ]),
    );
    await backend.settle();
    expect(backend.values({ ...area, column: 2, columns: 1 }).flat()).toEqual([1, 2, 1, 3, 2]);
    dispose();
  });
});
