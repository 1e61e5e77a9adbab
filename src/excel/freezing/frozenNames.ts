import { absoluteAddress, quotedSheet } from "../../summary/layout/cellAddress";
import type { Journal } from "../journal";
import { referencesIn } from "./references";
import type { Place } from "./references";

/**
 * Where frozen cells and the cells of their formulas are: each block has a hidden workbook name, and Excel keeps names
 * up to date when rows, columns and sheets are inserted, moved, renamed or deleted. One name lists all places of a
 * block as the arguments of a function that takes any.
 */
const PREFIX = "_clv_frozen_";
const OPENING = "=COUNT(";

/** Longest formula of a name and most arguments of a function (Excel specifications and limits). */
const LONGEST = 8_000;
const MOST = 250;

export const frozenName = (number: number): string => `${PREFIX}${number}`;

export interface NamedPlaces {
  readonly name: string;
  readonly places: readonly Place[];
}

/** Of too many places only the first, the block itself, is followed. */
function formulaOf(places: readonly Place[]): string {
  const all = listed(places);
  return places.length <= MOST && all.length <= LONGEST ? all : listed(places.slice(0, 1));
}

const listed = (places: readonly Place[]): string =>
  `${OPENING}${places.map(({ sheet, area }) => `${quotedSheet(sheet)}!${absoluteAddress(area)}`).join(",")})`;

/** The places of a name's formula now; undefined for one whose cells were deleted. */
export function placesIn(formula: string): readonly (Place | undefined)[] {
  if (!formula.startsWith(OPENING)) return [];
  const places = formula.slice(OPENING.length, -1).match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
  return places.map((text) => {
    const [reference] = referencesIn(`=${text}`);
    const { sheet, area } = reference ?? {};
    if (!sheet || area === undefined || text.includes("#REF!")) return undefined;
    return { sheet, area };
  });
}

/** Every hidden name of ours with its formula, among them those that nothing needs any more. Syncs. */
export async function readFrozenNames(context: Excel.RequestContext): Promise<ReadonlyMap<string, string>> {
  const names = context.workbook.names.load("items/name,items/formula,items/scope");
  await context.sync();
  const ours = names.items.filter(({ name, scope }) => name.startsWith(PREFIX) && scope === "Workbook");
  return new Map(ours.map(({ name, formula }) => [name, String(formula)]));
}

/** The first number above those of all names. */
export const nextNumber = (names: Iterable<string>): number =>
  Math.max(0, ...[...names].map((name) => Number(name.slice(PREFIX.length)) || 0)) + 1;

/** Makes names for new blocks and deletes those that are not to be kept. Syncs. */
export async function setFrozenNames(
  context: Excel.RequestContext,
  journal: Journal,
  kept: readonly string[],
  added: readonly NamedPlaces[],
): Promise<void> {
  const before = await readFrozenNames(context);
  const stale = [...before.keys()].filter((name) => !kept.includes(name));
  journal.push(async (undoing) => {
    const now = [...(await readFrozenNames(undoing)).keys()];
    await change(undoing, now, [...before]);
  });
  await change(
    context,
    stale,
    added.map(({ name, places }) => [name, formulaOf(places)]),
  );
}

const NAMES_PER_REQUEST = 500;

async function change(
  context: Excel.RequestContext,
  stale: readonly string[],
  added: readonly (readonly [name: string, formula: string])[],
): Promise<void> {
  const { names } = context.workbook;
  for (let from = 0; from < stale.length; from += NAMES_PER_REQUEST) {
    for (const name of stale.slice(from, from + NAMES_PER_REQUEST)) names.getItem(name).delete();
    await context.sync();
  }
  for (let from = 0; from < added.length; from += NAMES_PER_REQUEST) {
    for (const [name, formula] of added.slice(from, from + NAMES_PER_REQUEST)) {
      names.add(name, formula).visible = false;
    }
    await context.sync();
  }
}
