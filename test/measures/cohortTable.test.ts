import fc from "fast-check";
import { UNITS, periodNumber, periodStart } from "../../src/measures/calendar";
import { cohortTable } from "../../src/measures/cohortTable";
import { code, table } from "./expectations";

const serial = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86400000 + 25569;

/** Two customers of January (one comes back in March), one of February, none new in March. */
const CUSTOMERS = ["ann", "bob", "ann", "ann", "cid", "ann"];
const DATES = [
  serial(2025, 1, 31),
  serial(2025, 1, 1),
  serial(2025, 3, 1),
  serial(2025, 1, 31),
  serial(2025, 2, 10),
  serial(2025, 3, 31),
];
const AMOUNTS = [10, 20, 30, 5, 7, 3];

describe("a cohort table", () => {
  test("counts each customer once per age, and is empty past the data (C: by hand)", () => {
    expect(cohortTable(CUSTOMERS, DATES, undefined, "month", "active")).toEqual([
      { start: serial(2025, 1, 1), customers: 2, values: [2, 0, 1] },
      { start: serial(2025, 2, 1), customers: 1, values: [1, 0, null] },
    ]);
  });
  test("shows shares, revenue and revenue so far per customer (C: by hand)", () => {
    const values = (measure: "share" | "revenue" | "cumulative") =>
      table(cohortTable(CUSTOMERS, DATES, AMOUNTS, "month", measure)).map((cohort) => cohort.values);
    expect(values("share")).toEqual([
      [1, 0, 0.5],
      [1, 0, null],
    ]);
    expect(values("revenue")).toEqual([
      [35, 0, 33],
      [7, 0, null],
    ]);
    expect(values("cumulative")).toEqual([
      [17.5, 17.5, 34],
      [7, 7, null],
    ]);
  });
  test("groups by week, quarter and year", () => {
    const starts = (unit: "week" | "quarter" | "year") =>
      table(cohortTable(CUSTOMERS, DATES, undefined, unit, "active")).map((cohort) => cohort.start);
    expect(starts("year")).toEqual([serial(2025, 1, 1)]);
    expect(starts("quarter")).toEqual([serial(2025, 1, 1)]);
    // 30 December 2024, 27 January and 10 February 2025 were Mondays.
    expect(starts("week")).toEqual([serial(2024, 12, 30), serial(2025, 1, 27), serial(2025, 2, 10)]);
  });

  const orders = fc.array(
    fc.record({
      customer: fc.integer({ min: 1, max: 8 }),
      date: fc.integer({ min: 45000, max: 45400 }),
      amount: fc.integer({ min: 1, max: 99 }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  test("adds up to all customers and all revenue, and does not depend on the order of rows", () => {
    fc.assert(
      fc.property(orders, fc.constantFrom(...UNITS), (list, unit) => {
        const of = (rows: typeof list, measure: "revenue" | "active") =>
          table(
            cohortTable(
              rows.map((r) => r.customer),
              rows.map((r) => r.date),
              rows.map((r) => r.amount),
              unit,
              measure,
            ),
          );
        const revenue = of(list, "revenue");
        const total = revenue.flatMap((c) => c.values).reduce<number>((sum, value) => sum + (value ?? 0), 0);
        expect(total).toBe(list.reduce((sum, r) => sum + r.amount, 0));
        expect(revenue.reduce((sum, c) => sum + c.customers, 0)).toBe(
          new Set(list.map((r) => r.customer)).size,
        );
        expect(of([...list].reverse(), "revenue")).toEqual(revenue);
        for (const cohort of of(list, "active")) expect(cohort.values[0]).toBe(cohort.customers);
      }),
    );
  });
  test.each<[string, unknown, string]>([
    ["no rows", cohortTable([], [], undefined), "tooFewValues"],
    ["dates that do not match", cohortTable(["a"], [], undefined), "lengthsDiffer"],
    ["amounts that do not match", cohortTable(["a"], [1], [1, 2]), "lengthsDiffer"],
    [
      "more ages than a sheet has columns",
      cohortTable(["a", "b"], [1, 45000], undefined, "day"),
      "outOfRange",
    ],
    ["revenue without amounts", cohortTable(["a"], [45000], undefined, "month", "revenue"), "tooFewValues"],
  ])("refused: %s", (_, result, expected) => {
    expect(code(result)).toBe(expected);
  });
});

describe("calendar periods", () => {
  test("start on or before the day, in the period of that number, and follow one another", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2958465 }), fc.constantFrom(...UNITS), (day, unit) => {
        const number = periodNumber(day, unit);
        const start = periodStart(number, unit);
        expect(start).toBeLessThanOrEqual(day);
        expect(periodNumber(start, unit)).toBe(number);
        expect(periodNumber(start - 1, unit)).toBe(number - 1);
        expect(periodStart(number + 1, unit)).toBeGreaterThan(day);
      }),
    );
  });
  test("the time of day does not matter", () => {
    expect(periodNumber(serial(2025, 1, 31) + 0.99, "month")).toBe(
      periodNumber(serial(2025, 1, 31), "month"),
    );
  });
});
