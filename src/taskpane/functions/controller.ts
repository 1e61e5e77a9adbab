import type { PaneContext } from "../context";
import { formulaWithNames } from "./catalogue";
import type { FunctionsActions } from "./view";

export const createFunctionsActions = ({ store, excel, attempt }: PaneContext): FunctionsActions => ({
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
