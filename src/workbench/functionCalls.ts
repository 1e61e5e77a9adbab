/** How the grid's CLV.* cells get their values, without knowing the grid. */

/** An error as a cell shows it; the message is what Excel shows beside the cell, for #VALUE! and #N/A. */
export class CellError {
  constructor(
    readonly code: string,
    readonly message = "",
  ) {}
}

export type CellResult = string | number | boolean | CellError;
/** One value, or rows of values that spill. */
export type FunctionResult = CellResult | CellResult[][];

/** Not known yet: the cell shows #BUSY! until the grid is asked to calculate again. */
export const PENDING = Symbol("pending");

export interface FunctionParameter {
  readonly name: string;
  readonly description?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

/** One entry of functions.json. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly FunctionParameter[];
}

export interface FunctionCaller {
  call(id: string, args: readonly unknown[], address: string): FunctionResult | typeof PENDING;
  /** Resolves when nothing is pending. */
  idle(): Promise<void>;
}

/** Numbers of the error codes in the real runtime's results, found by running it (PLATFORM.md, section 3). */
const RUNTIME_ERRORS: Readonly<Record<number, string>> = {
  1: "#N/A",
  2: "#NAME?",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** A cell that Excel gets from the runtime. NaN, infinities and nulls inside an array show as 0 (issue 1503). */
function cellResult(value: unknown, inArray: boolean): CellResult {
  if (typeof value === "number" && !Number.isFinite(value)) {
    if (inArray) return 0;
    return new CellError(Number.isNaN(value) ? "#VALUE!" : "#NUM!");
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (isRecord(value)) {
    if (typeof value.code === "string")
      return new CellError(value.code, messageFor(value.code, value.message));
    if (value.type === "Error") return new CellError(String(value.basicValue ?? "#VALUE!"));
    return cellResult(value.basicValue ?? "#VALUE!", inArray);
  }
  return inArray ? 0 : new CellError("#VALUE!");
}

/** Excel keeps the message for two codes only. */
const messageFor = (code: string, message: unknown): string =>
  (code === "#VALUE!" || code === "#N/A") && typeof message === "string" ? message : "";

function functionResult(value: unknown): FunctionResult {
  if (!Array.isArray(value)) return cellResult(value, false);
  const rows: unknown[] = value;
  return rows.map((row) => (Array.isArray(row) ? row : [row]).map((cell: unknown) => cellResult(cell, true)));
}

/** What is thrown becomes an error; an ordinary exception loses its message, as in Excel. */
function thrownResult(reason: unknown): CellError {
  const code =
    isRecord(reason) && typeof reason.code === "string" && reason.code.startsWith("#") ? reason.code : null;
  if (code === null) return new CellError("#VALUE!");
  return new CellError(code, messageFor(code, isRecord(reason) ? reason.message : ""));
}

/** One answer of the real runtime. */
export interface RuntimeEntry {
  readonly id: number;
  /** The message where it failed. */
  readonly value?: unknown;
  readonly failed?: boolean;
  readonly errorCode?: number;
}

/**
 * The runtime answers with records (SetInvocationResults), or with lists where it has other features:
 * [id, true, value, …] or [id, false, message, code, …].
 */
function runtimeEntry(sent: unknown): RuntimeEntry | null {
  if (Array.isArray(sent)) {
    const [id, succeeded, valueOrMessage, code] = sent as readonly unknown[];
    if (succeeded === true) return { id: Number(id), value: valueOrMessage };
    return { id: Number(id), failed: true, value: valueOrMessage, errorCode: Number(code) };
  }
  return isRecord(sent) && typeof sent.id === "number" ? { ...sent, id: sent.id } : null;
}

function runtimeResult(entry: RuntimeEntry): FunctionResult {
  if (!entry.failed) return functionResult(entry.value);
  const code = RUNTIME_ERRORS[entry.errorCode ?? 0] ?? "#VALUE!";
  return new CellError(code, messageFor(code, entry.value));
}

type Compute = (...args: unknown[]) => unknown;

/**
 * Remembers the answers that came late, by function and arguments. A first call answers PENDING; when all answers of
 * a round are there, `again` makes the grid calculate once more and the calls find their answers here. A plain
 * asynchronous function per cell would cost half a second each.
 */
class LateAnswers {
  private readonly answers = new Map<string, FunctionResult>();
  private readonly pending = new Set<string>();
  private waiters: (() => void)[] = [];

  constructor(private readonly again: () => Promise<void>) {}

  ask(key: string, start: () => Promise<FunctionResult>): FunctionResult | typeof PENDING {
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    if (!this.pending.has(key)) {
      this.pending.add(key);
      void start()
        .catch(thrownResult)
        .then((answer) => this.arrived(key, answer));
    }
    return PENDING;
  }

  idle(): Promise<void> {
    if (this.pending.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  private async arrived(key: string, answer: FunctionResult): Promise<void> {
    this.answers.set(key, answer);
    // Everything that arrives in the same task is calculated together.
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.pending.delete(key);
    if (this.pending.size > 0) return;
    await this.again();
    for (const resolve of this.waiters.splice(0)) resolve();
  }
}

const keyOf = (id: string, args: readonly unknown[]): string => `${id}${JSON.stringify(args)}`;

/** Calls the functions themselves, with the invocation object last, as the runtime does. */
export function directCaller(
  functionOf: (id: string) => Compute | undefined,
  again: () => Promise<void>,
): FunctionCaller {
  const late = new LateAnswers(again);
  return {
    call(id, args, address) {
      const compute = functionOf(id);
      if (!compute) return new CellError("#NAME?");
      try {
        const key = keyOf(id, args);
        const result = compute(...args, { address, functionName: id });
        // Not by class: the function's promise is the pane's, whose classes are not this page's.
        if (!isRecord(result) || typeof result.then !== "function") return functionResult(result);
        return late.ask(key, async () => functionResult(await result));
      } catch (reason) {
        return thrownResult(reason);
      }
    },
    idle: () => late.idle(),
  };
}

export interface RuntimeCall {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
  readonly address: string;
}

/** Sends the calls through the real custom-functions runtime, those of one calculation in one message. */
export function runtimeCaller(
  invoke: (calls: readonly RuntimeCall[]) => void,
  again: () => Promise<void>,
): FunctionCaller & { results(entries: readonly unknown[]): void } {
  const late = new LateAnswers(again);
  const waiting = new Map<number, (result: FunctionResult) => void>();
  let queue: RuntimeCall[] = [];
  let next = 1;
  const send = (call: RuntimeCall): void => {
    queue.push(call);
    if (queue.length > 1) return;
    setTimeout(() => {
      const calls = queue;
      queue = [];
      invoke(calls);
    }, 0);
  };
  return {
    call: (name, args, address) =>
      late.ask(
        keyOf(name, args),
        () =>
          new Promise((resolve) => {
            const id = next++;
            waiting.set(id, resolve);
            send({ id, name, args, address });
          }),
      ),
    idle: () => late.idle(),
    results(entries) {
      for (const sent of entries) {
        const entry = runtimeEntry(sent);
        if (!entry) continue;
        waiting.get(entry.id)?.(runtimeResult(entry));
        waiting.delete(entry.id);
      }
    },
  };
}
