import { language as english } from "./languages/en";
import type { Locale } from "./locale";

/** Every word that pane and sheets show, in one language: plain strings, so that a worker can be sent them. */
export type Language = typeof english;

/** English is always there. The others are files of their own in the build, so that nobody loads five languages. */
const known = new Map<Locale, Language>([["en", english]]);

export const learn = (locale: Locale, language: Language): void => void known.set(locale, language);

export const knows = (locale: Locale): boolean => known.has(locale);

export const knownLocales = (): readonly Locale[] => [...known.keys()];

/** The words of a language that was learnt before; anything else is a mistake of ours. */
export function languageOf(locale: Locale): Language {
  const language = known.get(locale);
  if (!language) throw new Error(`the words of "${locale}" were not loaded`);
  return language;
}
