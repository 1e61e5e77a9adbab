import { paneProblem, type PaneProblem, type ProblemPlace } from "./problems/problem";
import type { Surroundings } from "./services";
import type { PaneState } from "./state";
import type { Store } from "./store";
import { wordsOf, type Words } from "./words/words";

/** What every group of actions works with. */
export interface PaneContext extends Surroundings {
  readonly store: Store<PaneState>;
  words(): Words;
  say(text: string): void;
  setProblem(place: ProblemPlace, problem: PaneProblem | undefined): void;
  /** Runs work whose failure becomes a message at its place; answers undefined then. */
  attempt<T>(place: ProblemPlace, work: () => Promise<T>): Promise<T | undefined>;
}

export function createContext(store: Store<PaneState>, surroundings: Surroundings): PaneContext {
  const setProblem = (place: ProblemPlace, problem: PaneProblem | undefined): void =>
    store.set(({ problems }) => ({ problems: { ...problems, [place]: problem } }));
  return {
    ...surroundings,
    store,
    words: () => {
      const { locale, displayLanguage } = store.get();
      return wordsOf(locale, displayLanguage);
    },
    say: (announcement) => store.set({ announcement }),
    setProblem,
    attempt: async (place, work) => {
      setProblem(place, undefined);
      try {
        return await work();
      } catch (error) {
        setProblem(place, paneProblem(error));
        return undefined;
      }
    },
  };
}
