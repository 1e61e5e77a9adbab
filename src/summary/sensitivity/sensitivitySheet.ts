import { cellAddress } from "../layout/cellAddress";
import { BOARD, moneyWidth } from "../layout/columnWidth";
import type { Context } from "../context";
import { TIMINGS, timingOf } from "../inputs/inputs";
import { inputNumber } from "../board/keyFigures";
import { parameter, putParameters, type ParameterSpec } from "../inputs/parameterCell";
import type { Area, PlanCell, SheetPlan } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";
import { barsOf, firstBarBelow, putPlaces, putTornado, type Move } from "./tornadoBlock";

const STEP: ParameterSpec = {
  name: "clv_sensitivity_step",
  rule: { kind: "decimal", min: 0.01, max: 0.5 },
  value: 0.1,
};
const STEP_FORMAT = "+0_);-0_);0_)";
const TOP = 6;
/** Steps to either side in the two-way grid. */
const GRID_SIDE = 3;
const COLUMNS = 12;
/** The width of the empty column between the page and the places of the bars. */
const GAP = 3;

/** The figures that the discounted value of a customer is made of, in the columns of the table. */
interface Levers {
  readonly orderValue: number;
  readonly frequency: number;
  readonly margin: number;
  readonly churn: number;
  readonly discount: number;
  readonly acquisition: number;
}

const LEVERS = [
  "orderValue",
  "frequency",
  "margin",
  "churn",
  "discount",
  "acquisition",
] as const satisfies readonly (keyof Levers)[];

/** What each lever is on the summary. */
const NAMES: Readonly<Record<keyof Levers, string>> = {
  orderValue: "clv_order_value",
  frequency: "clv_frequency",
  margin: "clv_gross_margin",
  churn: "clv_churn",
  discount: "clv_discount_rate",
  acquisition: "clv_acquisition_cost",
};

/** What moves the value: each lever down and up by a step, a tornado, and a grid of churn by margin; all formulas. */
export function planSensitivitySheet(context: Context): SheetPlan {
  const draft = context.draft("sensitivity");
  const { words, formats } = context;
  draft.line(0, words.sensitivity.title, COLUMNS, "title");
  draft.line(1, words.sensitivity.note, COLUMNS, "note");
  putParameters(
    draft,
    context,
    [
      {
        ...STEP,
        label: words.sensitivity.step,
        numberFormat: formats.inputPercent,
        origin: "convention",
      },
    ],
    3,
  );
  const scenarios = putScenarios(draft, context);
  const bars = barsOf(context, movesOf(context));
  const tornadoRow = scenarios.row + scenarios.rows + 1;
  const places = { first: firstBarBelow(tornadoRow), column: COLUMNS + 1 };
  const tornado = putTornado(draft, context, bars, tornadoRow, places);
  putGrid(draft, context, scenarios, tornado.row + tornado.rows + 1);
  draft.printArea = draft.used();
  putPlaces(draft, context, bars, places, (lever, step) =>
    cellAddress(scenarios.row + 2 * lever + (step === "less" ? 1 : 2), COLUMNS - 1),
  );
  const money = moneyWidth(context.request.money, context.figures.simpleRevenue);
  const board = moneyWidth(context.request.money, context.figures.simpleRevenue, BOARD);
  const page = [34, 14, 14, ...Array<number>(7).fill(Math.max(13, money)), Math.max(16, board), 14];
  draft.columnWidths = [...page, GAP, 34, 14, 14, 14, 9];
  draft.pagesTall = 1;
  return draft.finish();
}

function baseLevers({ figures, request }: Context): Levers {
  return {
    orderValue: figures.orderValue,
    frequency: figures.frequency,
    margin: inputNumber(request.inputs, "grossMargin"),
    churn: figures.churn,
    discount: inputNumber(request.inputs, "discountRate"),
    acquisition: inputNumber(request.inputs, "acquisitionCost"),
  };
}

/** A rate cannot exceed 1, however large the step. */
const moved = (lever: keyof Levers, value: number, factor: number): number =>
  lever === "churn" || lever === "margin" ? Math.min(1, value * factor) : value * factor;

