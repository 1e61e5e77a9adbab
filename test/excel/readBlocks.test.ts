/** @jest-environment jsdom */
import type { Cell, SelectionPlace } from "../../src/orders/cells";
import { checkedRows, readBlocks, rowsPerBlock } from "../../src/excel/readBlocks";
import { startOffice } from "../workbench/officeHarness";
import type { OfficeHarness } from "../workbench/officeHarness";
import { codeOf } from "./problemCode";

const COUNT = 25_000;
const ROWS = Array.from({ length: COUNT }, (_, row) => [`C${row % 100}`, 45_000 + (row % 500), row / 100]);
const PLACE: SelectionPlace = {
  sheet: "Orders",
  address: `B3:D${COUNT + 2}`,
  firstRow: 2,
  firstColumn: 1,
  rowCount: COUNT,
  columnCount: 3,
};

let excel: OfficeHarness;

beforeAll(async () => {
  const indented = ROWS.map((row) => ["", ...row]);
  excel = await startOffice({ sheets: [{ name: "Orders", rows: [[""], [""], ...indented] }] });
});
afterAll(() => {
  excel.stop();
});
beforeEach(() => {
  Object.assign(excel.faults, { payloadLimit: 5 * 1024 * 1024, failAtRequest: 0 });
});

it("reads every row once and in order, with its row on the sheet", async () => {
  const rows: (readonly Cell[])[] = [];
  const firsts: number[] = [];
  const progress: number[] = [];
  await readBlocks(
    { ...PLACE },
    {
      onBlock: (block, firstRow) => {
        firsts.push(firstRow);
        rows.push(...block);
      },
      onProgress: ({ done }) => progress.push(done),
    },
  );
  expect(rows).toEqual(ROWS);
  expect(firsts[0]).toBe(2);
  expect(progress.at(-1)).toBe(COUNT);
});

it("waits for a block to be worked on before it hands over the next", async () => {
  let busy = 0;
  await readBlocks(
    { ...PLACE, columnCount: 3 },
    {
      onBlock: async () => {
        expect(++busy).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        busy--;
      },
    },
  );
  expect(busy).toBe(0);
});

it("sends the number formats of one column along", async () => {
  const formats: string[] = [];
  await readBlocks(PLACE, {
    formatsOf: 2,
    onBlock: (_rows, _first, ofBlock) => {
      formats.push(...(ofBlock ?? []));
    },
  });
  expect(formats).toHaveLength(COUNT);
  expect(new Set(formats)).toEqual(new Set(["General"]));
});

it("stops when cancelled", async () => {
  const stop = new AbortController();
  const work = readBlocks(PLACE, { onBlock: () => stop.abort(), signal: stop.signal });
  expect(await codeOf(work)).toBe("cancelled");
});

it("hands on what goes wrong in the working of a block", async () => {
  const work = readBlocks(PLACE, { onBlock: () => Promise.reject(new Error("no")) });
  expect(await codeOf(work)).toBe("unexpected");
});

it("says that the sheet is missing", async () => {
  const work = readBlocks({ ...PLACE, sheet: "Gone" }, { onBlock: () => undefined });
  expect(await codeOf(work)).toBe("sheetMissing");
});

it("takes 500 to 20,000 rows at a time, fewer the wider they are", () => {
  expect([1, 5, 10, 50, 16_384].map(rowsPerBlock)).toEqual([20_000, 20_000, 10_000, 2_000, 500]);
});

it("does not take values for read that are not all there (office-js 6781)", () => {
  expect(checkedRows(null, 2, 1)).toBeUndefined();
  expect(checkedRows([[1]], 2, 1)).toBeUndefined();
  expect(checkedRows([[1], null], 2, 1)).toBeUndefined();
  expect(checkedRows([[1], [2]], 2, 1)).toEqual([[1], [2]]);
});
