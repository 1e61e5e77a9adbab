import { ExcelProblem, problemOf } from "./problem";

/** Takes one step back. Must do no harm where the step was done only in part, or not at all. */
export type Undo = (context: Excel.RequestContext) => Promise<void>;

/**
 * The way back out of a writing: before each step, how to undo it is put here. A request that fails may have been
 * carried out in part, so the entry must come before the request.
 */
export type Journal = Undo[];

const TRIES = 3;
const PAUSE = 200;

/**
 * Undoes every step, the last one first. A step that fails is tried again after a pause, since what made the writing
 * fail may pass; whatever cannot be undone at all is reported as `rollbackFailed`.
 */
export async function rollBack(
  context: Excel.RequestContext,
  journal: Journal,
  because: ExcelProblem,
  onStep?: (done: number, total: number) => void,
): Promise<void> {
  const total = journal.length;
  let failed = 0;
  for (let undo = journal.pop(); undo !== undefined; undo = journal.pop()) {
    if (!(await tried(context, undo))) failed++;
    onStep?.(total - journal.length, total);
  }
  if (failed > 0) {
    const details = { because: because.code, failed, total };
    throw new ExcelProblem("rollbackFailed", details, { cause: because });
  }
}

async function tried(context: Excel.RequestContext, undo: Undo): Promise<boolean> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      await undo(context);
      return true;
    } catch (error) {
      // A sheet that somebody deleted meanwhile has nothing to be restored.
      if (problemOf(error).code === "sheetMissing") return true;
      await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
    }
  }
  return false;
}
