import type { Locale } from "../../locales/locale";

/** Each language by its own name: whoever cannot read the page must find their own. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: "English",
  fa: "فارسی",
  ar: "العربية",
  pl: "Polski",
  hy: "Հայերեն",
};

const KEY = "clv.language";

/** Storage may be forbidden (partitioned or switched off in some hosts): then the choice lasts as long as the pane. */
export function keptLanguage(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function keepLanguage(locale: string): void {
  try {
    window.localStorage.setItem(KEY, locale);
  } catch {
    // Nothing to do: the language is simply not remembered.
  }
}
