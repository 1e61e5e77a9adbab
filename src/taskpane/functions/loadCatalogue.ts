import type { Locale } from "../../locales/locale";
import { OwnProblem } from "../problems/problem";
import { catalogueOf, type Catalogue } from "./catalogue";

/** Reads the functions in one language from the file beside the page. Rejects with `catalogueNotLoaded`. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  const entries = catalogueOf(await read(`catalogue.${locale}.json`));
  if (entries.length === 0) throw new OwnProblem("catalogueNotLoaded");
  return { locale, entries };
}

async function read(file: string): Promise<unknown> {
  try {
    const answer = await fetch(file);
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
