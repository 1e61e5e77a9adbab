import type { Locale } from "../../locales/locale";
import { isProblem, readEntry, type Entry, type EntryProblem, type EntryRule } from "../entries/readEntry";
import { readNumber } from "../words/readNumber";
import {
  LEVERS,
  movesByPoints,
  NO_CHANGE,
  type Changes,
  type Lever,
  type ValueFigures,
} from "../../summary/sensitivity/scenarioValue";

export type FigureKey = keyof ValueFigures | "customers";
export type ReplaceKey = "clvRetained" | "retentionOffer" | "clvNew" | "cac";
export type SaveKey = "clv" | "saveRate" | "baseSaveRate" | "offerCost" | "contactCost";

export const PROGRAMMES = ["crossSell", "upSell", "loyalty", "service"] as const;
export type Programme = (typeof PROGRAMMES)[number];

/** What typical programmes change, as a first guess to be typed over. */
export const PROGRAMME_CHANGES: Readonly<Record<Programme, Changes>> = {
  crossSell: { ...NO_CHANGE, orderValue: 0.1 },
  upSell: { ...NO_CHANGE, orderValue: 0.08, margin: 0.01 },
  loyalty: { ...NO_CHANGE, frequency: 0.1, margin: -0.01, churn: -0.02 },
  service: { ...NO_CHANGE, churn: -0.03 },
};

export type WriteState =
  | { readonly kind: "idle" }
  | { readonly kind: "writing" }
  | { readonly kind: "written"; readonly sheet: string };

/** Everything typed in the tab, as text: what it means is worked out when it is shown. */
export interface WhatIfState {
  readonly figures: Readonly<Record<FigureKey, string>>;
  readonly origin: "example" | "summary" | "typed";
  readonly programme: Programme | "none";
  readonly changes: Readonly<Record<Lever, string>>;
  readonly width: string;
  readonly replace: Readonly<Record<ReplaceKey, string>>;
  readonly save: Readonly<Record<SaveKey, string>>;
  readonly write: WriteState;
}

const rule = (kind: EntryRule["kind"], min: number, max: number): EntryRule => ({
  kind,
  min,
  max,
  optional: false,
});

const MOST_MONEY = 1e12;

export const FIGURE_RULES: Readonly<Record<FigureKey, EntryRule>> = {
  orderValue: rule("money", 0, MOST_MONEY),
  frequency: rule("count", 0, 10_000),
  margin: rule("rate", -1, 1),
  churn: rule("rate", 0, 1),
  discount: rule("rate", 0, 1),
  acquisitionCost: rule("money", 0, MOST_MONEY),
  customers: rule("count", 0, 1e10),
};

export const REPLACE_RULES: Readonly<Record<ReplaceKey, EntryRule>> = {
  clvRetained: rule("money", -MOST_MONEY, MOST_MONEY),
  retentionOffer: rule("money", 0, MOST_MONEY),
  clvNew: rule("money", -MOST_MONEY, MOST_MONEY),
  cac: rule("money", 0, MOST_MONEY),
};

export const SAVE_RULES: Readonly<Record<SaveKey, EntryRule>> = {
  clv: rule("money", -MOST_MONEY, MOST_MONEY),
  saveRate: rule("rate", 0, 1),
  baseSaveRate: rule("rate", 0, 1),
  offerCost: rule("money", 0, MOST_MONEY),
  contactCost: rule("money", 0, MOST_MONEY),
};

export const WIDTH_RULE = rule("rate", 0, 0.9);

/** A change as it is typed: points for margin and churn, per cent for the others. */
export const changeRule = (lever: Lever): EntryRule => rule("count", -100, movesByPoints(lever) ? 100 : 1000);

/** A lever's change as a person types it: 10 is ten per cent, or ten points; empty is no change. */
export function readChange(lever: Lever, text: string, locale: Locale): Entry {
  if (text.trim() === "") return { value: 0 };
  const value = readNumber(text.replace(/[%٪]/g, ""), locale);
  if (value === undefined) return { problem: { code: "badNumber", text } };
  const { min, max } = changeRule(lever);
  if (value < min || value > max) return { problem: { code: "badRange", value } };
  return { value: Number((value / 100).toPrecision(12)) };
}

export type Read<Key extends string> =
  | {
      readonly values: Readonly<Record<Key, number>>;
      readonly problems: Readonly<Partial<Record<Key, EntryProblem>>>;
    }
  | { readonly values: undefined; readonly problems: Readonly<Partial<Record<Key, EntryProblem>>> };

/** All texts of a group of fields as numbers, or what is wrong with each. */
function readAll<Key extends string>(keys: readonly Key[], entryOf: (key: Key) => Entry): Read<Key> {
  const problems: Partial<Record<Key, EntryProblem>> = {};
  const values: Partial<Record<Key, number>> = {};
  for (const key of keys) {
    const entry = entryOf(key);
    if (isProblem(entry)) problems[key] = entry.problem;
    else values[key] = entry.value ?? 0;
  }
  const complete = (found: Partial<Record<Key, number>>): found is Record<Key, number> =>
    keys.every((key) => found[key] !== undefined);
  return complete(values) ? { values, problems } : { values: undefined, problems };
}

export const FIGURE_KEYS: readonly FigureKey[] = [
  "orderValue",
  "frequency",
  "margin",
  "churn",
  "discount",
  "acquisitionCost",
  "customers",
];
export const REPLACE_KEYS: readonly ReplaceKey[] = ["clvRetained", "retentionOffer", "clvNew", "cac"];
export const SAVE_KEYS: readonly SaveKey[] = ["clv", "saveRate", "baseSaveRate", "offerCost", "contactCost"];

export const readFigures = (state: WhatIfState, locale: Locale): Read<FigureKey> =>
  readAll(FIGURE_KEYS, (key) => readEntry(FIGURE_RULES[key], state.figures[key], locale));

export const readChanges = (state: WhatIfState, locale: Locale): Read<Lever> =>
  readAll(LEVERS, (lever) => readChange(lever, state.changes[lever], locale));

export const readReplace = (state: WhatIfState, locale: Locale): Read<ReplaceKey> =>
  readAll(REPLACE_KEYS, (key) => readEntry(REPLACE_RULES[key], state.replace[key], locale));

export const readSave = (state: WhatIfState, locale: Locale): Read<SaveKey> =>
  readAll(SAVE_KEYS, (key) => readEntry(SAVE_RULES[key], state.save[key], locale));

/** Figures of a small shop: the founding example, with a cost of acquisition. */
export const EXAMPLE_FIGURES: Readonly<Record<FigureKey, number>> = {
  orderValue: 25,
  frequency: 4,
  margin: 0.4,
  churn: 0.1,
  discount: 0.1,
  acquisitionCost: 20,
  customers: 1000,
};
