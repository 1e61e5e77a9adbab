import { wrap } from "comlink";
import type { FitOutcome, FitResult } from "../models/fit";
import { runFit, type FitRequest } from "../models/fitRequest";
import { Refusal } from "../numerics/refusal";
import type { EngineWorker, StartWorker } from "./connect";

/** A refusal loses its class on the way between threads, so an answer says which of the two it is. */
export type FitAnswer =
  { readonly fit: FitResult } | { readonly refusal: Pick<Refusal, "kind" | "code" | "details"> };

/** The worker's side. */
export function answerFit(request: FitRequest): FitAnswer {
  const outcome = runFit(request);
  if (!(outcome instanceof Refusal)) return { fit: outcome };
  const { kind, code, details } = outcome;
  return { refusal: { kind, code, details } };
}

/** Fits models for worksheet functions: in a worker above a small size, and never twice for the same data. */
export interface FitRunner {
  run(request: FitRequest, signal?: AbortSignal): Promise<FitOutcome>;
}

/** Rows up to which a fit takes a few milliseconds and is not worth the way to a worker. */
const SMALL = 2000;
/** Fits remembered. */
const REMEMBERED = 64;

interface Remote {
  fit(request: FitRequest): FitAnswer;
}

interface Job {
  readonly key: string;
  readonly request: FitRequest;
  readonly promise: Promise<FitOutcome>;
  readonly settle: (outcome: FitOutcome) => void;
  readonly fail: (reason: unknown) => void;
  waiters: number;
}

/** A key of the request's content: 96 bits of hash over the bytes of all columns, with the lengths. */
export function contentKey({ model, columns, counts, weakPrior }: FitRequest): string {
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
  return [model, weakPrior, shape, first >>> 0, second >>> 0, third >>> 0].join(":");
}

function startFitWorker(): EngineWorker {
  if (typeof Worker === "undefined" || typeof document === "undefined") throw new Error("no worker here");
  return new Worker(new URL("worker.js", document.baseURI));
}

function createJob(key: string, request: FitRequest): Job {
  let settle: Job["settle"] = () => undefined;
  let fail: Job["fail"] = () => undefined;
  const promise = new Promise<FitOutcome>((resolve, reject) => {
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
  const done = new Map<string, FitOutcome>();
  let queue: Job[] = [];
  let running: Job | undefined;
  let worker: EngineWorker | undefined;
  let workersFail = false;

  const remember = (key: string, outcome: FitOutcome): void => {
    done.set(key, outcome);
    const oldest = done.keys().next().value;
    if (done.size > REMEMBERED && oldest !== undefined) done.delete(oldest);
  };
  const endWorker = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  const finish = (job: Job, outcome: FitOutcome): void => {
    if (jobs.get(job.key) !== job) return;
    jobs.delete(job.key);
    remember(job.key, outcome);
    job.settle(outcome);
    if (running === job) running = undefined;
    next();
  };
  const inPage = (job: Job): void => {
    setTimeout(() => {
      if (jobs.get(job.key) === job) finish(job, runFit(job.request));
    }, 0);
  };
  const inWorker = (job: Job): void => {
    worker ??= start();
    worker.addEventListener("error", () => {
      workersFail = true;
      endWorker();
      if (running === job) inPage(job);
    });
    wrap<Remote>(worker)
      .fit(job.request)
      .then(
        (answer) => {
          if ("fit" in answer) finish(job, answer.fit);
          else finish(job, new Refusal(answer.refusal.kind, answer.refusal.code, answer.refusal.details));
        },
        () => {
          if (jobs.get(job.key) === job) inPage(job);
        },
      );
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

  return {
    async run(request, signal) {
      signal?.throwIfAborted();
      const key = contentKey(request);
      const known = done.get(key);
      if (known !== undefined) return known;
      if ((request.columns[0]?.length ?? 0) <= SMALL) {
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
      return new Promise<FitOutcome>((resolve, reject) => {
        const stop = (): void => {
          leave(job, signal.reason);
          reject(signal.reason as Error);
        };
        signal.addEventListener("abort", stop, { once: true });
        job.promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
      });
    },
  };
}
