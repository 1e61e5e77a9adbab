import { findings, findingTreatments } from "../pl/findings";
import { reviewSheets } from "../pl/reviewSheets";
import { analysisSheets } from "../pl/analysisSheets";
import { keepTogether } from "../hangingWords";
import type { Language } from "../language";
import { pane } from "../pl/pane";
import { paneProblems } from "../pl/paneProblems";
import { paneWhatIf } from "../pl/paneWhatIf";
import { refusals } from "../pl/refusals";
import { sheets } from "../pl/sheets";
import { dataSheets } from "../pl/dataSheets";
import { synonyms } from "../pl/synonyms";
import { themes } from "../pl/themes";

/** All words of Polish: a file of its own in the build, loaded when it is wanted. */
export const language: Language = {
  pane: keepTogether({ ...pane, problems: paneProblems, whatIf: paneWhatIf }),
  sheets: { ...sheets, ...dataSheets, ...analysisSheets, ...reviewSheets },
  findings,
  findingTreatments,
  refusals,
  themes,
  synonyms,
};
