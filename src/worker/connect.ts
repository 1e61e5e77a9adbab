import { proxy, wrap } from "comlink";
import type { Endpoint, Remote } from "comlink";
import type { PlanSource, WorkbookOutline } from "../summary/planOutline";
import { EngineProblem, engineProblemOf } from "./engine";
import type { Engine, EngineStep } from "./engine";

/** The engine at work, and the switch that stops it. */
export interface EngineConnection {
  readonly engine: Engine;
  /** False where the page does the work itself and may stand still for a moment. */
  readonly inWorker: boolean;
  /**
   * Stops whatever the engine is doing: calls under way reject with `cancelled`. A worker is ended and a new one takes
   * its place, since no message reaches one that is computing; what was read is forgotten.
   */
  cancel(): void;
  dispose(): void;
}

/** A worker as far as we need one; tests give a message port. */
export interface EngineWorker extends Endpoint {
  terminate(): void;
}

export type StartWorker = () => EngineWorker;

/** `worker.js` lies beside the page. */
const startWorker: StartWorker = () => new Worker(new URL("worker.js", document.baseURI));

/** Connects to the engine in a worker, or to one in the page where there are no workers. */
export function connectEngine(start: StartWorker = startWorker): EngineConnection {
  try {
    return inWorker(start);
  } catch {
    return inPage();
  }
}

function inWorker(start: StartWorker): EngineConnection {
  let line = connect(start);
  const call = <T>(ask: (remote: Remote<Engine>) => Promise<T>): Promise<T> => line.ask(ask);
  return {
    engine: {
      recognise: (head, options) => call((remote) => remote.recognise(head, options)),
      begin: (columns, rules) => call((remote) => remote.begin(columns, rules)),
      add: (rows, firstRow, formats) => call((remote) => remote.add(rows, firstRow, formats)),
      finish: () => call((remote) => remote.finish()),
      speak: (locale, language) => call((remote) => remote.speak(locale, language)),
      plan: (choices, onStep) => {
        const asked = line;
        const told = (step: EngineStep): void => {
          // What a worker said before it was ended may still be on its way.
          if (asked === line) onStep?.(step);
        };
        return call((remote) => remote.plan(choices, proxy(told)));
      },
      rows: (sheet, block, from, count) => call((remote) => remote.rows(sheet, block, from, count)),
      models: () => call((remote) => remote.models()),
      forget: () => call((remote) => remote.forget()),
    },
    inWorker: true,
    cancel: () => {
      line.end();
      line = connect(start);
    },
    dispose: () => {
      line.end();
    },
  };
}

interface Line {
  ask<T>(ask: (remote: Remote<Engine>) => Promise<T>): Promise<T>;
  end(): void;
}

/** One worker with the calls that wait for it: those of an ended worker would wait for ever. */
function connect(start: StartWorker): Line {
  const worker = start();
  const remote = wrap<Engine>(worker);
  const waiting = new Set<(problem: EngineProblem) => void>();
  let ended = false;
  const stop = (code: "cancelled" | "broken"): void => {
    ended = true;
    worker.terminate();
    for (const reject of waiting) reject(new EngineProblem(code));
    waiting.clear();
  };
  // A worker that cannot be loaded answers nothing but this.
  worker.addEventListener("error", () => {
    stop("broken");
  });
  return {
    ask: (ask) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(new EngineProblem("broken"));
          return;
        }
        waiting.add(reject);
        ask(remote)
          .then(resolve, (error: unknown) => {
            reject(engineProblemOf(error));
          })
          .finally(() => waiting.delete(reject));
      }),
    end: () => {
      stop("cancelled");
    },
  };
}

/** Only a page without workers fetches the engine's code, a file of its own in the build. */
const loadEngine = async (): Promise<Engine> => {
  try {
    const { createEngine } = await import(/* webpackChunkName: "engine" */ "./createEngine");
    return createEngine();
  } catch {
    throw new EngineProblem("broken");
  }
};

function inPage(): EngineConnection {
  let engine: Promise<Engine> | undefined;
  let generation = 0;
  /** An answer that comes after a cancel is the cancelled one's. */
  const call = async <T>(ask: (engine: Engine) => Promise<T>): Promise<T> => {
    const begun = generation;
    // Lets the page draw before it is busy.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (begun !== generation) throw new EngineProblem("cancelled");
    engine ??= loadEngine();
    const own = await engine.catch((error: unknown) => {
      engine = undefined;
      throw error;
    });
    if (begun !== generation) throw new EngineProblem("cancelled");
    const answer = await ask(own);
    if (begun !== generation) throw new EngineProblem("cancelled");
    return answer;
  };
  const stop = (): void => {
    generation++;
    engine = undefined;
  };
  return {
    engine: {
      recognise: (head, options) => call((own) => own.recognise(head, options)),
      begin: (columns, rules) => call((own) => own.begin(columns, rules)),
      add: (rows, firstRow, formats) => call((own) => own.add(rows, firstRow, formats)),
      finish: () => call((own) => own.finish()),
      speak: (locale, language) => call((own) => own.speak(locale, language)),
      plan: (choices, onStep) => call((own) => own.plan(choices, onStep)),
      rows: (sheet, block, from, count) => call((own) => own.rows(sheet, block, from, count)),
      models: () => call((own) => own.models()),
      forget: () => call((own) => own.forget()),
    },
    inWorker: false,
    cancel: stop,
    dispose: stop,
  };
}

/** The plan that the engine holds, for `writePlan` to fetch in pieces. */
export const planSourceFrom = (engine: Engine, outline: WorkbookOutline): PlanSource => ({
  outline,
  rows: (sheet, block, from, count) => engine.rows(sheet, block, from, count),
});
