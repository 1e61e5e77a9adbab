import { entryText } from "../entries/readEntry";
import type { Formats } from "../words/formats";
import { LEVERS, type Changes, type Lever } from "../../summary/sensitivity/scenarioValue";
import {
  EXAMPLE_FIGURES,
  FIGURE_KEYS,
  FIGURE_RULES,
  PROGRAMME_CHANGES,
  REPLACE_RULES,
  SAVE_RULES,
  type FigureKey,
  type ReplaceKey,
  type SaveKey,
  type WhatIfState,
} from "./state";

export const figureTexts = (
  figures: Readonly<Record<FigureKey, number>>,
  formats: Formats,
): Record<FigureKey, string> => {
  const text = (key: FigureKey): string => entryText(FIGURE_RULES[key], figures[key], formats);
  return Object.fromEntries(FIGURE_KEYS.map((key) => [key, text(key)])) as Record<FigureKey, string>;
};

/** Changes as their fields show them: 0.1 is 10; no change is an empty field. */
export const changeTexts = (changes: Changes, formats: Formats): Record<Lever, string> => {
  const text = (lever: Lever): string =>
    changes[lever] === 0 ? "" : formats.entry(Number((changes[lever] * 100).toPrecision(12)));
  return Object.fromEntries(LEVERS.map((lever) => [lever, text(lever)])) as Record<Lever, string>;
};

const REPLACE_EXAMPLE: Readonly<Record<ReplaceKey, number>> = {
  clvRetained: 500,
  retentionOffer: 80,
  clvNew: 600,
  cac: 150,
};

const SAVE_EXAMPLE: Readonly<Record<SaveKey, number>> = {
  clv: 396,
  saveRate: 0.45,
  baseSaveRate: 0.15,
  offerCost: 75,
  contactCost: 0,
};

export function startWhatIf(formats: Formats): WhatIfState {
  const texts = <Key extends string>(
    rules: Readonly<Record<Key, { readonly kind: "money" | "rate" | "days" | "years" | "count" | "date" }>>,
    values: Readonly<Record<Key, number>>,
    keys: readonly Key[],
  ): Record<Key, string> =>
    Object.fromEntries(keys.map((key) => [key, entryText(rules[key], values[key], formats)])) as Record<
      Key,
      string
    >;
  return {
    figures: figureTexts(EXAMPLE_FIGURES, formats),
    origin: "example",
    programme: "loyalty",
    changes: changeTexts(PROGRAMME_CHANGES.loyalty, formats),
    width: formats.rateEntry(0.1),
    replace: texts(REPLACE_RULES, REPLACE_EXAMPLE, ["clvRetained", "retentionOffer", "clvNew", "cac"]),
    save: texts(SAVE_RULES, SAVE_EXAMPLE, ["clv", "saveRate", "baseSaveRate", "offerCost", "contactCost"]),
    write: { kind: "idle" },
  };
}
