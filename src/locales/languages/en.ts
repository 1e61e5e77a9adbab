import { findings, findingTreatments } from "../en/findings";
import { lastSheets } from "../en/lastSheets";
import { moreSheets } from "../en/moreSheets";
import { pane } from "../en/pane";
import { paneProblems } from "../en/paneProblems";
import { paneWhatIf } from "../en/paneWhatIf";
import { refusals } from "../en/refusals";
import { sheets } from "../en/sheets";
import { sheetTables } from "../en/sheetTables";
import { synonyms } from "../en/synonyms";
import { themes } from "../en/themes";

/** English, whose shape all other languages have. */
export const language = {
  pane: { ...pane, problems: paneProblems, whatIf: paneWhatIf },
  sheets: { ...sheets, ...sheetTables, ...moreSheets, ...lastSheets },
  findings,
  findingTreatments,
  refusals,
  themes,
  synonyms,
};
