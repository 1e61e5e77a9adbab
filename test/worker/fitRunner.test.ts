import { contentKey, createFitRunner } from "../../src/worker/fitRunner";
import type { FitRequest } from "../../src/models/fitRequest";
import type { IntervalRequest } from "../../src/models/intervals/intervalRequest";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { simulateCustomers } from "../../src/models/buyTillYouDie/simulateCustomers";

const drawn = (customers: number, seed = 1): FitRequest => {
  const { x, tx, age } = simulateCustomers("bgNbd", [0.5, 5, 0.8, 2.5], {
    customers,
    seed,
    youngest: 20,
    oldest: 50,
    day: 1 / 7,
  });
  return { model: "bgNbd", columns: [x, tx, age], weakPrior: false };
};
const noWorker = (): never => {
  throw new Error("no worker");
};

describe("the runner of fits", () => {
  it("fits small and, without a worker, large data as the library does", async () => {
    const runner = createFitRunner(noWorker);
    for (const customers of [300, 5000]) {
      const request = drawn(customers);
      const [x, tx, age] = request.columns;
      if (!x || !tx || !age) throw new Error("columns");
      expect(await runner.run(request)).toEqual(fitTransactions(bgNbd, { x, tx, age }));
    }
  });

  it("answers the same data from memory, and other data anew", async () => {
    const runner = createFitRunner(noWorker);
    const first = await runner.run(drawn(3000));
    expect(await runner.run(drawn(3000))).toBe(first);
    expect(await runner.run(drawn(3000, 2))).not.toBe(first);
  });

  it("gives a refusal as a refusal", async () => {
    const columns = [new Float64Array(3000), new Float64Array(3000), new Float64Array(3000).fill(10)];
    const outcome = await createFitRunner(noWorker).run({ model: "bgNbd", columns, weakPrior: false });
    expect(outcome).toMatchObject({ code: "noRepeatOrders" });
  });

  it("stops a fit that nobody waits for, and goes on with one that somebody does", async () => {
    const runner = createFitRunner(noWorker);
    const [one, other] = [new AbortController(), new AbortController()];
    const request = drawn(4000);
    const first = runner.run(request, one.signal);
    const second = runner.run(request, other.signal);
    one.abort(new Error("gone"));
    await expect(first).rejects.toThrow("gone");
    expect(await second).toHaveProperty("parameters");
    const third = runner.run(drawn(4000, 9), other.signal);
    other.abort(new Error("gone too"));
    await expect(third).rejects.toThrow("gone too");
  });

  it("answers intervals from memory, apart from the fit of the same data and from another seed", async () => {
    const runner = createFitRunner(noWorker);
    const { columns } = drawn(300);
    const asked = (seed: number): IntervalRequest => ({
      model: "bgNbd",
      columns,
      weakPrior: false,
      intervals: { method: "bootstrap", seed, draws: 20, level: 0.9 },
    });
    const first = await runner.run(asked(1));
    expect(first).toHaveLength(4);
    expect(await runner.run(asked(1))).toBe(first);
    expect(await runner.run(asked(2))).not.toEqual(first);
    expect(await runner.run(drawn(300))).toHaveProperty("standing");
  });

  it("stops intervals that nobody waits for", async () => {
    const { columns } = drawn(300);
    const controller = new AbortController();
    const intervals = { method: "profile", level: 0.9 } as const;
    const request: IntervalRequest = { model: "bgNbd", columns, weakPrior: false, intervals };
    const answer = createFitRunner(noWorker).run(request, controller.signal);
    controller.abort(new Error("gone"));
    await expect(answer).rejects.toThrow("gone");
  });

  it("tells requests apart by content, model, prior, counts and shape", () => {
    const [a, b] = [Float64Array.of(1, 2), Float64Array.of(1, 3)];
    const base: FitRequest = { model: "bgNbd", columns: [a, a, a], weakPrior: false };
    const keys = [
      base,
      { ...base, columns: [a, a, b] },
      { ...base, columns: [a, b, a] },
      { ...base, model: "mbgNbd" as const },
      { ...base, weakPrior: true },
      { ...base, counts: a },
    ].map(contentKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(contentKey({ ...base, columns: [a.slice(), a, a] })).toBe(contentKey(base));
  });
});
