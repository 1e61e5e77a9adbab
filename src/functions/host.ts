import { localeOf, type Locale } from "../locales/locale";

/**
 * The user's language. `functions.js` also runs where nothing exists but a `CustomFunctions` global, so every look
 * at Office is guarded.
 */
export function displayLocale(): Locale {
  return typeof Office === "undefined" ? "en" : localeOf(Office.context?.displayLanguage);
}

let formattedNumbers: boolean | undefined;

/** Whether a result may carry its number format (CustomFunctionsRuntime 1.4). */
export function supportsFormattedNumbers(): boolean {
  if (formattedNumbers === undefined && typeof Office !== "undefined" && Office.context?.requirements) {
    formattedNumbers = Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.4");
  }
  return formattedNumbers ?? false;
}
