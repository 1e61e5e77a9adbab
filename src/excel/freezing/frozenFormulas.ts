import { readText, writeText } from "../settings/settingsStore";
import {
  either,
  isCount,
  isFlag,
  isList,
  isNumber,
  isOneOf,
  isShape,
  isText,
  parsed,
} from "../settings/shape";
import type { Check } from "../settings/shape";

export type FrozenValue = string | number | boolean;

/**
 * Formulas that were replaced by their values, and where: enough to bring them back. A block is one formula filled
 * down, or one formula and the cells its result spills into.
 */
export interface FrozenBlock {
  /** The hidden name that Excel moves with the cells. */
  readonly name: string;
  /** Where the block was, for a workbook that has lost the name. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Of the first cell. */
  readonly formula: string;
  readonly spills: boolean;
  /** What stands in the cells instead: one value per row; of a spill one fingerprint of all its values. */
  readonly values: readonly FrozenValue[];
}

interface FrozenWorkbook {
  readonly version: 2;
  readonly blocks: readonly FrozenBlock[];
}

const KEY = "clv.frozen";

const isValue: Check<FrozenValue> = either(either(isText(), isNumber), isFlag);

const isBlock = isShape<FrozenBlock>({
  name: isText(255),
  sheet: isText(31),
  row: isCount,
  column: isCount,
  rows: isCount,
  columns: isCount,
  formula: isText(8_192),
  spills: isFlag,
  values: isList(isValue),
});

const isFrozenWorkbook = isShape<FrozenWorkbook>({
  version: isOneOf(2),
  blocks: isList(
    (value): value is FrozenBlock =>
      isBlock(value) && value.values.length === (value.spills ? 1 : value.rows),
  ),
});

/** The formulas kept in the workbook; none where nothing is frozen or what is kept cannot be trusted. Syncs. */
export async function readFrozen(context: Excel.RequestContext): Promise<readonly FrozenBlock[]> {
  const text = await readText(context, KEY);
  const frozen = text === null ? undefined : parsed(text);
  return isFrozenWorkbook(frozen) ? frozen.blocks : [];
}

/** Keeps formulas in the workbook; none removes what was kept. Syncs. */
export async function writeFrozen(
  context: Excel.RequestContext,
  blocks: readonly FrozenBlock[],
): Promise<void> {
  const frozen: FrozenWorkbook = { version: 2, blocks };
  await writeText(context, KEY, blocks.length === 0 ? null : JSON.stringify(frozen));
}

/** Each formula counts once, however far it spills. */
export const countFrozen = (blocks: readonly FrozenBlock[]): number =>
  blocks.reduce((sum, block) => sum + block.values.length, 0);

/** Values as they are compared: another program may have rounded the last digits when it saved the workbook. */
export const comparable = (value: unknown): string =>
  typeof value === "number" ? `n${value.toPrecision(12)}` : JSON.stringify(value ?? "");

/** A short text that is another one as soon as any of these values is. */
export function fingerprint(values: readonly (readonly unknown[])[]): string {
  const text = values.map((row) => row.map(comparable).join("\t")).join("\n");
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13);
  }
  return `${values.length}x${values[0]?.length ?? 0}:${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}
