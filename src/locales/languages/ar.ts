import { findings, findingTreatments } from "../ar/findings";
import { lastSheets } from "../ar/lastSheets";
import { moreSheets } from "../ar/moreSheets";
import type { Language } from "../language";
import { pane } from "../ar/pane";
import { paneProblems } from "../ar/paneProblems";
import { paneWhatIf } from "../ar/paneWhatIf";
import { refusals } from "../ar/refusals";
import { sheets } from "../ar/sheets";
import { sheetTables } from "../ar/sheetTables";
import { synonyms } from "../ar/synonyms";
import { themes } from "../ar/themes";

/** All words of Arabic: a file of its own in the build, loaded when it is wanted. */
export const language: Language = {
  pane: { ...pane, problems: paneProblems, whatIf: paneWhatIf },
  sheets: { ...sheets, ...sheetTables, ...moreSheets, ...lastSheets },
  findings,
  findingTreatments,
  refusals,
  themes,
  synonyms,
};
