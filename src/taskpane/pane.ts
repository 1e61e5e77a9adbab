import { isRightToLeft, type Locale } from "../locales/locale";
import { paneText } from "../locales/paneText";
import { createContext, type PaneContext } from "./context";
import { patch } from "./dom/patch";
import type { ElementNode } from "./dom/node";
import { createFunctionsActions } from "./functions/controller";
import { functionsView, type FunctionsActions } from "./functions/view";
import { OwnProblem } from "./problems/problem";
import { problemMessage, type ProblemView } from "./problems/problemView";
import type { Surroundings } from "./services";
import { createShareActions } from "./share/controller";
import { shareView, type ShareActions } from "./share/view";
import { LANGUAGE_NAMES } from "./shell/language";
import { shellView, tabId, type ShellActions } from "./shell/view";
import type { PaneState } from "./state";
import type { Store } from "./store";
import { createSummaryController, type SummaryController } from "./summary/controller";
import { resultOf } from "./summary/state";
import { summaryView } from "./summary/view";
import { translatedInputs } from "./summary/inputEntries";
import { translated, type WhatIfActions } from "./whatIf/actions";
import { createWhatIfActions } from "./whatIf/controller";
import { whatIfView } from "./whatIf/view";
import { wordsOf } from "./words/words";

/** The elements of taskpane.html that the pane fills. */
export interface PaneElements {
  readonly pane: Element;
  readonly announcements: Element;
}

export interface Pane {
  readonly summary: SummaryController;
}

interface Actions {
  readonly shell: ShellActions;
  readonly summary: SummaryController["actions"];
  readonly whatIf: WhatIfActions;
  readonly functions: FunctionsActions;
  readonly share: ShareActions;
}

/** Draws the pane and keeps it in step with the store. */
export function createPane(
  store: Store<PaneState>,
  elements: PaneElements,
  surroundings: Surroundings,
): Pane {
  const context = createContext(store, surroundings);
  const summary = createSummaryController(context);
  const share = createShareActions(context);
  const functions = createFunctionsActions(context);
  const actions: Actions = {
    summary: summary.actions,
    whatIf: createWhatIfActions(context),
    functions,
    share,
    shell: {
      openTab: (tab) => {
        store.set({ tab });
        context.focus(tabId(tab));
        if (tab === "share") share.count();
        if (tab === "functions") functions.load();
      },
      chooseLanguage: (locale) =>
        void chooseLanguage(context, locale).then(() => {
          if (store.get().tab === "functions") functions.load();
        }),
    },
  };
  const draw = (state: PaneState): void => {
    patch(elements.pane, paneView(state, actions));
    if (elements.announcements.textContent !== state.announcement)
      elements.announcements.textContent = state.announcement;
    const root = elements.pane.ownerDocument.documentElement;
    root.lang = state.locale;
    root.dir = isRightToLeft(state.locale) ? "rtl" : "ltr";
    elements.pane.ownerDocument.title = paneText(state.locale).shell.title;
  };
  store.listen(draw);
  draw(store.get());
  return { summary };
}

/** What was typed in one language is rewritten in the other: 2,5 becomes 2.5. Where its words cannot be had, all stays. */
async function chooseLanguage(context: PaneContext, locale: Locale): Promise<void> {
  const { store, keepLanguage, loadLanguage } = context;
  const loaded = await context.attempt("language", () =>
    loadLanguage(locale).then(
      () => true,
      () => Promise.reject(new OwnProblem("languageNotLoaded", { language: LANGUAGE_NAMES[locale] })),
    ),
  );
  if (!loaded) return;
  const { displayLanguage, locale: before, whatIf, summary } = store.get();
  const [from, to] = [wordsOf(before, displayLanguage), wordsOf(locale, displayLanguage)];
  keepLanguage(locale);
  store.set({
    locale,
    whatIf: translated(whatIf, from, to),
    summary: { ...summary, entries: translatedInputs(summary.entries, from, to) },
  });
}

/** The whole page as a function of the state. */
function paneView(state: PaneState, actions: Actions): readonly ElementNode[] {
  const words = wordsOf(state.locale, state.displayLanguage);
  const failure = state.problems.language;
  return shellView({
    state,
    words,
    act: actions.shell,
    body: bodyView(state, actions),
    languageProblem: failure && problemMessage(failure, words),
  });
}

function bodyView(state: PaneState, actions: Actions): readonly ElementNode[] {
  const words = wordsOf(state.locale, state.displayLanguage);
  const problem: ProblemView = (place) => {
    const found = state.problems[place];
    return found && problemMessage(found, words);
  };
  switch (state.tab) {
    case "summary":
      return summaryView({
        state: state.summary,
        words,
        act: actions.summary,
        problem,
        result: resultOf(state.summary.orders),
      });
    case "whatIf":
      return whatIfView({
        state: state.whatIf,
        words,
        act: actions.whatIf,
        problem,
        hasSummary: state.summary.last !== undefined,
      });
    case "functions":
      return functionsView({
        catalogue: state.catalogue,
        query: state.query,
        inserted: state.inserted,
        words,
        act: actions.functions,
        problem,
      });
    case "share":
      return shareView({ state: state.share, words, act: actions.share, problem });
  }
}
