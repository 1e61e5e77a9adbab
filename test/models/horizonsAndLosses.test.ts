import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { discountedOrdersIfAlive } from "../../src/models/forecasts/discountedOrders";
import { valueInterval } from "../../src/models/intervals/valueInterval";

describe("discounted orders of a long horizon", () => {
  it.each([bgNbd, paretoNbd])(
    "are fewer than those without end ($name), by those discounted below e^−δh",
    (model) => {
      for (const horizon of [500, 1000, 2000]) {
        const within = (ahead?: number): number =>
          discountedOrdersIfAlive(model, [0.55, 10.6, 0.6, 11.7], 3, 20, 39, 0.01, ahead);
        const rest = 1 - within(horizon) / within();
        expect(rest).toBeGreaterThan(0.01 * Math.exp(-0.01 * horizon));
        expect(rest).toBeLessThan(Math.exp(-0.01 * horizon));
      }
    },
  );
});

it("the bounds of a loss hold it, the larger loss below", () => {
  const fit = { parameters: [1, 1], logCovariance: Float64Array.of(0.04, 0, 0, 0.01) };
  const slope = {
    value: -10,
    most: Infinity,
    byOrders: Float64Array.of(3, 1),
    bySpend: Float64Array.of(2, 1),
  };
  const { low = NaN, high = NaN } = valueInterval(slope, fit, fit, 0.9);
  expect(low).toBeLessThan(-10);
  expect(high).toBeGreaterThan(-10);
  expect(low * high).toBeCloseTo(100, 8);
});
