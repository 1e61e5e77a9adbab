import { createPane, type Pane } from "../../src/taskpane/pane";
import type { Surroundings } from "../../src/taskpane/services";
import { startState, type PaneState } from "../../src/taskpane/state";
import { createStore, type Store } from "../../src/taskpane/store";
import { formatsOf } from "../../src/taskpane/words/formats";
import { until } from "../until";

export interface PaneOnPage {
  readonly root: HTMLElement;
  readonly pane: Pane;
  readonly store: Store<PaneState>;
}

/** The pane on a page of its own, as a person finds it: what taskpane.html has for it, and nothing read yet. */
export function paneOnPage(surroundings: Surroundings, state: Partial<PaneState> = {}): PaneOnPage {
  document.body.innerHTML = '<div id="pane"></div><div id="announcements"></div>';
  const [root, announcements] = ["pane", "announcements"].map((id) => document.getElementById(id));
  if (!root || !announcements) throw new Error("no page");
  const start = startState("en", "en-GB", formatsOf("en"));
  const store = createStore<PaneState>({ ...start, stage: "ready", ...state });
  const pane = createPane(store, { pane: root, announcements }, surroundings);
  return { root, pane, store };
}

export const focusOn = (id: string): void => document.getElementById(id)?.focus();

export const says = (root: HTMLElement, words: string): Promise<void> =>
  until(() => root.textContent?.includes(words) === true);

export function press(root: HTMLElement, label: string): void {
  const found = [...root.querySelectorAll("button")].find((button) => button.textContent === label);
  if (!found) throw new Error(`no button ${label}: ${root.textContent}`);
  found.click();
}

function field<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`no field ${id}`);
  return found;
}

/** Types into a field and leaves it. */
export function type(id: string, text: string): void {
  const found = field(id, HTMLInputElement);
  found.value = text;
  found.dispatchEvent(new Event("input"));
  found.dispatchEvent(new Event("change"));
}

export function choose(id: string, value: string): void {
  const found = field(id, HTMLSelectElement);
  found.value = value;
  found.dispatchEvent(new Event("change"));
}

export function check(id: string): void {
  const found = field(id, HTMLInputElement);
  found.checked = true;
  found.dispatchEvent(new Event("change"));
}
