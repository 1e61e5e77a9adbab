import { sameFormula } from "../../excel/address";
import type { NamedCells } from "../../excel/inputCells";
import type { OwnSheetCells } from "../../excel/ownSheets";
import { knownLocales } from "../../locales/language";
import { sheetWords } from "../../locales/sheetWords";
import { HISTORY_FIGURES, type HistoryFigure, type HistoryRow } from "../../summary/history/history";
import {
  INPUTS,
  TIMINGS,
  type InputKey,
  type InputSpec,
  type InputValue,
  type SummaryInput,
  type SummaryInputs,
} from "../../summary/inputs/inputs";
import type { InputCell, PlanCell, Scalar } from "../../summary/plan";
import { isFormula, valueIn, type TypedCells } from "../../summary/inputs/sheetInputs";

/** The input cells as they are now: what was typed in them since is kept, an emptied cell is given up. */
export function inputCellsNow(cells: readonly InputCell[], now: NamedCells): readonly InputCell[] {
  return cells.map((input) => {
    const made = now[input.name]?.[input.place];
    if (made === undefined) return input;
    return { ...input, made, typed: same(made, input.made) ? input.typed : valueIn(made) !== "" };
  });
}

/** Formulas are told by their text, whatever they come to. */
function same(a: PlanCell, b: PlanCell): boolean {
  if (isFormula(a) || isFormula(b)) return isFormula(a) && isFormula(b) && sameFormula(a.formula, b.formula);
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
}

/** What was typed, for the plan. */
export const typedCells = (cells: readonly InputCell[]): TypedCells =>
  Object.fromEntries(cells.filter(({ typed }) => typed).map(({ id, made }) => [id, made]));

/** The inputs of the last run with what the person has typed on the sheet since; what cannot be used is left out. */
export function inputsFromSheet(last: SummaryInputs, cells: readonly InputCell[]): SummaryInputs {
  const now = new Map(cells.map((cell) => [cell.id, cell]));
  const inputs = INPUTS.map((spec): [InputKey, SummaryInput] => {
    const cell = now.get(spec.name);
    if (cell === undefined) return [spec.key, last[spec.key]];
    const value = cell.typed ? valueOf(spec, valueIn(cell.made)) : undefined;
    if (value !== undefined) return [spec.key, { value, origin: "typed" }];
    if (last[spec.key].origin !== "typed") return [spec.key, last[spec.key]];
    return [spec.key, { value: spec.fallback, origin: spec.defaultOrigin }];
  });
  return Object.fromEntries(inputs) as Record<InputKey, SummaryInput>;
}

function valueOf(spec: InputSpec, cell: Scalar): InputValue | undefined {
  if (spec.kind === "choice") return timingOf(cell);
  return typeof cell === "number" && cell >= spec.min && cell <= spec.max ? cell : undefined;
}

/** The sheet holds a timing in the words of whatever language it was made in. */
const timingOf = (cell: Scalar): InputValue | undefined =>
  TIMINGS.find((timing) => knownLocales().some((locale) => sheetWords(locale).timings[timing] === cell));

/** Columns of the history sheet before its figures: when, and as of which day. */
const DATES = 2;
/** No history is older than the product: 2020-01-01. Smaller numbers are not its dates. */
const EARLIEST = 43831;

/** The rows of the history sheet, oldest first; headings, sentences and rows that were tampered with are passed over. */
export function historyRows(sheet: OwnSheetCells | null): readonly HistoryRow[] {
  if (sheet === null || sheet.firstColumn !== 0) return [];
  return sheet.values.flatMap((cells): HistoryRow[] => {
    const [at, asOf] = cells;
    if (typeof at !== "number" || typeof asOf !== "number" || at < EARLIEST) return [];
    const figures: Partial<Record<HistoryFigure, number | null>> = {};
    HISTORY_FIGURES.forEach((figure, index) => {
      const cell = cells[DATES + index];
      figures[figure] = typeof cell === "number" ? cell : null;
    });
    return isComplete(figures) ? [{ at, asOf, figures }] : [];
  });
}

const isComplete = (
  figures: Partial<Record<HistoryFigure, number | null>>,
): figures is Record<HistoryFigure, number | null> =>
  HISTORY_FIGURES.every((figure) => figures[figure] !== undefined);
