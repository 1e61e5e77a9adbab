import { expose, type Endpoint } from "comlink";
import type { EngineWorker } from "../../src/worker/connect";
import { createEngine } from "../../src/worker/createEngine";
import { contentKey, createFitRunner, serveFits } from "../../src/worker/fitRunner";
import type { FitRequest } from "../../src/models/fitRequest";
import type { IntervalRequest } from "../../src/models/intervals/intervalRequest";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { Refusal } from "../../src/numerics/refusal";
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

const channels: MessageChannel[] = [];
function channel(): MessageChannel {
  const made = new MessageChannel();
  made.port2.start();
  channels.push(made);
  return made;
}
afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close();
});

/** The two ends of a worker as worker.ts makes one, without a thread: messages are copied all the same. */
function messagePortWorker(): EngineWorker {
  const { port1, port2 } = channel();
  const inside = port1 as unknown as Endpoint;
  expose(createEngine(), inside);
  serveFits(inside);
  return Object.assign(port2 as unknown as EngineWorker, { terminate: () => port2.close() });
}

describe("the runner of fits in a worker", () => {
  it("gives what the library gives, one fit after the other, and refusals as refusals", async () => {
    const start = jest.fn(messagePortWorker);
    const runner = createFitRunner(start);
    const requests = [drawn(3000), drawn(2500, 2)];
    const none = Array.from({ length: 3 }, (_, i) => new Float64Array(3000).fill(i === 2 ? 10 : 0));
    const refused = runner.run({ model: "bgNbd", columns: none, weakPrior: false });
    const fits = await Promise.all(requests.map((request) => runner.run(request)));
    expect(fits).toEqual(
      await Promise.all(requests.map((request) => createFitRunner(noWorker).run(request))),
    );
    const refusal = await refused;
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code: "noRepeatOrders" });
    expect(start).toHaveBeenCalledTimes(1);
  });

  it("passes over what an ended worker still had to say", async () => {
    const { port1, port2 } = channel();
    const slow = Object.assign(port2 as unknown as EngineWorker, { terminate: () => undefined });
    const workers = [slow, messagePortWorker()];
    const runner = createFitRunner(() => workers.shift() ?? noWorker());
    const gone = new AbortController();
    const first = runner.run(drawn(3000), gone.signal);
    const second = runner.run(drawn(2500, 2));
    gone.abort(new Error("gone"));
    port1.postMessage({ found: [] });
    await expect(first).rejects.toThrow("gone");
    expect(await second).toHaveProperty("parameters");
  });
});

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
