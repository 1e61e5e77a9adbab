import { learn } from "../locales/language";
import { buildCustomers } from "../orders/customers/buildCustomers";
import type { FindingReason } from "../orders/findings";
import { createOrderReader } from "../orders/readOrders";
import type { OrderReader, OrdersRead } from "../orders/readOrders";
import type { OrderTable } from "../orders/orderTable";
import { recognise } from "../orders/recognising/recognise";
import { defaultInputs } from "../summary/inputs/defaultInputs";
import type { ModelReport } from "../summary/models/modelReport";
import type { WorkbookPlan } from "../summary/plan";
import { outlineOf, rowsOf } from "../summary/planOutline";
import { planWorkbook } from "../summary/planWorkbook";
import type { SummaryChoices } from "../summary/request";
import { EngineProblem } from "./engine";
import { reportModels } from "./reportModels";
import type { Engine, Obstacle, OnStep, OrdersOverview } from "./engine";

/** What the engine holds between calls. */
interface Held {
  reader: OrderReader | null;
  read: OrdersRead | null;
  plan: WorkbookPlan | null;
  models: ModelReport | null;
}

/** The engine itself, for the worker and for pages that have none. */
export function createEngine(): Engine {
  const held: Held = { reader: null, read: null, plan: null, models: null };
  const forget = (): void => {
    Object.assign(held, { reader: null, read: null, plan: null, models: null });
  };
  return {
    recognise: async (head, options) => recognise(head, options),
    begin: async (columns, rules) => {
      forget();
      held.reader = createOrderReader(columns, rules);
    },
    add: async (rows, firstRow, formats) => {
      if (held.reader === null) throw new EngineProblem("notBegun");
      held.reader.add(rows, firstRow, formats);
    },
    finish: async () => {
      if (held.reader === null) throw new EngineProblem("notBegun");
      held.read = held.reader.finish();
      held.reader = null;
      return overviewOf(held.read);
    },
    speak: async (locale, language) => {
      learn(locale, language);
    },
    plan: async (choices, onStep) => {
      if (held.read === null) throw new EngineProblem("notFinished");
      const made = planFrom(held.read, choices, onStep);
      Object.assign(held, made);
      return outlineOf(made.plan);
    },
    rows: async (sheet, block, from, count) => {
      if (held.plan === null) throw new EngineProblem("notFinished");
      return rowsOf(held.plan, sheet, block, from, count);
    },
    models: async () => held.models,
    forget: async () => {
      forget();
    },
  };
}

function overviewOf(read: OrdersRead): OrdersOverview {
  const { orders } = read;
  const obstacle = obstacleTo(read);
  const [firstDay, lastDay] = daysOf(orders);
  return {
    obstacle,
    findings: read.findings,
    blocking: read.blocking,
    sourceRows: read.sourceRows,
    usedRows: read.usedRows,
    excludedRows: read.excludedRows,
    customers: orders.customerIds.length,
    firstDay,
    lastDay,
    currency: read.currency,
    currencies: read.currencies,
    groups: orders.groupIds ?? [],
    defaults: orders.length === 0 ? null : defaultInputs(orders),
  };
}

/** Rows that were left out because nothing was bought, and rows that would be no order anyway. */
const RETURNS: readonly FindingReason[] = ["return", "returnWithoutOrder"];
const NO_ORDER_ANYWAY: readonly FindingReason[] = ["totalRow", "emptyRow", "duplicate"];

function obstacleTo({ orders, blocking, findings }: OrdersRead): Obstacle | null {
  if (blocking.length > 0) return "undecided";
  if (orders.length === 0) {
    const excluded = findings.filter(({ treatment }) => treatment === "excluded");
    const rowsWith = (suits: (reason: FindingReason) => boolean): number =>
      excluded.reduce((sum, { reason, count }) => sum + (suits(reason) ? count : 0), 0);
    const returns = rowsWith((reason) => RETURNS.includes(reason));
    const unreadable = rowsWith((reason) => !RETURNS.includes(reason) && !NO_ORDER_ANYWAY.includes(reason));
    const onlyReturns = returns > unreadable;
    return onlyReturns ? "onlyReturns" : "noOrders";
  }
  if (!orders.amount.some((amount) => amount > 0)) return "onlyReturns";
  const [firstDay, lastDay] = daysOf(orders);
  return firstDay === lastDay ? "oneDay" : null;
}

function daysOf({ day, length }: OrderTable): readonly [number, number] {
  if (length === 0) return [0, 0];
  let [first, last] = [day[0] ?? 0, day[0] ?? 0];
  for (let row = 1; row < length; row++) {
    const one = day[row] ?? 0;
    if (one < first) first = one;
    if (one > last) last = one;
  }
  return [first, last];
}

interface Made {
  readonly plan: WorkbookPlan;
  readonly models: ModelReport | null;
}

function planFrom(read: OrdersRead, choices: SummaryChoices, onStep?: OnStep): Made {
  if (obstacleTo(read) !== null) throw new EngineProblem("obstacle");
  let models: ModelReport | null = null;
  if (choices.sheets.includes("models")) {
    onStep?.("customers");
    const customers = buildCustomers(read.orders, asOfIn(choices));
    onStep?.("models");
    models = reportModels(read.orders, customers, choices.inputs, choices.locale);
  }
  onStep?.("sheets");
  const plan = planWorkbook({
    ...choices,
    orders: read.orders,
    findings: read.findings,
    sourceRows: read.sourceRows,
    controlTotals: read.controlTotals,
    models: models ?? undefined,
  });
  return { plan, models };
}

function asOfIn({ inputs }: SummaryChoices): { readonly asOf?: number } {
  const asOf = inputs.asOf.value;
  return typeof asOf === "number" ? { asOf } : {};
}
