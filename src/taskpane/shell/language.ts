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
