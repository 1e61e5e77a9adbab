import { findings, findingTreatments } from "../hy/findings";
import { reviewSheets } from "../hy/reviewSheets";
import { analysisSheets } from "../hy/analysisSheets";
import type { Language } from "../language";
import { pane } from "../hy/pane";
import { paneProblems } from "../hy/paneProblems";
import { paneWhatIf } from "../hy/paneWhatIf";
import { refusals } from "../hy/refusals";
import { sheets } from "../hy/sheets";
import { dataSheets } from "../hy/dataSheets";
import { synonyms } from "../hy/synonyms";
import { themes } from "../hy/themes";

/** All words of Armenian: a file of its own in the build, loaded when it is wanted. */
export const language: Language = {
  pane: { ...pane, problems: paneProblems, whatIf: paneWhatIf },
  sheets: { ...sheets, ...dataSheets, ...analysisSheets, ...reviewSheets },
  findings,
  findingTreatments,
  refusals,
  themes,
  synonyms,
};
