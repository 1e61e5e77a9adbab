import { findings, findingTreatments } from "../en/findings";
import { reviewSheets } from "../en/reviewSheets";
import { analysisSheets } from "../en/analysisSheets";
import { pane } from "../en/pane";
import { paneProblems } from "../en/paneProblems";
import { paneWhatIf } from "../en/paneWhatIf";
import { refusals } from "../en/refusals";
import { sheets } from "../en/sheets";
import { dataSheets } from "../en/dataSheets";
import { synonyms } from "../en/synonyms";
import { themes } from "../en/themes";

/** English, whose shape all other languages have. */
export const language = {
  pane: { ...pane, problems: paneProblems, whatIf: paneWhatIf },
  sheets: { ...sheets, ...dataSheets, ...analysisSheets, ...reviewSheets },
  findings,
  findingTreatments,
  refusals,
  themes,
  synonyms,
};
