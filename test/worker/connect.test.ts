import { expose } from "comlink";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import { connectEngine } from "../../src/worker/connect";
import type { EngineWorker } from "../../src/worker/connect";
import { createEngine } from "../../src/worker/createEngine";
import { EngineProblem, engineProblemOf, type EngineStep, type OnStep } from "../../src/worker/engine";
import type { SummaryChoices } from "../../src/summary/request";

/** A worker's two ends without a thread: messages are copied all the same. */
function messagePortWorker(answering = true): { worker: EngineWorker; terminated: () => boolean } {
  const { port1, port2 } = new MessageChannel();
  if (answering) expose(createEngine(), port1 as unknown as Parameters<typeof expose>[1]);
  let ended = false;
  const worker = Object.assign(port2 as unknown as EngineWorker, {
    terminate: () => {
      ended = true;
      port1.close();
      port2.close();
    },
  });
  return { worker, terminated: () => ended };
}

const head = sampleOrders({ customers: 20 }).slice(0, 50);

describe("a connection to the engine", () => {
  it("answers from a worker as the engine itself does", async () => {
    const { worker } = messagePortWorker();
    const { engine, inWorker, dispose } = connectEngine(() => worker);
    expect(inWorker).toBe(true);
    expect(await engine.recognise(head)).toEqual(await createEngine().recognise(head));
    dispose();
  });

  it("brings the engine's problems back with their codes", async () => {
    const { worker } = messagePortWorker();
    const { engine, dispose } = connectEngine(() => worker);
    await expect(engine.finish()).rejects.toMatchObject({ name: "EngineProblem", code: "notBegun" });
    dispose();
  });

  it("ends the worker on cancel, rejects what was under way, and goes on with a new one", async () => {
    const workers = [messagePortWorker(false), messagePortWorker()];
    let next = 0;
    const { engine, cancel, dispose } = connectEngine(() => {
      const started = workers[next++];
      if (started === undefined) throw new Error("too many workers");
      return started.worker;
    });
    const waiting = engine.recognise(head);
    cancel();
    await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
    expect(workers[0]?.terminated()).toBe(true);
    expect(await engine.recognise(head)).toEqual(await createEngine().recognise(head));
    dispose();
    expect(workers[1]?.terminated()).toBe(true);
    await expect(engine.recognise(head)).rejects.toMatchObject({ code: "broken" });
  });

  it.each([
    ["tells the steps of a plan", false, ["models"]],
    ["tells no step of a cancelled plan that was still on its way", true, []],
  ])("%s", async (_, cancelled, told) => {
    const { port1, port2 } = new MessageChannel();
    const steps: EngineStep[] = [];
    const heard = new Promise<void>((resolve) => {
      const plan = async (_choices: unknown, onStep: OnStep): Promise<void> => {
        await onStep("models");
        resolve();
      };
      expose({ plan }, port1 as unknown as Parameters<typeof expose>[1]);
    });
    const worker = Object.assign(port2 as unknown as EngineWorker, { terminate: () => undefined });
    const { engine, cancel } = connectEngine(() => worker);
    const planned = engine.plan({} as SummaryChoices, (step) => steps.push(step)).catch(() => undefined);
    if (cancelled) cancel();
    await Promise.all([heard, planned]);
    expect(steps).toEqual(told);
    port1.close();
    port2.close();
  });

  it("rejects when the worker cannot be loaded", async () => {
    const { worker } = messagePortWorker(false);
    let fail: () => void = () => undefined;
    const listen = worker.addEventListener.bind(worker);
    const broken = Object.assign(worker, {
      addEventListener: (type: string, listener: EventListenerOrEventListenerObject) => {
        if (type === "error" && typeof listener === "function") fail = () => listener(new Event("error"));
        else listen(type, listener);
      },
    });
    const { engine, dispose } = connectEngine(() => broken);
    const waiting = engine.recognise(head);
    fail();
    await expect(waiting).rejects.toMatchObject({ code: "broken" });
    dispose();
  });

  it("works in the page where there are no workers", async () => {
    const { engine, inWorker, cancel } = connectEngine(() => {
      throw new Error("no Worker here");
    });
    expect(inWorker).toBe(false);
    expect(await engine.recognise(head)).toEqual(await createEngine().recognise(head));
    const waiting = engine.recognise(head);
    cancel();
    await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
  });
});

it("knows its problems again by their message, and calls others broken", () => {
  expect(engineProblemOf(new Error("obstacle"))).toMatchObject({ code: "obstacle" });
  expect(engineProblemOf(new Error("x is undefined"))).toMatchObject({ code: "broken" });
  const own = new EngineProblem("cancelled");
  expect(engineProblemOf(own)).toBe(own);
});
