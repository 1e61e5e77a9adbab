import type { ControlTotal } from "./controlTotals";
import type { FindingsLog } from "./findingsLog";
import type { OrderBuffer } from "./orderBuffer";
import type { CurrencyRule } from "../orderColumns";
import { OrderLines } from "./orderLines";
import { SOURCE_FORM, type OrderTable } from "../orderTable";
import type { OrdersRead } from "../readOrders";
import { Converting, decideCurrency, type CurrencyDecision } from "./settleCurrency";

/** All that the rows have given. */
export interface RowsRead {
  readonly orders: OrderBuffer;
  readonly customerIds: readonly string[];
  readonly groupIds: readonly string[] | undefined;
  readonly currencies: readonly string[];
  readonly log: FindingsLog;
  readonly rule: CurrencyRule;
  readonly sourceRows: number;
  readonly controlTotals: readonly ControlTotal[];
}

/** Settles what can be known only at the end — currencies, returns of customers without an order — and packs up. */
export function finishOrders(read: RowsRead): OrdersRead {
  const decision = decideCurrency(read.orders, read.currencies, read.rule);
  const leftOut = new Set<number>();
  const counts = new Uint8Array(read.orders.length).fill(1);
  settleCurrencies(read, decision, counts, leftOut);
  leaveOutLoneReturns(read, counts, leftOut);
  const orders = packed(read, decision, counts, leftOut.size);
  const findings = read.log.toFindings(leftOut);
  return {
    orders,
    findings,
    sourceRows: read.sourceRows,
    controlTotals: read.controlTotals,
    usedRows: orders.length,
    excludedRows: findings.reduce(
      (sum, finding) => sum + (finding.treatment === "kept" ? 0 : finding.count),
      0,
    ),
    currency: decision.currency,
    currencies: decision.shares,
    blocking: findings.filter((finding) => finding.treatment === "blocking").map((finding) => finding.reason),
  };
}

function settleCurrencies(
  { orders, currencies, log }: RowsRead,
  decision: CurrencyDecision,
  counts: Uint8Array,
  leftOut: Set<number>,
): void {
  if (decision.fates.every((fate) => fate.rate === 1 && !fate.note)) return;
  for (let i = 0; i < orders.length; i++) {
    const order = orders.at(i);
    const { rate, note } = decision.fates[order.currency] ?? { rate: 1 };
    if (note) log.note(note.reason, note.treatment, order.sourceRow, currencies[order.currency]);
    if (rate === undefined) {
      counts[i] = 0;
      leftOut.add(order.sourceRow);
    }
  }
}

/** A return needs an order to belong to: a customer is someone who bought. */
function leaveOutLoneReturns(
  { orders, customerIds, log }: RowsRead,
  counts: Uint8Array,
  leftOut: Set<number>,
): void {
  const hasOrder = new Uint8Array(customerIds.length);
  let returns = 0;
  for (let i = 0; i < orders.length; i++) {
    const { amount, customer } = orders.at(i);
    if (amount < 0) returns++;
    else if (counts[i]) hasOrder[customer] = 1;
  }
  if (returns === 0) return;
  for (let i = 0; i < orders.length; i++) {
    const { amount, customer, sourceRow } = orders.at(i);
    if (!counts[i] || amount >= 0 || hasOrder[customer]) continue;
    log.note("returnWithoutOrder", "excluded", sourceRow, customerIds[customer]);
    counts[i] = 0;
    leftOut.add(sourceRow);
  }
}

/** New numbers for the names that are still in use, in the order of first use. */
class Renumbering {
  readonly names: string[] = [];
  private readonly numbers: Int32Array;

  constructor(private readonly all: readonly string[]) {
    this.numbers = new Int32Array(all.length).fill(-1);
  }

  numberOf(old: number): number {
    const known = this.numbers[old] ?? -1;
    if (known >= 0) return known;
    this.numbers[old] = this.names.length;
    return this.names.push(this.all[old] ?? "") - 1;
  }
}

function packed(
  { orders, customerIds, groupIds, currencies, rule, log }: RowsRead,
  decision: CurrencyDecision,
  counts: Uint8Array,
  leftOut: number,
): OrderTable {
  const length = orders.length - leftOut;
  const table = {
    length,
    customer: new Uint32Array(length),
    day: new Int32Array(length),
    amount: new Float64Array(length),
    sourceRow: new Uint32Array(length),
    form: new Uint8Array(length),
  };
  const group = groupIds ? new Uint32Array(length) : undefined;
  const customers = new Renumbering(customerIds);
  const groups = new Renumbering(groupIds ?? []);
  const converting = new Converting(decision, currencies, rule, length);
  const lines = new OrderLines(orders.length, length);
  let to = 0;
  for (let i = 0; i < orders.length; i++) {
    if (!counts[i]) continue;
    const order = orders.at(i);
    table.customer[to] = customers.numberOf(order.customer);
    table.day[to] = Math.floor(order.serial);
    table.amount[to] = converting.amountOf(order.currency, order.amount, to);
    table.sourceRow[to] = order.sourceRow;
    table.form[to] = order.form;
    const first = lines.put(i, order.firstLine, to);
    if (first !== to) {
      giveDateOfFirst(table, first, to);
      log.note("orderLine", "kept", order.sourceRow, customerIds[order.customer]);
    }
    if (group) group[to] = groups.numberOf(order.group);
    to++;
  }
  const conversion = converting.result();
  const firstLine = lines.result();
  return {
    ...table,
    customerIds: customers.names,
    ...(conversion ? { conversion } : {}),
    ...(firstLine ? { firstLine } : {}),
    ...(group ? { group, groupIds: groups.names } : {}),
  };
}

/** An order has one date: that of its first line. */
function giveDateOfFirst(
  { day, form }: { readonly day: Int32Array; readonly form: Uint8Array },
  first: number,
  line: number,
): void {
  const dateBit = SOURCE_FORM.dateIsSerial;
  day[line] = day[first] ?? 0;
  form[line] = ((form[line] ?? 0) & ~dateBit) | ((form[first] ?? 0) & dateBit);
}
