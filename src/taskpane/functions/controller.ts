import type { PaneContext } from "../context";
import { formulaWithNames } from "./catalogue";
import type { FunctionsActions } from "./view";

export const createFunctionsActions = ({
  store,
  excel,
  attempt,
  loadCatalogue,
}: PaneContext): FunctionsActions => ({
  load: () => {
    const { locale, catalogue } = store.get();
    if (catalogue?.locale === locale) return;
    void attempt("catalogue", () => loadCatalogue(locale)).then((loaded) => {
      // Meanwhile the language may have been changed: then another answer is on its way.
      if (loaded && store.get().locale === loaded.locale) store.set({ catalogue: loaded });
    });
  },
  search: (query) => store.set({ query, inserted: undefined }),
  insert: (entry) => {
    const { name } = entry;
    // Set before the writing: a refusal is shown with the function it is about.
    store.set({ inserted: { name, address: "" } });
    void attempt("insert", () => excel.insertFormula(formulaWithNames(entry))).then((address) => {
      if (address !== undefined) store.set({ inserted: { name, address } });
    });
  },
});
