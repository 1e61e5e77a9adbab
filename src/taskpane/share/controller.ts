import type { PaneContext } from "../context";
import type { ShareActions } from "./view";
import type { ShareState } from "./state";

export function createShareActions(context: PaneContext): ShareActions {
  const { store, excel, attempt } = context;
  const change = (next: Partial<ShareState>): void =>
    store.set(({ share }) => ({ share: { ...share, ...next } }));

  const count = async (): Promise<void> => {
    const counts = await attempt("share", excel.countClvFormulas);
    change({ counts });
  };

  const work = async (
    kind: "freezing" | "restoring",
    run: () => Promise<ShareState["outcome"]>,
  ): Promise<void> => {
    change({ work: kind, outcome: undefined });
    const outcome = await attempt("share", run);
    change({ work: "none", outcome });
    if (outcome) await count();
  };

  return {
    count: () => {
      if (store.get().share.work === "none") void count();
    },
    freeze: () =>
      void work("freezing", async () => {
        const { changed } = await excel.freezeFormulas();
        return { kind: "frozen", changed };
      }),
    restore: () =>
      void work("restoring", async () => {
        const report = await excel.restoreFormulas();
        return { kind: "restored", ...report };
      }),
    goTo: ({ sheet, address }) => void attempt("link", () => excel.goTo(sheet, address)),
  };
}
