import { languageOf, type Language } from "./language";
import { themes } from "./en/themes";
import type { Locale } from "./locale";

export type Theme = keyof Language["themes"];

/** The themes in the order of the catalogue. */
export const THEMES: readonly string[] = Object.keys(themes);

const isTheme = (theme: string): theme is Theme => Object.hasOwn(themes, theme);

/** A theme's title in the user's language. */
export const themeTitle = (theme: string, locale: Locale): string =>
  isTheme(theme) ? languageOf(locale).themes[theme] : theme;
