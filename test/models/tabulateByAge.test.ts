import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { collapseRows } from "../../src/models/fitting/collapseRows";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { tabulateByAge } from "../../src/models/forecasts/tabulateByAge";
import {
  timeScale,
  type FourParameters,
  type TransactionModel,
} from "../../src/models/buyTillYouDie/transactionModel";
import { at } from "../../src/numerics/at";

/** Customers of 0 to 4 repeat orders on every day of two years, in weeks; t_x is 0, as where recency does not matter. */
function states(): ReturnType<typeof collapseRows> {
  const ages = Array.from({ length: 730 }, (_, day) => (day + 1) / 7);
  const column = (of: (x: number, age: number) => number): Float64Array =>
    Float64Array.from([0, 1, 2, 3, 4].flatMap((x) => ages.map((age) => of(x, age))));
  return collapseRows(
    column((x) => x),
    column(() => 0),
    column((_, age) => age),
  );
}

const CASES: readonly (readonly [string, TransactionModel, FourParameters])[] = [
  ["BG/NBD", bgNbd, [0.2426, 4.4136, 0.793, 2.4256]],
  ["MBG/NBD", mbgNbd, [0.525, 6.183, 0.891, 1.614]],
  ["Pareto/NBD", paretoNbd, [0.553, 10.578, 0.606, 11.669]],
  ["BG/NBD with a tiny scale", bgNbd, [0.5, 1e-3, 1e-3, 1e4]],
];

describe("expectations of many ages", () => {
  it.each(CASES)("%s: the curve gives what each age alone gives, to 1e-11", (_, model, p) => {
    const all = states();
    let computed = 0;
    const ifAlive = (x: number, tx: number, age: number): number => {
      computed++;
      return model.expectedIfAlive(p, 39, x, tx, age);
    };
    const table = tabulateByAge(all, timeScale(model, p), ifAlive);
    const asked = computed;
    for (let k = 0; k < all.length; k += 17) {
      const alone = ifAlive(at(all.a, k), at(all.b, k), at(all.c, k));
      expect(Math.abs(at(table, k) / alone - 1)).toBeLessThan(1e-11);
    }
    expect(asked).toBeLessThan(all.length / 5);
  });

  it("computes one by one what is no smooth curve, and what is few", () => {
    const all = states();
    const rough = (x: number, _: number, age: number): number => 1 + x + Math.abs(Math.sin(40 * age));
    const table = tabulateByAge(all, 1, rough);
    for (let k = 0; k < all.length; k += 101) expect(at(table, k)).toBe(rough(at(all.a, k), 0, at(all.c, k)));
    const few = collapseRows(Float64Array.of(1, 1), Float64Array.of(0, 0), Float64Array.of(5, 9));
    expect([...tabulateByAge(few, 1, (x, _, age) => x * age)]).toEqual([5, 9]);
  });

  it("keeps nothing as nothing", () => {
    expect(tabulateByAge(states(), 4, () => 0).every((value) => value === 0)).toBe(true);
  });
});
