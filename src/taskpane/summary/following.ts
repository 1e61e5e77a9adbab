import { fill } from "../../locales/locale";
import type { PaneContext } from "../context";
import { readShown } from "./making";
import type { RunResult } from "./state";

/** How long the sheets must be quiet before they are read, in ms: Excel tells of each sheet that it has calculated. */
const QUIET = 300;

/** Keeps the checks, figures and moves of a result that is shown as the sheets have them; to be called after they may have moved. */
export function followSheets(context: PaneContext): () => void {
  const { store } = context;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const shown = (): RunResult | undefined => {
    const { run } = store.get().summary;
    return run.kind === "done" ? run.result : undefined;
  };
  const read = async (): Promise<void> => {
    const before = shown();
    if (before === undefined) return;
    const now = await readShown(context);
    const { figures, failedChecks, timing, alertThreshold } = before;
    const moved = JSON.stringify(now) !== JSON.stringify({ figures, failedChecks, timing, alertThreshold });
    // Another run may have begun or ended meanwhile.
    if (!moved || shown() !== before) return;
    store.set(({ summary }) => ({
      summary: { ...summary, run: { kind: "done", result: { ...before, ...now } } },
    }));
    if (now.failedChecks !== undefined && now.failedChecks !== failedChecks)
      context.say(checksText(context, now.failedChecks));
  };
  return () => {
    if (shown() === undefined) return;
    clearTimeout(timer);
    // While a cell is being edited nothing can be read: the next calculation is another chance.
    timer = setTimeout(() => void read().catch(() => undefined), QUIET);
  };
}

function checksText({ words }: PaneContext, failed: number): string {
  const { text, formats } = words();
  const { checksPass, checksFail } = text.summary;
  return failed === 0 ? checksPass : fill(checksFail, { count: formats.quantity(failed) });
}
