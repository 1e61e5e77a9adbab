/** An order's group is read from its cell: a changed one moves the order, without the add-in. */
import type { Cell } from "../../src/orders/cells";
import { planWorkbook } from "../../src/summary/planWorkbook";
import type { SummaryRequest } from "../../src/summary/request";
import { planFile, recalculatedAll } from "./support/planFile";
import { differences, failing, itRecalculates, valuesOf } from "./support/recalculation";
import { requestFrom } from "./support/requests";

/** 2024-01-01. */
const START = 45292;
/** What MATCH would take for wildcards, a number, another writing of the first, TRUE, and none. */
const REGIONS: readonly Cell[] = ["North*", "North", " north ", 7, "S?uth", "", "Ünter den Linden", true];

type Row = readonly Cell[];
const HEADINGS: Row = ["Order number", "Customer", "Order date", "Amount", "Region"];
const LINES: readonly Row[] = Array.from({ length: 80 }, (_, i) => [
  1000 + Math.floor(i / 2),
  `C${Math.floor(i / 2) % 13}`,
  START + Math.floor(i / 2) * 9,
  i % 17 === 5 ? -3 : 10 + ((i * 7) % 40),
  REGIONS[i % REGIONS.length] ?? "",
]);

const withRegion = (changes: Readonly<Record<number, Cell>>): Row[] => [
  HEADINGS,
  ...LINES.map((line, i) => (i in changes ? [...line.slice(0, 4), changes[i] ?? ""] : line)),
];
const SHEETS = ["groups", "cohorts", "checks"] as const;
const requests = (["apart", "together"] as const).map((orderLines) =>
  requestFrom(withRegion({}), { sheets: SHEETS }, { orderLines }),
);
const UNKNOWN = "Every order is in a group of CLV Groups (if not: refresh)";
const STRAY = "Groups add up: revenue of CLV Groups";

it("is one whatever its capitals, and none where the cell is empty", () => {
  expect(requests[0]?.orders.groupIds).toEqual([
    "North*",
    "North",
    "7",
    "S?uth",
    "",
    "Ünter den Linden",
    "TRUE",
  ]);
});

const CHANGES: readonly {
  readonly what: string;
  readonly regions: Readonly<Record<number, Cell>>;
  readonly red: readonly string[];
}[] = [
  { what: "nothing", regions: {}, red: [] },
  { what: "to another group, in other capitals", regions: { 20: "NORTH", 35: "north" }, red: [] },
  { what: "to one with a wildcard, and back", regions: { 17: "North*", 24: "North" }, red: [] },
  { what: "to a number and to none", regions: { 22: 7, 27: "" }, red: [] },
  { what: "of an order's first line", regions: { 16: "S?uth", 40: "S?uth" }, red: [] },
  { what: "of a return", regions: { 22: "North" }, red: [] },
  { what: "to a group that was not there", regions: { 30: "West" }, red: [STRAY, UNKNOWN] },
  { what: "to what is a pattern only", regions: { 30: "Nor*" }, red: [STRAY, UNKNOWN] },
];

itRecalculates("a changed group moves the order, and one that nobody knows turns a check red", async () => {
  const cases = requests.flatMap((request) => CHANGES.map((change) => ({ request, ...change })));
  const books = await recalculatedAll(
    await Promise.all(
      cases.map(({ request, regions }) =>
        planFile(planWorkbook(request), [{ name: "Orders", rows: withRegion(regions) }]),
      ),
    ),
  );
  const outcome = cases.map(({ request, regions, red, what }, i) => {
    const book = books[i] ?? new Map<string, unknown[][]>();
    const own = requestFrom(
      withRegion(regions),
      { sheets: SHEETS },
      { orderLines: request.orders.firstLine ? "together" : "apart" },
    );
    const fresh = planWorkbook({ ...own, inputs: request.inputs });
    // Where a group is missing, its order is in none and the sheets differ from new ones.
    const wrong = red.length > 0 ? [] : differences(fresh, book).slice(0, 5);
    return [what, failing(planWorkbook(request), book, request), wrong];
  });
  expect(outcome).toEqual(cases.map(({ what, red }) => [what, red, []]));
  const inNorth = (at: number): number =>
    valuesOf(planWorkbook(requests[0] as SummaryRequest), books[at] ?? new Map(), "clv_order_group").filter(
      (group) => group === 2,
    ).length;
  expect([inNorth(0), inNorth(1)]).toEqual([20, 22]);
});
