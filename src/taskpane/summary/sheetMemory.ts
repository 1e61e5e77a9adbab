import type { OwnSheetCells } from "../../excel/ownSheets";
import { knownLocales } from "../../locales/language";
import { sheetWords } from "../../locales/sheetWords";
import type { Cell } from "../../orders/cells";
import { HISTORY_FIGURES, type HistoryFigure, type HistoryRow } from "../../summary/history";
import { INPUTS, TIMINGS, type InputSpec, type InputValue, type SummaryInputs } from "../../summary/inputs";

/** The workbook names of all inputs. */
export const INPUT_NAMES: readonly string[] = INPUTS.map((input) => input.name);

/**
 * The inputs of the last run with what the person has changed on the sheet since: the sheet invites to change its blue
 * cells, so a refresh must not put them back. A cell that holds nothing sensible keeps the remembered value.
 */
export function inputsFromSheet(
  last: SummaryInputs,
  cells: Readonly<Partial<Record<string, Cell>>>,
): SummaryInputs {
  const changed = INPUTS.flatMap((spec) => {
    const value = valueOf(spec, cells[spec.name]);
    return value === undefined || same(value, last[spec.key].value)
      ? []
      : [[spec.key, { value, origin: value === null ? "orders" : "typed" }]];
  });
  return { ...last, ...Object.fromEntries(changed) };
}

const same = (a: InputValue, b: InputValue): boolean =>
  typeof a === "number" && typeof b === "number"
    ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
    : a === b;

function valueOf(spec: InputSpec, cell: Cell | undefined): InputValue | undefined {
  if (spec.kind === "choice") return timingOf(cell);
  if (cell === "" || cell === null) return spec.optional ? null : undefined;
  const fits = typeof cell === "number" && cell >= spec.min && cell <= spec.max;
  return fits ? cell : undefined;
}

/** The sheet holds a timing in the words of whatever language it was made in. */
const timingOf = (cell: Cell | undefined): InputValue | undefined =>
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
