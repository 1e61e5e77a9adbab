import { knows, learn, type Language } from "./language";
import type { Locale } from "./locale";

/** Files beside the page, named language.fa.js and so on. */
const FILES: Readonly<Record<Exclude<Locale, "en">, () => Promise<{ readonly language: Language }>>> = {
  fa: () => import(/* webpackChunkName: "language.fa" */ "./languages/fa"),
  ar: () => import(/* webpackChunkName: "language.ar" */ "./languages/ar"),
  pl: () => import(/* webpackChunkName: "language.pl" */ "./languages/pl"),
  hy: () => import(/* webpackChunkName: "language.hy" */ "./languages/hy"),
};

/** Loads the words of a language once. Rejects where its file cannot be had, off-line for example; it may be asked again. */
export async function loadLanguage(locale: Locale): Promise<void> {
  if (locale === "en" || knows(locale)) return;
  learn(locale, (await FILES[locale]()).language);
}
