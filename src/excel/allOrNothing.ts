import { inWorkbook, supports } from "./host";
import { rollBack } from "./journal";
import type { Journal } from "./journal";
import { problemOf } from "./problem";

/** Work on the workbook that notes in the journal, before each step, how to take it back. */
export type Work<T> = (context: Excel.RequestContext, journal: Journal) => Promise<T>;

type OnStep = (done: number, total: number) => void;

/** Groups of Undo, `mergeUndoGroup`, came with this API set. */
const GROUPS = "1.20";

/** This Excel has refused to make work of ours one step for Undo: it is not asked again. */
let groupRefused = false;

/**
 * Does all of the work, or takes back whatever it did. Where Excel can, it is one step for Undo. Within such a group
 * Excel refuses what it cannot undo (UndoNotSupported), and has failed for no stated reason [office-js 6491, 6255]:
 * then the work is done once more without the group, since the sheets matter more than the one step.
 */
export async function allOrNothing<T>(work: Work<T>, onStepBack?: OnStep): Promise<T> {
  if (groupRefused || !supports(GROUPS)) return attempt(work, onStepBack, false);
  try {
    return await attempt(work, onStepBack, true);
  } catch (error) {
    if (problemOf(error).code !== "unexpected") throw error;
    const result = await attempt(work, onStepBack, false);
    groupRefused = true;
    return result;
  }
}

/** The way back is a run of its own: a group would refuse steps that it needs, such as deleting a sheet. */
async function attempt<T>(work: Work<T>, onStepBack: OnStep | undefined, oneUndo: boolean): Promise<T> {
  const journal: Journal = [];
  try {
    return await inWorkbook((context) => work(context, journal), { wait: true, oneUndo });
  } catch (error) {
    const problem = problemOf(error);
    await inWorkbook((context) => rollBack(context, journal, problem, onStepBack), { wait: true });
    throw problem;
  }
}
