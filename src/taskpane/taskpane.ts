import "./taskpane.css";
import packageFile from "../../package.json";
import { hasExcel } from "../excel/host";
import { loadLanguage } from "../locales/loadLanguage";
import { LOCALES, localeOf, type Locale } from "../locales/locale";
import { loadCatalogue } from "./functions/loadCatalogue";
import { OwnProblem, paneProblem } from "./problems/problem";
import { createPane, type Pane } from "./pane";
import { engineConnection, excelServices, type Surroundings } from "./services";
import { startState } from "./state";
import { createStore } from "./store";
import { focusOn } from "./shell/focus";
import { keepLanguage, keptLanguage, LANGUAGE_NAMES } from "./shell/language";
import { followTheme } from "./shell/theme";
import { formatsOf } from "./words/formats";

const displayLanguage = (): string | undefined => {
  const context: Partial<typeof Office.context> | undefined = Office.context;
  return context?.displayLanguage;
};

function chosenLocale(language: string | undefined): Locale {
  const kept = keptLanguage();
  return LOCALES.find((locale) => locale === kept) ?? localeOf(language);
}

async function start(): Promise<void> {
  const language = displayLanguage();
  const wanted = chosenLocale(language);
  // English is always there; another language that cannot be loaded is worth a message, not an empty pane.
  const locale = await loadLanguage(wanted).then(
    () => wanted,
    () => "en" as const,
  );
  const store = createStore(startState(locale, language, formatsOf(locale, language)));
  if (locale !== wanted)
    store.set({
      problems: {
        language: paneProblem(new OwnProblem("languageNotLoaded", { language: LANGUAGE_NAMES[wanted] })),
      },
    });
  const [pane, announcements] = ["pane", "announcements"].map((id) => document.getElementById(id));
  if (!pane || !announcements) return;
  followTheme(document.documentElement);
  const surroundings: Surroundings = {
    excel: excelServices,
    connection: engineConnection(),
    version: packageFile.version,
    now: () => new Date(),
    focus: focusOn,
    keepLanguage,
    loadLanguage,
    loadCatalogue,
  };
  const created = createPane(store, { pane, announcements }, surroundings);
  if (!hasExcel()) {
    store.set({ stage: "elsewhere" });
    return;
  }
  store.set({ stage: "ready" });
  associateRibbon(created);
  await created.summary.begin();
  const { selectionMoved, sheetsMoved } = created.summary;
  await excelServices.onSelectionChanged(() => void selectionMoved()).catch(() => undefined);
  await excelServices.onCalculated(sheetsMoved).catch(() => undefined);
  // Whoever comes back to the pane sees what the sheets say by then, also where Excel tells of no calculation.
  window.addEventListener("focus", sheetsMoved);
  document.addEventListener("visibilitychange", sheetsMoved);
}

/** The ribbon's second button works without the pane, and opens it only where the person is needed. */
function associateRibbon({ summary }: Pane): void {
  Office.actions.associate("makeSummary", async (event: Office.AddinCommands.Event) => {
    try {
      if (!(await summary.makeAtOnce())) await Office.addin.showAsTaskpane();
    } finally {
      event.completed();
    }
  });
}

void Office.onReady().then(start);
