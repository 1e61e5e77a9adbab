import { fill } from "../../locales/locale";
import { sheetWords } from "../../locales/sheetWords";
import type { HistoryFigure } from "../../summary/history/history";
import type { Words } from "../words/words";

/** A key figure as the pane shows it: where it stands on the sheet, what it is called, how it is written. */
export interface FigureSpec {
  /** The workbook name of its cell; none for a figure that only the history keeps. */
  readonly name: string | undefined;
  readonly label: (words: Words) => string;
  /** How it is computed, in plain words; `timing` is when yearly cash arrives. */
  readonly meaning: (words: Words, timing: string) => string;
  readonly show: (value: number, words: Words) => string;
  /** The figure that the whole summary is about. */
  readonly leading: boolean;
}

type FigureWords = keyof ReturnType<typeof sheetWords>["figures"];
type Show = FigureSpec["show"];

const count: Show = (value, { formats }) => formats.count(value);
const money: Show = (value, { formats }) => formats.money(value);
const percent: Show = (value, { formats }) => formats.percent(value);
const decimal: Show = (value, { formats }) => formats.decimal(value);
const perYear: Show = (value, { formats, locale }) =>
  `${formats.decimal(value)} ${sheetWords(locale).units.perYear}`;
const lasting =
  (unit: "year" | "month"): Show =>
  (value, { formats }) =>
    formats.lasting(value, unit);

const spec = (name: string | undefined, words: FigureWords, show: Show, leading = false): FigureSpec => ({
  name,
  label: ({ locale }) => sheetWords(locale).figures[words].label,
  meaning: ({ locale }, timing) => fill(sheetWords(locale).figures[words].how, { timing }),
  show,
  leading,
});

/** The label with what it counts: the same formula stands on the sheet as revenue and as profit. */
const sided = (base: FigureSpec, side: "asRevenue" | "asProfit"): FigureSpec => ({
  ...base,
  label: (words) => {
    const { summary } = sheetWords(words.locale);
    return fill(summary.figureAs, { figure: base.label(words), basis: summary[side] });
  },
});

const HISTORY: Readonly<Record<HistoryFigure, FigureSpec>> = {
  customers: spec("clv_customers", "customers", count),
  activeCustomers: spec("clv_active_customers", "activeCustomers", count),
  orders: spec("clv_orders", "orders", count),
  revenue: spec("clv_revenue", "revenue", money),
  orderValue: spec("clv_order_value", "orderValue", money),
  frequency: spec("clv_frequency", "frequency", perYear),
  churn: spec("clv_churn", "churn", percent),
  clvRevenue: sided(spec("clv_churn_revenue", "churnBased", money), "asRevenue"),
  clvProfit: sided(spec("clv_churn_profit", "churnBased", money), "asProfit"),
  clvDiscounted: spec("clv_discounted", "discounted", money, true),
  equity: spec("clv_equity", "equity", money),
};

const OTHERS = {
  lifespan: spec("clv_lifespan", "lifespan", lasting("year")),
  ltvToCac: spec("clv_ltv_to_cac", "ltvToCac", decimal),
  payback: spec("clv_payback_months", "payback", lasting("month")),
} as const;

const FIGURES = { ...HISTORY, ...OTHERS };
export type FigureKey = keyof typeof FIGURES;

/** In the order in which they are shown. */
export const SHOWN_FIGURES: readonly FigureKey[] = [
  "clvDiscounted",
  "customers",
  "activeCustomers",
  "orders",
  "revenue",
  "orderValue",
  "frequency",
  "churn",
  "lifespan",
  "clvRevenue",
  "clvProfit",
  "ltvToCac",
  "payback",
  "equity",
];

export const isFigureKey = (key: string): key is FigureKey => Object.hasOwn(FIGURES, key);

export const figureSpec = (key: FigureKey): FigureSpec => FIGURES[key];

/** The cell with the number of failed checks. */
export const FAILED_CHECKS = "clv_failed_checks";

/** The cell that says when yearly cash arrives. */
export const TIMING = "clv_timing";

/** The name of the cell with the share beyond which a move is named. */
export const ALERT_THRESHOLD = "clv_alert_threshold";
