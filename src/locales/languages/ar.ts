import { findings, findingTreatments } from "../ar/findings";
import { reviewSheets } from "../ar/reviewSheets";
import { analysisSheets } from "../ar/analysisSheets";
import type { Language } from "../language";
import { pane } from "../ar/pane";
import { paneProblems } from "../ar/paneProblems";
import { paneWhatIf } from "../ar/paneWhatIf";
import { refusals } from "../ar/refusals";
import { sheets } from "../ar/sheets";
import { dataSheets } from "../ar/dataSheets";
import { synonyms } from "../ar/synonyms";
import { themes } from "../ar/themes";

/** All words of Arabic: a file of its own in the build, loaded when it is wanted. */
export const language: Language = {
  pane: { ...pane, problems: paneProblems, whatIf: paneWhatIf },
  sheets: { ...sheets, ...dataSheets, ...analysisSheets, ...reviewSheets },
  findings,
  findingTreatments,
  refusals,
  themes,
  synonyms,
};
