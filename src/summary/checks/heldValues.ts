import type { Check } from "./checksBlock";
import type { Column } from "../layout/columnTable";
import type { Context } from "../context";
import { LIVE_CUSTOMERS, LIVE_FIRSTS } from "../liveLimits";
import { inputSpec, type InputKey } from "../inputs/inputs";
import { asMade } from "../inputs/inputLine";
import { OFFER_NAMES } from "../planning/largestOffer";
import { modelsAreLive } from "../models/liveModels";
import type { Area } from "../plan";
import { SEGMENT_CELLS, SCORES } from "../segments/segmentInputs";
import { rateName } from "../inputs/exchangeRates";
import type { SheetDraft } from "../layout/sheetDraft";

/** What a customer's facts hang on, besides the orders. */
const OF_FACTS: readonly InputKey[] = ["periodStart", "decimals"];
/** What a customer's other columns hang on. */
const OF_CUSTOMERS: readonly InputKey[] = [
  ...OF_FACTS,
  "asOf",
  "lostAfter",
  "churn",
  "lifespan",
  "grossMargin",
  "costPerOrder",
  "retentionCost",
  "discountRate",
  "timing",
  "horizon",
  "groups",
  "daysPerYear",
];

/** What the values of a forecast hang on, besides the day. */
const OF_FORECAST: readonly InputKey[] = ["grossMargin", "discountRate", "horizon"];

/** Whether what the models say are values: where they are formulas, their test and what goes with it. */
function holdsModels(context: Context): boolean {
  const { models } = context.request;
  if (models === undefined || !context.wants("models")) return false;
  const { holdout, tracking, spendCorrelation } = models;
  return (
    !modelsAreLive(context) || holdout !== undefined || tracking.length > 0 || spendCorrelation !== undefined
  );
}

const holdsForecast = (context: Context): boolean =>
  holdsModels(context) && context.request.models?.predictions !== undefined && !modelsAreLive(context);

/** Which orders are the first of their group is a value where too many would have to be compared. */
const hasHeldGroups = ({ request, wants }: Context): boolean =>
  wants("groups") && request.orders.group !== undefined && request.orders.length > LIVE_FIRSTS;

/** And so is which orders are their customer's first of a month. */
const hasHeldCohorts = ({ request, wants }: Context): boolean =>
  wants("cohorts") && request.orders.length > LIVE_FIRSTS;

/** The names of the inputs that values on the sheets were calculated from, and that these cannot follow. */
export function heldInputs(context: Context): readonly `clv_${string}`[] {
  const keys = new Set<InputKey>([
    ...(holdsModels(context) ? (["asOf"] as const) : []),
    ...(holdsForecast(context) ? OF_FORECAST : []),
    ...(context.live ? (hasHeldGroups(context) ? (["periodStart"] as const) : []) : ofTable(context)),
  ]);
  // Scores are ranks among all customers, and so values wherever these are.
  const segments = context.wants("segments") && !context.live;
  const { conversion } = context.request.orders;
  const rates = (conversion?.currencies ?? []).filter((_, place) => conversion?.rates[place] !== 1);
  return [
    ...Array.from(keys, (key) => inputSpec(key).name),
    ...(context.live ? [] : rates.map(rateName)),
    ...(segments ? [SCORES.name] : []),
    ...(holdsSegments(context) ? SEGMENT_CELLS : []),
    ...(holdsOffers(context) ? OFFER_NAMES : []),
  ];
}

/** Above so many customers their segments are values, which follow no changed limit. */
export const holdsSegments = ({ base, live, wants }: Context): boolean =>
  wants("segments") && !live && base.length > LIVE_CUSTOMERS;

/** And so are the largest offers to them. */
export const holdsOffers = ({ base, live, wants }: Context): boolean =>
  wants("planning") && !live && base.length > LIVE_CUSTOMERS;

const ofTable = ({ base }: Context): readonly InputKey[] =>
  base.length > LIVE_CUSTOMERS ? OF_CUSTOMERS : OF_FACTS;

/** Whether values hang on orders that stand on a sheet, where anybody may change them. */
const holdsOrders = (context: Context): boolean =>
  context.live && (holdsModels(context) || hasHeldGroups(context) || hasHeldCohorts(context));

/** Per order: its customer when the sheets were made, and its date and amount where values hang on them. */
export function heldOrderColumns(context: Context): Column[] {
  const { words, formats, request } = context;
  const { customer, day, amount } = request.orders;
  const header = (of: string): string => `${of}: ${words.inputColumns.made}`;
  const ofCustomer: Column = {
    header: header(words.orders.customer),
    width: 10,
    format: { style: "modelValue", numberFormat: formats.number },
    name: asMade("clv_order_customer"),
    cell: (i) => (customer[i] ?? 0) + 1,
  };
  if (!holdsOrders(context)) return [ofCustomer];
  return [
    ofCustomer,
    {
      header: header(words.orders.date),
      width: 12,
      format: { style: "modelValue", numberFormat: formats.date },
      name: asMade("clv_order_date"),
      cell: (i) => day[i] ?? 0,
    },
    {
      header: header(words.orders.amount),
      width: 14,
      format: { style: "modelValue", numberFormat: formats.money },
      name: asMade("clv_order_amount"),
      cell: (i) => amount[i] ?? 0,
    },
  ];
}

export function nameAsMade(
  draft: SheetDraft,
  { names, words }: Context,
  name: string,
  area: Area,
  label: string,
): void {
  names.add(asMade(name), draft.key, area, `${label}: ${words.inputColumns.made}`);
}

const isColumn = (name: string): boolean => SEGMENT_CELLS.some((limit) => limit === name);

/** How many cells of an input are another than when the sheet was made. */
const changes = (name: string): string =>
  isColumn(name) ? `SUMPRODUCT(--(${name}<>${asMade(name)}))` : `IF(${name}<>${asMade(name)},1,0)`;

/** A changed input or order that values cannot follow must not pass unseen. */
export function heldChecks(context: Context): Check[] {
  const { checks } = context.words;
  const held = heldInputs(context);
  const inputs: Check = {
    label: checks.stale,
    expected: "0",
    actual: held.map(changes).join("+"),
    value: 0,
    isMoney: false,
  };
  const [customer, day, amount] = ["clv_order_customer", "clv_order_date", "clv_order_amount"] as const;
  const orders: Check = {
    label: checks.staleOrders,
    expected: "0",
    actual: `SUMPRODUCT(--((${customer}<>${asMade(customer)})+(${day}<>${asMade(day)})+(ABS(${amount}-${asMade(amount)})>clv_tolerance)>0))`,
    value: 0,
    isMoney: false,
  };
  return [...(held.length > 0 ? [inputs] : []), ...(holdsOrders(context) ? [orders] : [])];
}
