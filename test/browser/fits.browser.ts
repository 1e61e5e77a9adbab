/** Fits over many rows and intervals of many fits: in the worker, once only, and stopped when they are not wanted. */
import type { Frame } from "playwright-core";
import { fitTransactions } from "../../src/models/fitTransactions";
import { paretoNbd } from "../../src/models/paretoNbd";
import { simulateCustomers } from "../../src/models/simulateCustomers";
import { putFilledSheet, type, valuesOf, useBrowser, useWorkbench } from "./browser";

const ROWS = 20_000;
const PARAMETERS = [0.5533, 10.578, 0.6062, 11.669] as const;
const customers = simulateCustomers("paretoNbd", PARAMETERS, {
  customers: ROWS,
  seed: 11,
  youngest: 27,
  oldest: 39,
  day: 1 / 7,
});
const FORMULA = `=CLV.PARETO.FIT(History!A1:A${ROWS},History!B1:B${ROWS},History!C1:C${ROWS},FALSE)`;

interface Watch {
  posted: number;
  ended: number;
}
type Watched = typeof globalThis & { watch: Watch };

const workbench = useWorkbench(useBrowser(), "?empty");

/** Counts what goes to workers, and how many are ended. */
const startWatch = (pane: Frame): Promise<void> =>
  pane.evaluate(() => {
    const watch: Watch = { posted: 0, ended: 0 };
    (globalThis as Watched).watch = watch;
    const { postMessage, terminate } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...args: [unknown]) {
      watch.posted++;
      postMessage.apply(this, args);
    };
    Worker.prototype.terminate = function (this: Worker) {
      watch.ended++;
      terminate.call(this);
    };
  });
const watched = (pane: Frame): Promise<Watch> => pane.evaluate(() => (globalThis as Watched).watch);

async function parametersAt(address: string): Promise<number[]> {
  for (let attempt = 0; attempt < 240; attempt++) {
    const [row = []] = await valuesOf(workbench.pane, "History", address);
    if (typeof row[0] === "number") return row.map(Number);
    if (typeof row[0] === "string" && row[0].startsWith("#") && row[0] !== "#BUSY!") throw new Error(row[0]);
    await workbench.page.waitForTimeout(250);
  }
  throw new Error("no answer");
}

beforeAll(async () => {
  const rows = Array.from({ length: ROWS }, (_, i) =>
    [customers.x, customers.tx, customers.age].map((column) => column[i] ?? 0),
  );
  await putFilledSheet(workbench.page, "History", rows);
  await startWatch(workbench.pane);
});

test("a fit of 20,000 rows is done by the worker, and agrees with the engine", async () => {
  await type(workbench.pane, "History", "F2", FORMULA);
  const found = await parametersAt("F2:I2");
  const fit = fitTransactions(paretoNbd, customers);
  if (!("parameters" in fit)) throw new Error(fit.code);
  found.forEach((value, k) => expect(value / (fit.parameters[k] ?? NaN)).toBeCloseTo(1, 6));
  expect((await watched(workbench.pane)).posted).toBeGreaterThan(0);
});

test("the same data are not fitted again", async () => {
  const before = await watched(workbench.pane);
  await type(workbench.pane, "History", "F4", FORMULA);
  expect(await parametersAt("F4:I4")).toEqual(await parametersAt("F2:I2"));
  expect((await watched(workbench.pane)).posted).toBe(before.posted);
});

test("a cancelled call ends the worker at once, and the next call still gets its answer", async () => {
  const columns = [customers.x, customers.tx, customers.age].map((column) =>
    Array.from(column, (v) => [v * 2]),
  );
  columns[0] = Array.from(customers.x, (v) => [v]);
  const outcome = await workbench.page.evaluate(async (ranges) => {
    interface Pane {
      connection(): Promise<{ functionOf(id: string): (...args: unknown[]) => Promise<unknown[][]> }>;
    }
    const { pane } = (window as unknown as { workbench: { pane: Pane } }).workbench;
    const fit = (await pane.connection()).functionOf("PARETO.FIT");
    const invocation: { onCanceled?: () => void } = {};
    const first = fit(...ranges, null, null, null, invocation).then(
      () => "answered",
      (error: unknown) => String((error as { message?: string }).message ?? error),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    const start = performance.now();
    invocation.onCanceled?.();
    const ended = await first;
    const waited = performance.now() - start;
    const again = await fit(...ranges, null, null, null, {});
    return { ended, waited, again: again[0]?.length ?? 0 };
  }, columns);
  expect(outcome.ended).not.toBe("answered");
  expect(outcome.waited).toBeLessThan(1000);
  expect(outcome.again).toBe(4);
  expect((await watched(workbench.pane)).ended).toBe(1);
});

test("intervals by draws are made in the worker however few the rows; a cancelled call ends it", async () => {
  const few = [customers.x, customers.tx, customers.age].map((column) =>
    Array.from(column.slice(0, 400), (v) => [v]),
  );
  const before = await watched(workbench.pane);
  const outcome = await workbench.page.evaluate(async (ranges) => {
    interface Pane {
      connection(): Promise<{ functionOf(id: string): (...args: unknown[]) => Promise<unknown[][]> }>;
    }
    const { pane } = (window as unknown as { workbench: { pane: Pane } }).workbench;
    const bootstrap = (await pane.connection()).functionOf("BOOTSTRAP");
    const asked = (draws: number, invocation: { onCanceled?: () => void }): Promise<unknown[][]> =>
      bootstrap([["bgnbd"]], ...ranges, null, null, [[draws]], null, null, invocation);
    const invocation: { onCanceled?: () => void } = {};
    const first = asked(5000, invocation).then(
      () => "answered",
      (error: unknown) => String((error as { message?: string }).message ?? error),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const start = performance.now();
    invocation.onCanceled?.();
    const ended = await first;
    return { ended, waited: performance.now() - start, lines: await asked(20, {}) };
  }, few);
  expect(outcome.ended).not.toBe("answered");
  expect(outcome.waited).toBeLessThan(1000);
  expect(outcome.lines.map(([name]) => name)).toEqual(["r", "alpha", "a", "b"]);
  const after = await watched(workbench.pane);
  expect(after.ended).toBe(before.ended + 1);
  expect(after.posted).toBeGreaterThan(before.posted);
});
