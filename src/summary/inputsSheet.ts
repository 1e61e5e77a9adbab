import type { Context } from "./context";
import { conventions, nameInputColumns, putInputs, readersInputs } from "./inputsBlock";
import type { SheetPlan } from "./plan";
import { putRates } from "./ratesBlock";
import { areaOf } from "./sheetDraft";

const TOP = 3;
const EXPLAIN_COLUMN = 6;

/** Every input with its unit, origin, range and explanation: the only sheet whose cells are meant to be changed. */
export function planInputsSheet(context: Context): SheetPlan {
  const draft = context.draft("inputs");
  const { words } = context;
  draft.line(0, words.inputsSheet.title, EXPLAIN_COLUMN + 1, "title");
  draft.line(1, words.inputsSheet.note, EXPLAIN_COLUMN + 1, "note");
  const readers = readersInputs();
  const next = putInputs(draft, context, readers, TOP, 0);
  nameInputColumns(draft, context, areaOf(TOP + 1, 0, readers.length, 1));
  draft.put(next + 1, 0, [[words.summary.conventionsHeading, "", "", "", "", "", ""]], { style: "heading" });
  const conventionsEnd = putInputs(draft, context, conventions(), next + 2, 0);
  const last = putRates(draft, context, conventionsEnd, 0);
  explain(TOP + 1, readers);
  explain(next + 3, conventions());
  draft.columnWidths = [42, 16, 16, 24, 14, 16, 100];
  draft.frozenRows = TOP + 1;
  draft.printArea = areaOf(0, 0, last, EXPLAIN_COLUMN + 1);
  draft.pagesTall = 1;
  return draft.finish();

  function explain(row: number, specs: ReturnType<typeof readersInputs>): void {
    draft.put(row - 1, EXPLAIN_COLUMN, [[words.inputColumns.explain]], { style: "tableHeader" });
    draft.put(
      row,
      EXPLAIN_COLUMN,
      specs.map(({ key }) => [words.inputs[key].explain]),
      { style: "note", wrap: true },
    );
  }
}
