import type { Endpoint } from "comlink";
import type { Interval } from "../models/intervals/deltaMethod";
import type { FitOutcome, FitResult } from "../models/fitting/fit";
import { runFit, type FitRequest } from "../models/fitRequest";
import { runIntervals, type IntervalRequest } from "../models/intervals/intervalRequest";
import { Refusal } from "../numerics/refusal";
import type { EngineWorker, StartWorker } from "./connect";

type Request = FitRequest | IntervalRequest;
export type IntervalsOutcome = readonly Interval[] | Refusal;
type AnyOutcome = FitOutcome | IntervalsOutcome;

/** A refusal loses its class on the way between threads, so an answer says which of the two it is. */
type FitAnswer =
  | { readonly found: FitResult | readonly Interval[] }
  | { readonly refusal: Pick<Refusal, "kind" | "code" | "details"> };

const outcomeOf = (request: Request): AnyOutcome =>
  "intervals" in request ? runIntervals(request) : runFit(request);

function answerTo(request: Request): FitAnswer {
  const outcome = outcomeOf(request);
  if (!(outcome instanceof Refusal)) return { found: outcome };
  const { kind, code, details } = outcome;
  return { refusal: { kind, code, details } };
}

const outcomeIn = (answer: FitAnswer): AnyOutcome =>
  "found" in answer
    ? answer.found
    : new Refusal(answer.refusal.kind, answer.refusal.code, answer.refusal.details);

/**
 * The messages that go to a worker of fits. It has one to answer at a time, so they need no numbers, and functions.js no
 * comlink.
 */
interface FitMessage {
  readonly fit: Request;
}

/** The worker's side: answers messages that ask for a fit, and passes over all others. */
export function serveFits(page: Endpoint): void {
  page.addEventListener("message", (event) => {
    const { data } = event as MessageEvent<Partial<FitMessage> | null>;
    if (data?.fit !== undefined) page.postMessage(answerTo(data.fit));
  });
}

/** Fits models for worksheet functions: in a worker above a small size, and never twice for the same data. */
export interface FitRunner {
  run(request: IntervalRequest, signal?: AbortSignal): Promise<IntervalsOutcome>;
  run(request: FitRequest, signal?: AbortSignal): Promise<FitOutcome>;
}

/** Rows up to which a fit takes a few milliseconds and is not worth the way to a worker. */
const SMALL = 2000;
/** Fits remembered. */
const REMEMBERED = 64;

interface Job {
  readonly key: string;
  readonly request: Request;
  readonly promise: Promise<AnyOutcome>;
  readonly settle: (outcome: AnyOutcome) => void;
  readonly fail: (reason: unknown) => void;
  waiters: number;
}

/** A key of the request's content: 96 bits of hash over the bytes of all columns, with the lengths. */
export function contentKey(request: Request): string {
  const { model, columns, counts, weakPrior } = request;
  const asked = "intervals" in request ? JSON.stringify(request.intervals) : "fit";
  let [first, second, third] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b];
  const all = counts === undefined ? columns : [...columns, counts];
  for (const column of all) {
    const words = new Int32Array(column.buffer, column.byteOffset, column.length * 2);
    for (const word of words) {
      first = Math.imul(first ^ word, 0x01000193);
      second = Math.imul((second << 13) | (second >>> 19), 5) + word;
      third = Math.imul(third ^ (word >>> 7) ^ (word << 9), 0x27d4eb2f) + second;
    }
  }
  const shape = `${all.map((column) => column.length).join(",")}${counts === undefined ? "" : "c"}`;
  return [model, asked, weakPrior, shape, first >>> 0, second >>> 0, third >>> 0].join(":");
}

function startFitWorker(): EngineWorker {
  if (typeof Worker === "undefined" || typeof document === "undefined") throw new Error("no worker here");
  return new Worker(new URL("worker.js", document.baseURI));
}

