import { sheetWords } from "../../locales/sheetWords";
import { planScenario } from "../../summary/sensitivity/planScenario";
import type { PaneContext } from "../context";
import { isProblem, readEntry } from "../entries/readEntry";
import { moneyStyle } from "../summary/making";
import { scenarioOf, typing, type WhatIfActions } from "./actions";
import { figureTexts } from "./start";
import { EXAMPLE_FIGURES, FIGURE_KEYS, WIDTH_RULE, type FigureKey, type WhatIfState } from "./state";

/** Workbook names of a summary's cells that hold today's figures. */
const NAMES: Readonly<Record<FigureKey, string>> = {
  orderValue: "clv_order_value",
  frequency: "clv_frequency",
  margin: "clv_gross_margin",
  churn: "clv_churn",
  discount: "clv_discount_rate",
  acquisitionCost: "clv_acquisition_cost",
  customers: "clv_active_customers",
};

export function createWhatIfActions(context: PaneContext): WhatIfActions {
  const { store, excel, attempt, words } = context;
  const set = (change: (state: WhatIfState) => WhatIfState): void =>
    store.set(({ whatIf }) => ({ whatIf: change(whatIf) }));
  return {
    ...typing(set, words),
    takeSummary: () => void takeSummary(context, set),
    write: () => {
      set((state) => ({ ...state, write: { kind: "writing" } }));
      void attempt("scenario", async () => {
        const plan = await scenarioPlan(context);
        const sheet = plan?.sheets[0]?.name;
        if (!plan || sheet === undefined) return undefined;
        await excel.writePlan(plan, { activate: "scenario" });
        return sheet;
      }).then((sheet) => {
        set((state) => ({
          ...state,
          write: sheet === undefined ? { kind: "idle" } : { kind: "written", sheet },
        }));
      });
    },
  };
}

async function scenarioPlan({
  store,
  excel,
  words,
}: PaneContext): Promise<ReturnType<typeof planScenario> | undefined> {
  const { whatIf, locale, summary } = store.get();
  const scenario = scenarioOf(whatIf, words());
  const width = readEntry(WIDTH_RULE, whatIf.width, locale);
  if (!scenario || isProblem(width)) return undefined;
  const wanted = sheetWords(locale).sheetNames.scenario;
  const resolved = await excel.resolveSheetNames([{ key: "scenario", name: wanted }]);
  return planScenario({
    locale,
    name: resolved.scenario?.name ?? wanted,
    ...scenario,
    width: width.value ?? 0,
    money: summary.last?.money ?? moneyStyle("", locale),
  });
}

/** Today's figures from the summary's own cells, as they stand there now. */
async function takeSummary(
  { excel, attempt, words }: PaneContext,
  set: (change: (state: WhatIfState) => WhatIfState) => void,
): Promise<void> {
  const cells = await attempt("scenario", () => excel.readNames(Object.values(NAMES)));
  if (!cells) return;
  const figures = { ...EXAMPLE_FIGURES };
  for (const key of FIGURE_KEYS) {
    const cell = cells[NAMES[key]];
    if (typeof cell !== "number") return;
    figures[key] = rounded(cell);
  }
  set((state) => ({ ...state, origin: "summary", figures: figureTexts(figures, words().formats) }));
}

/** Six digits after the point, as the fields show: what is calculated is what is seen. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
