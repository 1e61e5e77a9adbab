import { findings, findingTreatments } from "../fa/findings";
import { reviewSheets } from "../fa/reviewSheets";
import { analysisSheets } from "../fa/analysisSheets";
import type { Language } from "../language";
import { pane } from "../fa/pane";
import { paneProblems } from "../fa/paneProblems";
import { paneWhatIf } from "../fa/paneWhatIf";
import { refusals } from "../fa/refusals";
import { sheets } from "../fa/sheets";
import { dataSheets } from "../fa/dataSheets";
import { synonyms } from "../fa/synonyms";
import { themes } from "../fa/themes";

/** All words of Persian: a file of its own in the build, loaded when it is wanted. */
export const language: Language = {
  pane: { ...pane, problems: paneProblems, whatIf: paneWhatIf },
  sheets: { ...sheets, ...dataSheets, ...analysisSheets, ...reviewSheets },
  findings,
  findingTreatments,
  refusals,
  themes,
  synonyms,
};
