import { languageOf, type Language } from "./language";
import type { Locale } from "./locale";

/** Every word of the task pane in one language. */
export type PaneText = Language["pane"];

export const paneText = (locale: Locale): PaneText => languageOf(locale).pane;
