/** Fits that follow the orders may end at a boundary, where a forecast has no bounds: the sheets must say so. */
import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import { sheetWords } from "../../src/locales/sheetWords";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { planFile, recalculatedAll } from "./support/planFile";
import { failing, itRecalculates, withTypedCells, type TypedCells } from "./support/recalculation";
import { reportOf } from "./support/reports";
import { requestFrom } from "./support/requests";

const SAMPLE = sampleOrders({ customers: 40 });
const base = requestFrom(SAMPLE, { sheets: ["models", "checks"] });
const request = { ...base, models: reportOf(buildCustomers(base.orders)), liveModels: true };
const plan = planWorkbook(request);
const { models } = sheetWords("en");
const { noBounds, checkBounds } = models.live;

/** LibreOffice has no functions of ours: what they answer is typed here. */
const BOUNDED: TypedCells = { clv_predicted_low: 10, clv_predicted_high: 30 };
const CASES: readonly { readonly what: string; readonly cells: TypedCells; readonly bounded: boolean }[] = [
  { what: "both bounds are there", cells: BOUNDED, bounded: true },
  { what: "the functions give errors", cells: {}, bounded: false },
  { what: "the high bound alone is missing", cells: { clv_predicted_low: 10 }, bounded: false },
];

itRecalculates("a check fails where a bound is missing, and the first sheet says why", async () => {
  const books = await recalculatedAll(
    await Promise.all(
      CASES.map(({ cells }) => planFile(withTypedCells(plan, cells), [{ name: "Orders", rows: SAMPLE }])),
    ),
  );
  const outcome = CASES.map(({ what }, i) => {
    const book = books[i] ?? new Map<string, unknown[][]>();
    const words = (book.get("CLV Summary") ?? []).flat();
    return [
      what,
      failing(plan, book, request).includes(checkBounds),
      words.includes(noBounds),
      words.includes(models.intervalHow),
    ];
  });
  expect(outcome).toEqual(CASES.map(({ what, bounded }) => [what, !bounded, !bounded, bounded]));
});
