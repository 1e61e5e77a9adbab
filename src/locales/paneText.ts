import { pane as ar } from "./ar/pane";
import { paneProblems as arProblems } from "./ar/paneProblems";
import { paneWhatIf as arWhatIf } from "./ar/paneWhatIf";
import { pane as en } from "./en/pane";
import { paneProblems as enProblems } from "./en/paneProblems";
import { paneWhatIf as enWhatIf } from "./en/paneWhatIf";
import { pane as fa } from "./fa/pane";
import { paneProblems as faProblems } from "./fa/paneProblems";
import { paneWhatIf as faWhatIf } from "./fa/paneWhatIf";
import { pane as hy } from "./hy/pane";
import { paneProblems as hyProblems } from "./hy/paneProblems";
import { paneWhatIf as hyWhatIf } from "./hy/paneWhatIf";
import { keepTogether } from "./hangingWords";
import type { Locale } from "./locale";
import { pane as pl } from "./pl/pane";
import { paneProblems as plProblems } from "./pl/paneProblems";
import { paneWhatIf as plWhatIf } from "./pl/paneWhatIf";

/** Every word of the task pane in one language. */
export type PaneText = typeof en & {
  readonly problems: typeof enProblems;
  readonly whatIf: typeof enWhatIf;
};

const TEXTS: Record<Locale, PaneText> = {
  en: { ...en, problems: enProblems, whatIf: enWhatIf },
  fa: { ...fa, problems: faProblems, whatIf: faWhatIf },
  ar: { ...ar, problems: arProblems, whatIf: arWhatIf },
  pl: keepTogether({ ...pl, problems: plProblems, whatIf: plWhatIf }),
  hy: { ...hy, problems: hyProblems, whatIf: hyWhatIf },
};

export const paneText = (locale: Locale): PaneText => TEXTS[locale];
