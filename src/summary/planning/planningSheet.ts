import { putCashPlan } from "./cashPlan";
import { BOARD, moneyWidth, widthForWords } from "../layout/columnWidth";
import type { Check } from "../checks/checksBlock";
import type { Context } from "../context";
import { formulaText, putFigures, type FigureLine } from "../layout/figureLines";
import { moneyUnit, namingTiming } from "../board/figuresBlock";
import { isAtStart, TIMINGS, timingOf, type Timing } from "../inputs/inputs";
import { joinersPerYear } from "./joiners";
import { inputNumber } from "../board/keyFigures";
import { putOffers } from "./offersBlock";
import type { FormulaCell, SheetPlan } from "../plan";

const COLUMNS = 11;

/** Budget, acquisition and retention from today's rates: a plan, not a model's forecast. */
export function planPlanningSheet(context: Context): SheetPlan {
  const draft = context.draft("planning");
  const { words } = context;
  draft.line(0, words.planning.title, COLUMNS, "title");
  draft.line(1, noteOf(context), COLUMNS, "note");
  const cash = putCashPlan(draft, context, 3);
  draft.put(cash.nextRow + 1, 0, [[words.planning.acquisitionHeading, "", "", ""]], { style: "heading" });
  const acquisitionEnd = putFigures(draft, context, acquisitionLines(context), cash.nextRow + 2);
  // The chart of the cash flow stands beside the acquisition budget: what follows begins below both.
  putOffers(draft, context, Math.max(acquisitionEnd, cash.chartEnd) + 1);
  const { request, figures } = context;
  const money = Math.max(
    15,
    moneyWidth(request.money, figures.revenue * inputNumber(request.inputs, "horizon")),
  );
  const unit = Math.max(16, widthForWords([words.units.ofOffered], "unit"));
  const board = Math.max(16, moneyWidth(request.money, figures.revenue, BOARD));
  draft.columnWidths = [46, board, unit, 14, 14, ...Array<number>(4).fill(money), 11, money];
  return draft.finish();
}

/** What the sheet is, and whether a year's cash counts at its start or at its end. */
function noteOf({ words, request, fill }: Context): FormulaCell {
  const said = fill(words.planning.note, { input: words.inputs.timing.label, timing: "{timing}" });
  const moment = (timing: Timing): string => words.timings[isAtStart(timing) ? "begin" : "end"];
  const moments = TIMINGS.map((timing) => formulaText(moment(timing)));
  return namingTiming(said, `CHOOSE(clv_timing_place,${moments.join()})`, moment(timingOf(request.inputs)));
}

function acquisitionLines(context: Context): FigureLine[] {
  const { words, formats, figures, request } = context;
  const { planning, units } = words;
  const money = { numberFormat: formats.money, unit: moneyUnit(context, "money"), how: "" };
  const atTarget = figures.discountedBeforeAcquisition / inputNumber(request.inputs, "targetRatio");
  return [
    {
      label: planning.replaceLost,
      name: "clv_replacements",
      formula: "clv_active_customers*clv_churn",
      expected: figures.activeCustomers * figures.churn,
      numberFormat: "#,##0.0",
      unit: units.customers,
      how: "",
    },
    {
      ...money,
      label: planning.maxCost,
      name: "clv_highest_cost",
      formula: "clv_discounted_before_acquisition/clv_target_ratio",
      expected: atTarget,
    },
    {
      ...money,
      label: planning.breakEven,
      formula: "clv_discounted_before_acquisition",
      expected: figures.discountedBeforeAcquisition,
    },
    {
      ...money,
      label: planning.budget,
      name: "clv_acquisition_budget",
      formula: "clv_joiners*clv_highest_cost",
      expected: joinersPerYear(context) * atTarget,
      style: "boardFigure",
    },
  ];
}

/** The budget has as many rows as the horizon had when it was made: another horizon needs a refresh. */
export function planningChecks({ words, request }: Context): Check[] {
  return [
    {
      label: words.planning.checkHorizon,
      expected: "clv_horizon",
      actual: "ROWS(clv_plan_years)",
      value: inputNumber(request.inputs, "horizon"),
      isMoney: false,
    },
  ];
}
