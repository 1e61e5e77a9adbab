import { findings, findingTreatments } from "../fa/findings";
import { lastSheets } from "../fa/lastSheets";
import { moreSheets } from "../fa/moreSheets";
import type { Language } from "../language";
import { pane } from "../fa/pane";
import { paneProblems } from "../fa/paneProblems";
import { paneWhatIf } from "../fa/paneWhatIf";
import { refusals } from "../fa/refusals";
import { sheets } from "../fa/sheets";
import { sheetTables } from "../fa/sheetTables";
import { synonyms } from "../fa/synonyms";
import { themes } from "../fa/themes";

/** All words of Persian: a file of its own in the build, loaded when it is wanted. */
export const language: Language = {
  pane: { ...pane, problems: paneProblems, whatIf: paneWhatIf },
  sheets: { ...sheets, ...sheetTables, ...moreSheets, ...lastSheets },
  findings,
  findingTreatments,
  refusals,
  themes,
  synonyms,
};
