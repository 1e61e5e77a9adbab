import fc from "fast-check";
import type { Cell } from "../../src/orders/cells";
import { isMissingId } from "../../src/orders/cellValues/identifiers";
import { NEW_YEAR, readRows } from "./columnsForTests";

/** Customer, date, amount, order number, group: of few kinds, so that many rows are alike. */
const row = fc.tuple(
  fc.constantFrom("Ann", "Bob"),
  fc.constantFrom(NEW_YEAR, NEW_YEAR + 0.5, NEW_YEAR + 1),
  fc.constantFrom(-3, 1, 5, 5.01),
  fc.constantFrom<Cell>("A1", " A1", "A2", 17, "17", "", null, "n/a", "n/a"),
  fc.constantFrom("North", "South"),
);
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const numberOf = (row: Row): string => String(row[3] ?? "").trim();
const areAlike = (one: Row, other: Row, hasNumbers: boolean): boolean =>
  (!hasNumbers || numberOf(one) === numberOf(other)) &&
  [0, 1, 2, 4].every((column) => one[column] === other[column]);

/** By definition: each row compared with every row before it. */
function byDefinition(rows: readonly Row[], duplicates: "keep" | "exclude", hasNumbers: boolean): object {
  const twice: number[] = [];
  const kept: Row[] = [];
  const firstLine: number[] = [];
  rows.forEach((row, at) => {
    const provable = !hasNumbers || numberOf(row) !== "";
    if (provable && kept.some((earlier) => areAlike(earlier, row, hasNumbers))) {
      twice.push(at + 1);
      if (duplicates === "exclude") return;
    }
    const first = kept.findIndex((other) => other[0] === row[0] && numberOf(other) === numberOf(row));
    firstLine.push(!hasNumbers || isMissingId(row[3]) || first < 0 ? kept.length : first);
    kept.push(row);
  });
  return { twice, firstLine };
}

test.each([true, false])(
  "duplicates and first lines are those of comparing every row with every other (order numbers: %s)",
  (hasNumbers) => {
    const rule = fc.constantFrom("keep" as const, "exclude" as const);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), rule, (rows, duplicates) => {
        // A return counts only beside an order: both buy first.
        const list: Row[] = [
          ["Ann", NEW_YEAR, 1, "first", "North"],
          ["Bob", NEW_YEAR, 1, "first", "North"],
          ...rows,
        ];
        const { findings, orders } = readRows(
          list,
          { orderId: hasNumbers ? 3 : null, group: 4 },
          { duplicates, orderLines: "together" },
        );
        const found = findings.find(({ reason }) => reason === "duplicate")?.rows ?? [];
        const firstLine = orders.firstLine ?? Uint32Array.from({ length: orders.length }, (_, at) => at);
        expect({ twice: [...found], firstLine: [...firstLine] }).toEqual(
          byDefinition(list, duplicates, hasNumbers),
        );
      }),
    );
  },
);