/** Soon, so that a cancellation comes first; a bare runtime may have no timers. */
function soon(work: () => void): void {
  if (typeof setTimeout === "undefined") void Promise.resolve().then(work);
  else setTimeout(work, 0);
}

function createJob(key: string, request: Request): Job {
  let settle: Job["settle"] = () => undefined;
  let fail: Job["fail"] = () => undefined;
  const promise = new Promise<AnyOutcome>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  promise.catch(() => undefined);
  return { key, request, promise, settle, fail, waiters: 0 };
}

/**
 * One worker does one fit at a time. A fit that nobody waits for any more is stopped: its worker is ended, since no
 * message reaches one that is computing. Where there is no worker the page does the work itself.
 */
export function createFitRunner(start: StartWorker = startFitWorker): FitRunner {
  const jobs = new Map<string, Job>();
  const done = new Map<string, AnyOutcome>();
  let queue: Job[] = [];
  let running: Job | undefined;
  let worker: EngineWorker | undefined;
  let workersFail = false;

  const remember = (key: string, outcome: AnyOutcome): void => {
    done.set(key, outcome);
    const oldest = done.keys().next().value;
    if (done.size > REMEMBERED && oldest !== undefined) done.delete(oldest);
  };
  const endWorker = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  const finish = (job: Job, outcome: AnyOutcome): void => {
    if (jobs.get(job.key) !== job) return;
    jobs.delete(job.key);
    remember(job.key, outcome);
    job.settle(outcome);
    if (running === job) running = undefined;
    next();
  };
  const inPage = (job: Job): void => {
    soon(() => {
      if (jobs.get(job.key) === job) finish(job, outcomeOf(job.request));
    });
  };
  const startWorker = (): EngineWorker => {
    const started = start();
    started.addEventListener("message", (event) => {
      // What a worker said before it was ended may still be on its way.
      if (started === worker && running) finish(running, outcomeIn((event as MessageEvent<FitAnswer>).data));
    });
    started.addEventListener("error", () => {
      workersFail = true;
      endWorker();
      if (running !== undefined) inPage(running);
    });
    return started;
  };
  const inWorker = ({ request }: Job): void => {
    worker ??= startWorker();
    const message: FitMessage = { fit: request };
    worker.postMessage(message);
  };
  const next = (): void => {
    if (running !== undefined) return;
    running = queue.shift();
    if (running === undefined) return;
    try {
      if (workersFail) inPage(running);
      else inWorker(running);
    } catch {
      workersFail = true;
      inPage(running);
    }
  };
  const leave = (job: Job, reason: unknown): void => {
    job.waiters--;
    if (job.waiters > 0 || jobs.get(job.key) !== job) return;
    jobs.delete(job.key);
    queue = queue.filter((waiting) => waiting !== job);
    job.fail(reason);
    if (running === job) {
      running = undefined;
      endWorker();
      next();
    }
  };

  const run = async (request: Request, signal?: AbortSignal): Promise<AnyOutcome> => {
    signal?.throwIfAborted();
    const key = contentKey(request);
    const known = done.get(key);
    if (known !== undefined) return known;
    if (!("intervals" in request) && (request.columns[0]?.length ?? 0) <= SMALL) {
      const outcome = runFit(request, signal);
      remember(key, outcome);
      return outcome;
    }
    const job = jobs.get(key) ?? createJob(key, request);
    job.waiters++;
    if (!jobs.has(key)) {
      jobs.set(key, job);
      queue.push(job);
      next();
    }
    if (signal === undefined) return job.promise;
    return new Promise<AnyOutcome>((resolve, reject) => {
      const stop = (): void => {
        leave(job, signal.reason);
        reject(signal.reason as Error);
      };
      signal.addEventListener("abort", stop, { once: true });
      job.promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
    });
  };
  // What is asked decides what is answered: `outcomeOf`.
  return { run: run as FitRunner["run"] };
}
