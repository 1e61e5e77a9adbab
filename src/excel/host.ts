import { ExcelProblem, problemOf } from "./problem";

/** Whether an Excel answers here: false in a plain page and in other Office hosts. */
export const hasExcel = (): boolean =>
  typeof Excel !== "undefined" && typeof Office !== "undefined" && Excel.run !== undefined;

/** Whether this Excel has the API set `ExcelApi <version>`. */
export const supports = (version: string): boolean =>
  Office.context.requirements.isSetSupported("ExcelApi", version);

/** Tables that resize, spills and worksheet properties, all of which we build on, came with 1.12 and 1.13. */
const NEEDED = "1.13";

export function requireApi(): void {
  if (!hasExcel()) throw new ExcelProblem("noExcel");
  if (!supports(NEEDED)) throw new ExcelProblem("unsupportedExcel", { needed: NEEDED });
}

export interface RunOptions {
  /** Wait until the user has left the cell being edited, instead of failing with `editMode`. */
  readonly wait?: boolean;
  /** Make all of it one step for Undo; for an Excel that can (1.20). */
  readonly oneUndo?: boolean;
}

/** `Excel.run` whose failures are `ExcelProblem`s. */
export async function inWorkbook<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  options: RunOptions = {},
): Promise<T> {
  if (!hasExcel()) throw new ExcelProblem("noExcel");
  const run: Excel.RunOptions = { delayForCellEdit: options.wait ?? false };
  if (options.oneUndo === true) run.mergeUndoGroup = true;
  try {
    return await Excel.run(run, batch);
  } catch (error) {
    throw problemOf(error);
  }
}
