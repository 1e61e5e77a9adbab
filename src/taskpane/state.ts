import type { Locale } from "../locales/locale";
import type { Catalogue } from "./functions/catalogue";
import type { Problems } from "./problems/problem";
import type { ShareState } from "./share/state";
import { START_SUMMARY, type SummaryState } from "./summary/state";
import type { Formats } from "./words/formats";
import type { WhatIfState } from "./whatIf/state";
import { startWhatIf } from "./whatIf/start";

export const TABS = ["summary", "whatIf", "functions", "share"] as const;
export type Tab = (typeof TABS)[number];

/** Where the page finds itself: still starting, in Excel, somewhere else, or broken. */
export type Stage = "starting" | "ready" | "elsewhere" | "failed";

/** Everything the pane knows. Views are functions of it; actions replace it. */
export interface PaneState {
  readonly locale: Locale;
  /** Excel's own display language: decides digits and date formats within a language. */
  readonly displayLanguage: string | undefined;
  readonly stage: Stage;
  readonly tab: Tab;
  readonly summary: SummaryState;
  readonly whatIf: WhatIfState;
  /** The functions, once their tab was opened; of another language while the language is being changed. */
  readonly catalogue: Catalogue | undefined;
  readonly query: string;
  /** The function that was just inserted, and where. */
  readonly inserted: { readonly name: string; readonly address: string } | undefined;
  readonly share: ShareState;
  readonly problems: Problems;
  /** Said to a screen reader. */
  readonly announcement: string;
}

export const startState = (
  locale: Locale,
  displayLanguage: string | undefined,
  formats: Formats,
): PaneState => ({
  locale,
  displayLanguage,
  stage: "starting",
  tab: "summary",
  summary: START_SUMMARY,
  whatIf: startWhatIf(formats),
  catalogue: undefined,
  query: "",
  inserted: undefined,
  share: { counts: undefined, work: "none", outcome: undefined },
  problems: {},
  announcement: "",
});