/** The whole calculation once more, in plain numbers. */
function valueOf({ request }: Context, levers: Levers) {
  const given = (key: Parameters<typeof inputNumber>[1]): number => inputNumber(request.inputs, key);
  const ratio = (1 - levers.churn) / (1 + levers.discount);
  const horizon = given("horizon");
  const years = ratio === 1 ? horizon : (1 - ratio ** horizon) / (1 - ratio);
  const weights = [1 / (1 + levers.discount), 1, ratio, 1 - levers.churn];
  const weight = weights[TIMINGS.indexOf(timingOf(request.inputs))] ?? 0;
  const profit =
    levers.orderValue * levers.frequency * levers.margin -
    levers.frequency * given("costPerOrder") -
    given("retentionCost");
  return { ratio, years, weight, value: profit * years * weight - levers.acquisition };
}

function putScenarios(draft: SheetDraft, context: Context): Area {
  const words = context.words.sensitivity;
  const { formats } = context;
  const header = [
    words.scenario,
    ...LEVERS.map((lever) => words[lever]),
    words.ratio,
    words.years,
    words.weight,
    words.value,
    words.change,
  ];
  draft.put(TOP, 0, [header], { style: "tableHeader", wrap: true });
  draft.format(areaOf(TOP, 1, 1, COLUMNS - 1), { align: "end", wrap: true });
  const first = TOP + 1;
  const base = baseLevers(context);
  const rows = [scenarioRow(context, first, words.base, base)];
  for (const lever of LEVERS) {
    for (const direction of ["down", "up"] as const) {
      const label = context.fill(words[direction], { lever: words[lever] });
      rows.push(scenarioRow(context, first + rows.length, label, base, { lever, direction }));
    }
  }
  draft.put(first, 0, rows);
  const count = rows.length;
  draft.format(areaOf(first, 0, count, 1), { style: "label" });
  const codes = [
    formats.money,
    formats.decimal,
    formats.percent,
    formats.percent,
    formats.percent,
    formats.money,
    "0.0000",
    "0.0000",
    "0.0000",
    formats.money,
    formats.money,
  ];
  codes.forEach((numberFormat, offset) =>
    draft.format(areaOf(first, offset + 1, count, 1), {
      style: offset < LEVERS.length ? "crossLink" : "formula",
      numberFormat,
    }),
  );
  draft.format(areaOf(first, 10, 1, 1), { style: "boardFigure" });
  context.names.add("clv_sensitivity_base", draft.key, areaOf(first, 10, 1, 1), words.base);
  return areaOf(first, 0, count, COLUMNS);
}

function scenarioRow(
  context: Context,
  row: number,
  label: string,
  base: Levers,
  move?: { readonly lever: keyof Levers; readonly direction: "down" | "up" },
): PlanCell[] {
  const factor = move?.direction === "down" ? 1 - parameter(context, STEP) : 1 + parameter(context, STEP);
  const levers: Levers =
    move === undefined ? base : { ...base, [move.lever]: moved(move.lever, base[move.lever], factor) };
  const cells = LEVERS.map((lever, index): PlanCell => {
    if (move === undefined) return formula(`=${NAMES[lever]}`, base[lever]);
    const start = cellAddress(TOP + 1, index + 1).replace(/(\d+)/, "$$$1");
    if (move.lever !== lever) return formula(`=${start}`, base[lever]);
    const product = `${start}*(1${move.direction === "down" ? "-" : "+"}clv_sensitivity_step)`;
    return formula(
      lever === "churn" || lever === "margin" ? `=MIN(1,${product})` : `=${product}`,
      levers[lever],
    );
  });
  const at = (column: number): string => cellAddress(row, column);
  const result = valueOf(context, levers);
  const start = valueOf(context, base).value;
  return [
    label,
    ...cells,
    formula(`=(1-${at(4)})/(1+${at(5)})`, result.ratio),
    formula(`=IF(${at(7)}=1,clv_horizon,(1-${at(7)}^clv_horizon)/(1-${at(7)}))`, result.years),
    formula(`=CHOOSE(clv_timing_place,1/(1+${at(5)}),1,${at(7)},1-${at(4)})`, result.weight),
    formula(
      `=(${at(1)}*${at(2)}*${at(3)}-${at(2)}*clv_cost_per_order-clv_retention_cost)*${at(8)}*${at(9)}-${at(6)}`,
      result.value,
    ),
    formula(`=${at(10)}-${cellAddress(TOP + 1, 10).replace(/(\d+)/, "$$$1")}`, result.value - start),
  ];
}

