import type { Host } from "../src/workbench/host/host";

/**
 * Of the processor's time, what was ours: our Excel had nothing to answer, or our own work went on meanwhile. Collecting
 * garbage for both sides is in it.
 */
export interface OwnTime {
  /** Characters of each request and of its answer. */
  readonly requests: number[];
  readonly answers: number[];
  /** Work of ours that may go on while a request is being answered. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Waits for requests that nobody waits for; then all begins at zero. */
  restart(): Promise<void>;
  seconds(): number;
}

export function ownTimeBeside(host: Host): OwnTime {
  const requests: number[] = [];
  const answers: number[] = [];
  let pending = 0;
  let working = 0;
  let own = 0;
  const processorTime = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  let last = processorTime();
  const tick = (): void => {
    const now = processorTime();
    if (pending === 0 || working > 0) own += now - last;
    last = now;
  };
  const { execute } = host;
  const counted: Host["execute"] = async (request, options) => {
    requests.push(request.length);
    tick();
    pending++;
    try {
      const answer = await execute(request, options);
      answers.push(answer.length);
      return answer;
    } finally {
      tick();
      pending--;
    }
  };
  Object.assign(host, { execute: counted });
  return {
    requests,
    answers,
    async during(work) {
      tick();
      working++;
      try {
        return await work();
      } finally {
        tick();
        working--;
      }
    },
    async restart() {
      while (pending > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      requests.length = answers.length = 0;
      own = 0;
      last = processorTime();
    },
    seconds() {
      tick();
      return own;
    },
  };
}
