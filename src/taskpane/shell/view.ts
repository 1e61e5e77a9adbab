import { isRightToLeft, LOCALES, type Locale } from "../../locales/locale";
import { h, type ElementNode } from "../dom/node";
import { message } from "../views/parts";
import { TABS, type PaneState, type Tab } from "../state";
import type { Words } from "../words/words";
import { LANGUAGE_NAMES } from "./language";

export interface ShellActions {
  openTab(tab: Tab): void;
  chooseLanguage(locale: Locale): void;
}

export const tabId = (tab: Tab): string => `tab-${tab}`;
const panelId = (tab: Tab): string => `panel-${tab}`;

export interface Shell {
  readonly state: PaneState;
  readonly words: Words;
  readonly act: ShellActions;
  readonly body: readonly ElementNode[];
  /** Why the language could not be changed. */
  readonly languageProblem: ElementNode | undefined;
}

/** Header, tabs, the open tab's body, footer. */
export function shellView({ state, words, act, body, languageProblem }: Shell): ElementNode[] {
  const { text } = words;
  return [
    h(
      "header",
      { key: "header" },
      h("div", { class: "pane-title" }, h("h1", {}, text.shell.title)),
      state.stage === "ready" ? tabsView(state.tab, words, act) : undefined,
    ),
    h(
      "main",
      { key: "main" },
      languageProblem ? h("div", { class: "above-all", key: "language" }, languageProblem) : undefined,
      state.stage === "ready" ? panelView(state.tab, body) : stageView(state, words),
    ),
    h(
      "footer",
      { class: "pane-footer", key: "footer" },
      h("span", {}, text.shell.privacy),
      languageView(state.locale, words, act),
    ),
  ];
}

function tabsView(open: Tab, { text }: Words, act: ShellActions): ElementNode {
  return h(
    "div",
    { class: "tabs", role: "tablist", "aria-label": text.shell.tabs, key: "tabs" },
    TABS.map((tab) =>
      h(
        "button",
        {
          type: "button",
          role: "tab",
          class: "tab",
          id: tabId(tab),
          key: tab,
          "aria-selected": tab === open ? "true" : "false",
          "aria-controls": tab === open ? panelId(tab) : undefined,
          tabindex: tab === open ? "0" : "-1",
          on: {
            click: () => act.openTab(tab),
            keydown: (event) => {
              if (event instanceof KeyboardEvent) moveTab(event, tab, act);
            },
          },
        },
        text.shell[tab],
      ),
    ),
  );
}

/** Arrow keys move between the tabs, in the direction they lie on the screen; Home and End to the ends. */
function moveTab(event: KeyboardEvent, from: Tab, act: ShellActions): void {
  const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const backward = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
  const last = TABS.length - 1;
  const at = TABS.indexOf(from);
  const targets: Readonly<Record<string, number>> = {
    [forward]: at === last ? 0 : at + 1,
    [backward]: at === 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const target = TABS[targets[event.key] ?? -1];
  if (!target) return;
  event.preventDefault();
  act.openTab(target);
}

const panelView = (tab: Tab, body: readonly ElementNode[]): ElementNode =>
  h("div", { role: "tabpanel", id: panelId(tab), "aria-labelledby": tabId(tab), key: tab }, body);

function stageView({ stage }: PaneState, { text }: Words): ElementNode {
  if (stage === "elsewhere")
    return message("note", text.shell.elsewhereTitle, h("p", {}, text.shell.elsewhere));
  if (stage === "failed") return message("bad", text.shell.failedTitle, h("p", {}, text.shell.failed));
  return h("p", { class: "quiet" }, text.shell.starting);
}

function languageView(locale: Locale, { text }: Words, act: ShellActions): ElementNode {
  return h(
    "div",
    { class: "language" },
    h("label", { for: "language", class: "heard-only" }, text.shell.language),
    h(
      "select",
      {
        id: "language",
        value: locale,
        on: {
          change: (event) => {
            const { target } = event;
            const chosen =
              target instanceof HTMLSelectElement ? LOCALES.find((one) => one === target.value) : undefined;
            if (chosen) act.chooseLanguage(chosen);
          },
        },
      },
      LOCALES.map((one) =>
        h(
          "option",
          { value: one, key: one, lang: one, dir: isRightToLeft(one) ? "rtl" : "ltr" },
          LANGUAGE_NAMES[one],
        ),
      ),
    ),
  );
}
