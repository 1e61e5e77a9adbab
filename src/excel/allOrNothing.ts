import { rollBack } from "./journal";
import type { Journal } from "./journal";
import { problemOf } from "./problem";

/** Work that takes back whatever it did when it fails. */
export async function allOrNothing<T>(
  context: Excel.RequestContext,
  work: (journal: Journal) => Promise<T>,
): Promise<T> {
  const journal: Journal = [];
  try {
    return await work(journal);
  } catch (error) {
    const problem = problemOf(error);
    await rollBack(context, journal, problem);
    throw problem;
  }
}
