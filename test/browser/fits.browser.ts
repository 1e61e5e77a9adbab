/** Fits over many rows and intervals of many fits: in the worker, once only, and stopped when they are not wanted. */
import type { Frame } from "playwright-core";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { simulateCustomers } from "../../src/models/buyTillYouDie/simulateCustomers";
import { eventually, putFilledSheet, type, valuesOf, useBrowser, useWorkbench } from "./browser";

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
  /** Called once, as soon as something was posted. */
  onPosted?: (() => void) | undefined;
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
      queueMicrotask(() => {
        watch.onPosted?.();
        watch.onPosted = undefined;
      });
    };
    Worker.prototype.terminate = function (this: Worker) {
      watch.ended++;
      terminate.call(this);
    };
  });
const watched = (pane: Frame): Promise<Watch> => pane.evaluate(() => (globalThis as Watched).watch);

async function parametersAt(address: string): Promise<number[]> {
  const [row = []] = await eventually(
    () => valuesOf(workbench.pane, "History", address),
    ([first]) => first?.[0] !== "" && first?.[0] !== "#BUSY!",
  );
  return row.map(Number);
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

interface Cancelled {
  readonly ended: string;
  readonly waited: number;
  readonly again: readonly (readonly unknown[])[];
}

/** Calls a function, cancels it as soon as the worker has its request, and calls it once more. */
const cancelledAndAgain = (
  id: string,
  args: readonly unknown[],
  argsAgain: readonly unknown[],
): Promise<Cancelled> =>
  workbench.pane.evaluate(
    async (call) => {
      interface Pane {
        connection(): Promise<{ functionOf(id: string): (...args: unknown[]) => Promise<unknown[][]> }>;
      }
      const { pane } = (window.parent as unknown as { workbench: { pane: Pane } }).workbench;
      const asked = (await pane.connection()).functionOf(call.id);
      const invocation: { onCanceled?: () => void } = {};
      const { watch } = globalThis as Watched;
      const start = new Promise<number>((resolve) => {
        watch.onPosted = () => {
          resolve(performance.now());
          invocation.onCanceled?.();
        };
      });
      const ended = await asked(...call.args, invocation).then(
        () => "answered",
        (error: unknown) => String((error as { message?: string }).message ?? error),
      );
      const waited = performance.now() - (await start);
      return { ended, waited, again: await asked(...call.argsAgain, {}) };
    },
    { id, args, argsAgain },
  );

test("a cancelled call ends the worker at once, and the next call still gets its answer", async () => {
  const ranges = [customers.x, customers.tx, customers.age].map((column, k) =>
    Array.from(column, (v) => [k === 0 ? v : v * 2]),
  );
  const args = [...ranges, null, null, null];
  const before = await watched(workbench.pane);
  const { ended, waited, again } = await cancelledAndAgain("PARETO.FIT", args, args);
  expect(ended).not.toBe("answered");
  expect(waited).toBeLessThan(1000);
  expect(again[0]).toHaveLength(4);
  expect((await watched(workbench.pane)).ended).toBe(before.ended + 1);
});

test("intervals by draws are made in the worker however few the rows; a cancelled call ends it", async () => {
  const few = [customers.x, customers.tx, customers.age].map((column) =>
    Array.from(column.slice(0, 400), (v) => [v]),
  );
  const before = await watched(workbench.pane);
  const leftOut: readonly null[] = [null, null, null, null];
  const args = (draws: number): unknown[] => [[["bgnbd"]], ...few, null, null, [[draws]], ...leftOut];
  const { ended, waited, again } = await cancelledAndAgain("BOOTSTRAP", args(5000), args(20));
  expect(ended).not.toBe("answered");
  expect(waited).toBeLessThan(1000);
  expect(again.map(([name]) => name)).toEqual(["r", "alpha", "a", "b"]);
  const after = await watched(workbench.pane);
  expect(after.ended).toBe(before.ended + 1);
  expect(after.posted).toBeGreaterThan(before.posted);
});
