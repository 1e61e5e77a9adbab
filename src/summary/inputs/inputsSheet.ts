import type { Context } from "../context";
import { conventions, nameInputColumns, putInputs, readersInputs } from "./inputsBlock";
import { moneyWidth, widthForWords } from "../layout/columnWidth";
import type { SheetPlan } from "../plan";
import { putRates } from "./ratesBlock";

const TOP = 3;
const PLACES = {
  label: 0,
  value: 1,
  unit: 2,
  origin: 3,
  explain: 4,
  lowest: 5,
  highest: 6,
  made: 7,
} as const;
const COLUMNS = 8;

/** Every input with its unit, origin, range and explanation: the only sheet whose cells are meant to be changed. */
export function planInputsSheet(context: Context): SheetPlan {
  const draft = context.draft("inputs");
  const { words } = context;
  draft.line(0, words.inputsSheet.title, COLUMNS, "title");
  draft.line(1, words.inputsSheet.note, COLUMNS, "note");
  const readers = readersInputs();
  const next = putInputs(draft, context, readers, TOP, PLACES);
  nameInputColumns(draft, context, PLACES, TOP + 1, readers.length);
  draft.put(next + 1, 0, [[words.inputsSheet.conventionsHeading, ...Array<string>(COLUMNS - 1).fill("")]], {
    style: "heading",
  });
  const end = putInputs(draft, context, conventions(), next + 2, PLACES);
  putRates(draft, context, end, PLACES);
  explain(TOP + 1, readers);
  explain(next + 3, conventions());
  const timings = widthForWords(Object.values(context.words.timings));
  const value = Math.max(timings, moneyWidth(context.request.money, 1000));
  const origin = Math.max(22, widthForWords(Object.values(context.words.origins)));
  const unit = Math.max(21, widthForWords([context.words.units.digits], "unit"));
  draft.columnWidths = [36, value, unit, origin, 64, 12, 12, 12];
  draft.frozenRows = TOP + 1;
  draft.pagesTall = 1;
  return draft.finish();

  function explain(row: number, specs: ReturnType<typeof readersInputs>): void {
    draft.put(row - 1, PLACES.explain, [[words.inputColumns.explain]], { style: "tableHeader" });
    draft.put(
      row,
      PLACES.explain,
      specs.map(({ key }) => [words.inputs[key].explain]),
      { style: "note" },
    );
  }
}
