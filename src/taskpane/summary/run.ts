import type { PaneContext } from "../context";
import { paneProblem } from "../problems/problem";
import { makeSummary } from "./making";
import { obstacles } from "./obstacles";
import type { OrdersReading } from "./reading";
import { phaseText } from "./runView";
import { resultOf, type RunPhase, type RunState } from "./state";

/** While these last, the worker computes and hears nothing. */
const COMPUTING: ReadonlySet<RunPhase> = new Set(["reading", "calculating", "fitting"]);

interface Run {
  /** Answers whether a summary was made; `prepare` finds its orders, where they are not those that are shown. */
  make(prepare?: () => Promise<void>): Promise<boolean>;
  cancel(): void;
}

export function createRun(context: PaneContext, reading: OrdersReading): Run {
  const { store, connection } = context;
  let abort: AbortController | undefined;
  const setRun = (run: RunState): void => store.set(({ summary }) => ({ summary: { ...summary, run } }));
  const setPressed = (pressed: boolean): void =>
    store.set(({ summary }) => ({ summary: { ...summary, pressed } }));

  /** Undefined where something has to be put right first. */
  const work = async (signal: AbortSignal): Promise<boolean> => {
    let said = "";
    const result = await makeSummary(context, reading, {
      signal,
      onPhase: (phase, done, total) => {
        const { run } = store.get().summary;
        const cancelling = run.kind === "running" && run.cancelling;
        setRun({ kind: "running", phase, done, total, cancelling });
        if (phase !== said) context.say(phaseText(phase, context.words()));
        said = phase;
      },
    });
    if (!result) {
      setRun({ kind: "idle" });
      setPressed(true);
      const { text } = context.words();
      context.say(text.summary.currencyAsk);
      context.focus("step-orders-title");
      return false;
    }
    setRun({ kind: "done", result });
    context.say(context.words().text.summary.doneTitle);
    context.focus("result-title");
    return true;
  };

  const isObstructed = (): boolean => {
    const { summary, locale } = store.get();
    const obstructed = obstacles(summary, locale, resultOf(summary.orders)).length > 0;
    setPressed(obstructed);
    return obstructed;
  };

  /** Back to `run`, saying what went wrong beside the button that has this id. */
  const fail = (error: unknown, run: RunState, buttonId: string): false => {
    setRun(run);
    context.setProblem("run", paneProblem(error));
    context.focus(buttonId);
    return false;
  };

  return {
    make: async (prepare) => {
      const { run: before, looking } = store.get().summary;
      if (before.kind === "running" || looking) return false;
      if (!prepare && isObstructed()) return false;
      context.setProblem("run", undefined);
      abort = new AbortController();
      setRun({ kind: "running", phase: "reading", done: 0, total: 0, cancelling: false });
      context.focus("cancel");
      try {
        await prepare?.();
      } catch (error) {
        return fail(error, before, "refresh");
      }
      if (prepare && isObstructed()) {
        setRun({ kind: "idle" });
        return false;
      }
      try {
        return await work(abort.signal);
      } catch (error) {
        return fail(error, { kind: "idle" }, "make");
      }
    },
    cancel: () => {
      const { run } = store.get().summary;
      if (run.kind !== "running" || run.cancelling || run.phase === "restoring") return;
      setRun({ ...run, cancelling: true });
      context.say(context.words().text.summary.cancelling);
      abort?.abort();
      // No message reaches a worker that is computing: it is ended, and another takes its place. While sheets are
      // being written the renderer stops by itself, at a point from which there is a way back.
      if (COMPUTING.has(run.phase)) connection.cancel();
    },
  };
}
