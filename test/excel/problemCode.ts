import { ExcelProblem } from "../../src/excel/problem";

/** The code of the problem that work rejects with; "none" where it does not. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "none";
  } catch (error) {
    return error instanceof ExcelProblem ? error.code : String(error);
  }
}
