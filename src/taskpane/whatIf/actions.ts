import { LEVERS, NO_CHANGE, type Changes, type Lever } from "../../summary/sensitivity/scenarioValue";
import { isProblem, readEntry, entryText } from "../entries/readEntry";
import type { Words } from "../words/words";
import { changeTexts } from "./start";
import {
  FIGURE_KEYS,
  FIGURE_RULES,
  PROGRAMME_CHANGES,
  readChange,
  readFigures,
  REPLACE_KEYS,
  REPLACE_RULES,
  SAVE_KEYS,
  SAVE_RULES,
  WIDTH_RULE,
  type FigureKey,
  type Programme,
  type ReplaceKey,
  type SaveKey,
  type WhatIfState,
} from "./state";

/** What a person can do in the tab. */
export interface WhatIfActions {
  typeFigure(key: FigureKey, text: string): void;
  typeChange(lever: Lever, text: string): void;
  typeWidth(text: string): void;
  typeReplace(key: ReplaceKey, text: string): void;
  typeSave(key: SaveKey, text: string): void;
  chooseProgramme(programme: Programme | "none"): void;
  /** A field was left: its entry is shown as it was understood. */
  settle(): void;
  takeSummary(): void;
  write(): void;
}

/** The typing half of the actions: each is a change of the state. */
export function typing(
  set: (change: (state: WhatIfState) => WhatIfState) => void,
  words: () => Words,
): Omit<WhatIfActions, "takeSummary" | "write"> {
  return {
    typeFigure: (key, text) =>
      set((state) => ({ ...state, origin: "typed", figures: { ...state.figures, [key]: text } })),
    typeChange: (lever, text) =>
      set((state) => ({ ...state, programme: "none", changes: { ...state.changes, [lever]: text } })),
    typeWidth: (width) => set((state) => ({ ...state, width })),
    typeReplace: (key, text) => set((state) => ({ ...state, replace: { ...state.replace, [key]: text } })),
    typeSave: (key, text) => set((state) => ({ ...state, save: { ...state.save, [key]: text } })),
    chooseProgramme: (programme) =>
      set((state) => ({
        ...state,
        programme,
        changes: changeTexts(
          programme === "none" ? NO_CHANGE : PROGRAMME_CHANGES[programme],
          words().formats,
        ),
      })),
    settle: () => set((state) => translated(state, words(), words())),
  };
}

/** Every entry that can be read in one language, written as another writes it. */
export function translated(state: WhatIfState, from: Words, to: Words): WhatIfState {
  const group = <Key extends string>(
    keys: readonly Key[],
    rules: Readonly<Record<Key, typeof WIDTH_RULE>>,
    texts: Readonly<Record<Key, string>>,
  ): Record<Key, string> => {
    const result: Record<Key, string> = { ...texts };
    for (const key of keys) result[key] = translatedEntry(rules[key], texts[key], from, to);
    return result;
  };
  return {
    ...state,
    figures: group(FIGURE_KEYS, FIGURE_RULES, state.figures),
    replace: group(REPLACE_KEYS, REPLACE_RULES, state.replace),
    save: group(SAVE_KEYS, SAVE_RULES, state.save),
    width: translatedEntry(WIDTH_RULE, state.width, from, to),
    changes: translatedChanges(state.changes, from, to),
  };
}

function translatedEntry(rule: typeof WIDTH_RULE, text: string, from: Words, to: Words): string {
  const entry = readEntry(rule, text, from.locale);
  return isProblem(entry) ? text : entryText(rule, entry.value, to.formats);
}

function translatedChanges(
  texts: Readonly<Record<Lever, string>>,
  from: Words,
  to: Words,
): Record<Lever, string> {
  const result = { ...texts };
  for (const lever of LEVERS) {
    const entry = readChange(lever, texts[lever], from.locale);
    if (isProblem(entry)) continue;
    result[lever] = changeTexts({ ...NO_CHANGE, [lever]: entry.value ?? 0 }, to.formats)[lever];
  }
  return result;
}

/** The scenario as numbers; undefined while an entry cannot be read. */
export function scenarioOf(
  state: WhatIfState,
  words: Words,
): { readonly figures: Record<FigureKey, number>; readonly changes: Changes } | undefined {
  const figures = readFigures(state, words.locale).values;
  if (!figures) return undefined;
  const changes: Record<Lever, number> = { ...NO_CHANGE };
  for (const lever of LEVERS) {
    const entry = readChange(lever, state.changes[lever], words.locale);
    if (isProblem(entry)) return undefined;
    changes[lever] = entry.value ?? 0;
  }
  return { figures: { ...figures }, changes };
}
