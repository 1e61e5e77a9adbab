import { readText, writeText } from "./settingsStore";
import { either, isCount, isFlag, isList, isNumber, isOneOf, isShape, isText, parsed } from "./shape";
import type { Check } from "./shape";

/** A formula that was replaced by its value, and where: enough to bring it back. */
export interface FrozenFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** The value it was replaced by: where the cell holds another by now, the user has changed it. */
  readonly value: string | number | boolean;
  /** Size of what the formula filled, itself included. */
  readonly rows: number;
  readonly columns: number;
}

export interface FrozenSheet {
  /** The sheet's identity, and its name in case a copy of the workbook counts anew. */
  readonly id: string;
  readonly name: string;
  readonly formulas: readonly FrozenFormula[];
}

export interface FrozenWorkbook {
  readonly version: 1;
  readonly sheets: readonly FrozenSheet[];
}

const KEY = "clv.frozen";

const isValue: Check<FrozenFormula["value"]> = either(either(isText(), isNumber), isFlag);

const isFrozenWorkbook = isShape<FrozenWorkbook>({
  version: isOneOf(1),
  sheets: isList(
    isShape<FrozenSheet>({
      id: isText(255),
      name: isText(31),
      formulas: isList(
        isShape<FrozenFormula>({
          row: isCount,
          column: isCount,
          formula: isText(8_192),
          value: isValue,
          rows: isCount,
          columns: isCount,
        }),
      ),
    }),
    1_000,
  ),
});

/** The formulas kept in the workbook; none where nothing is frozen or what is kept cannot be trusted. Syncs. */
export async function readFrozen(context: Excel.RequestContext): Promise<readonly FrozenSheet[]> {
  const text = await readText(context, KEY);
  const frozen = text === null ? undefined : parsed(text);
  return isFrozenWorkbook(frozen) ? frozen.sheets : [];
}

/** Keeps formulas in the workbook; none removes what was kept. Syncs. */
export async function writeFrozen(
  context: Excel.RequestContext,
  sheets: readonly FrozenSheet[],
): Promise<void> {
  const kept = sheets.filter((sheet) => sheet.formulas.length > 0);
  const frozen: FrozenWorkbook = { version: 1, sheets: kept };
  await writeText(context, KEY, kept.length === 0 ? null : JSON.stringify(frozen));
}

export const countFormulas = (sheets: readonly FrozenSheet[]): number =>
  sheets.reduce((sum, sheet) => sum + sheet.formulas.length, 0);