/** What a step of each lever changes. */
function movesOf(context: Context): Move[] {
  const words = context.words.sensitivity;
  const base = baseLevers(context);
  const start = valueOf(context, base).value;
  const width = parameter(context, STEP);
  const change = (lever: keyof Levers, factor: number): number =>
    valueOf(context, { ...base, [lever]: moved(lever, base[lever], factor) }).value - start;
  return LEVERS.map((lever) => ({
    label: words[lever],
    less: change(lever, 1 - width),
    more: change(lever, 1 + width),
  }));
}

/** Churn down, margin across, each in steps around what it is. */
function putGrid(draft: SheetDraft, context: Context, scenarios: Area, row: number): void {
  const words = context.words.sensitivity;
  const base = baseLevers(context);
  const width = parameter(context, STEP);
  const steps = Array.from({ length: 2 * GRID_SIDE + 1 }, (_, i) => i - GRID_SIDE);
  const [stepRow, marginRow, first] = [row + 1, row + 2, row + 3];
  draft.put(row, 0, [[words.gridHeading, ...Array<string>(steps.length + 1).fill("")]], { style: "heading" });
  const marginAt = (step: number): number => Math.min(1, base.margin * (1 + step * width));
  const churnAt = (step: number): number => Math.min(1, base.churn * (1 + step * width));
  draft.put(stepRow, 0, [[words.gridSteps, "", ...steps]]);
  draft.put(marginRow, 0, [
    [
      words.churn,
      words.margin,
      ...steps.map((step, i) =>
        formula(
          `=MIN(1,clv_gross_margin*(1+${cellAddress(stepRow, i + 2)}*clv_sensitivity_step))`,
          marginAt(step),
        ),
      ),
    ],
  ]);
  const lines = steps.map((step, i): PlanCell[] => {
    const line = first + i;
    const churn = cellAddress(line, 1).replace(/([A-Z]+)/, "$$$1");
    const ratio = `((1-${churn})/(1+clv_discount_rate))`;
    const years = `IF(${ratio}=1,clv_horizon,(1-${ratio}^clv_horizon)/(1-${ratio}))`;
    const weight = `CHOOSE(clv_timing_place,1/(1+clv_discount_rate),1,${ratio},1-${churn})`;
    return [
      step,
      formula(`=MIN(1,clv_churn*(1+${cellAddress(line, 0)}*clv_sensitivity_step))`, churnAt(step)),
      ...steps.map((across, k) => {
        const margin = cellAddress(marginRow, k + 2).replace(/(\d+)/, "$$$1");
        return formula(
          `=(clv_order_value*clv_frequency*${margin}-clv_frequency*clv_cost_per_order-clv_retention_cost)*${years}*${weight}-clv_acquisition_cost`,
          valueOf(context, { ...base, churn: churnAt(step), margin: marginAt(across) }).value,
        );
      }),
    ];
  });
  draft.put(first, 0, lines);
  const { formats } = context;
  draft.format(areaOf(stepRow, 0, 1, 1), { style: "unit", indent: 0 });
  draft.format(areaOf(stepRow, 1, 1, steps.length + 1), {
    style: "unit",
    numberFormat: STEP_FORMAT,
    align: "end",
  });
  draft.format(areaOf(marginRow, 0, 1, steps.length + 2), {
    style: "tableHeader",
    numberFormat: formats.percent,
    align: "end",
  });
  draft.format(areaOf(first, 0, steps.length, 1), { style: "unit", numberFormat: STEP_FORMAT, align: "end" });
  draft.format(areaOf(first, 1, steps.length, 1), { style: "label", numberFormat: formats.percent });
  const grid = areaOf(first, 2, steps.length, steps.length);
  draft.format(grid, { style: "formula", numberFormat: formats.money });
  draft.conditionalFormats.push({
    area: grid,
    rule: { kind: "colourScale", low: "#FFFFFF", high: "#9BC2E6" },
  });
}
