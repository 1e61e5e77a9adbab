import type { CustomerBase } from "./customerBase";
import { decimalScale } from "./exactMoney";
import type { OrderTable } from "./orderTable";

export interface BuildOptions {
  /** Last day of the observation (Excel day serial); orders after it are left aside. The last day in the orders by default. */
  readonly asOf?: number;
}

/**
 * Orders become customers in one pass over typed arrays, after a counting sort by day (O(orders + days), whatever their
 * order in the source). Purchases on one calendar day are one purchase day, returns are none.
 *
 * A return is taken off the revenue of the customer's latest purchase day up to then, so it lowers `meanRepeatValue`
 * unless it lies before the first repeat day. When `asOf` is not before the last order, customer i of the result is
 * customer i of the table.
 *
 * Definitions: Fader, Hardie & Lee (2005), "Counting your customers the easy way", Marketing Science 24(2): x repeat
 * purchases, t_x age at the last one, T age at the end.
 */
export function buildCustomers(orders: OrderTable, options: BuildOptions = {}): CustomerBase {
  const asOf = options.asOf ?? lastDayOf(orders);
  const customers = new Accounts(orders.customerIds.length, decimalScale(orders.amount));
  const sequence = byDay(orders);
  for (let at = 0; at < orders.length; at++) {
    const row = sequence ? (sequence[at] ?? 0) : at;
    const day = orders.day[row] ?? 0;
    if (day > asOf) break;
    customers.book(orders.customer[row] ?? 0, day, orders.amount[row] ?? NaN);
  }
  return customers.toBase(orders.customerIds, asOf);
}

const lastDayOf = (orders: OrderTable): number => orders.day.reduce((last, day) => Math.max(last, day), 0);

/**
 * Rows by day, on each day the purchases before the returns, otherwise in their own order; undefined where they stand
 * so already.
 */
function byDay(orders: OrderTable): Uint32Array | undefined {
  const { length, day, amount } = orders;
  const firstDay = day.reduce((first, value) => Math.min(first, value), day[0] ?? 0);
  const place = (row: number): number =>
    2 * ((day[row] ?? 0) - firstDay) + ((amount[row] ?? NaN) < 0 ? 1 : 0);
  const starts = new Uint32Array(2 * (lastDayOf(orders) - firstDay) + 3);
  let sorted = true;
  let previous = 0;
  for (let row = 0; row < length; row++) {
    const at = place(row);
    starts[at + 1] = (starts[at + 1] ?? 0) + 1;
    if (at < previous) sorted = false;
    previous = at;
  }
  if (sorted) return undefined;
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const sequence = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    const at = place(row);
    const to = starts[at] ?? 0;
    starts[at] = to + 1;
    sequence[to] = row;
  }
  return sequence;
}

/** Money added up per customer: as whole cents where amounts are decimal, else with Neumaier's compensation. */
class Sums {
  private readonly sum: Float64Array;
  private readonly lost: Float64Array | undefined;

  constructor(
    length: number,
    private readonly scale: number | undefined,
  ) {
    this.sum = new Float64Array(length);
    this.lost = scale === undefined ? new Float64Array(length) : undefined;
  }

  add(at: number, amount: number): void {
    const sum = this.sum[at] ?? NaN;
    if (this.scale !== undefined) {
      this.sum[at] = sum + Math.round(amount * this.scale);
      return;
    }
    const next = sum + amount;
    const lost = Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum;
    if (this.lost) this.lost[at] = (this.lost[at] ?? NaN) + lost;
    this.sum[at] = next;
  }

  get(at: number): number {
    return ((this.sum[at] ?? NaN) + (this.lost?.[at] ?? 0)) / (this.scale ?? 1);
  }
}

/** What is known of each customer while the days go by. */
class Accounts {
  private readonly orders: Uint32Array;
  private readonly returns: Uint32Array;
  private readonly firstDay: Int32Array;
  private readonly lastDay: Int32Array;
  private readonly frequency: Uint32Array;
  private readonly revenue: Sums;
  private readonly repeatRevenue: Sums;

  constructor(
    private readonly length: number,
    scale: number | undefined,
  ) {
    this.orders = new Uint32Array(length);
    this.returns = new Uint32Array(length);
    this.firstDay = new Int32Array(length);
    this.lastDay = new Int32Array(length);
    this.frequency = new Uint32Array(length);
    this.revenue = new Sums(length, scale);
    this.repeatRevenue = new Sums(length, scale);
  }

  book(customer: number, day: number, amount: number): void {
    this.revenue.add(customer, amount);
    if (amount < 0) {
      this.returns[customer] = (this.returns[customer] ?? 0) + 1;
    } else if (this.orders[customer] === 0) {
      this.firstDay[customer] = day;
      this.lastDay[customer] = day;
      this.orders[customer] = 1;
    } else {
      this.orders[customer] = (this.orders[customer] ?? 0) + 1;
      if (day > (this.lastDay[customer] ?? 0)) {
        this.lastDay[customer] = day;
        this.frequency[customer] = (this.frequency[customer] ?? 0) + 1;
      }
    }
    if ((this.frequency[customer] ?? 0) > 0) this.repeatRevenue.add(customer, amount);
  }

  /** Customers who had bought by `asOf`. */
  toBase(ids: readonly string[], asOf: number): CustomerBase {
    const bought: number[] = [];
    for (let customer = 0; customer < this.length; customer++) {
      if ((this.orders[customer] ?? 0) > 0) bought.push(customer);
    }
    const all = bought.length === this.length;
    const pick = <T extends Uint32Array | Int32Array>(values: T): T =>
      all ? values : (values.filter((_, customer) => (this.orders[customer] ?? 0) > 0) as T);
    const numbers = (value: (customer: number) => number): Float64Array => Float64Array.from(bought, value);
    return {
      length: bought.length,
      ids: all ? ids : bought.map((customer) => ids[customer] ?? ""),
      asOf,
      orders: pick(this.orders),
      returns: pick(this.returns),
      revenue: numbers((customer) => this.revenue.get(customer)),
      firstDay: pick(this.firstDay),
      lastDay: pick(this.lastDay),
      frequency: pick(this.frequency),
      recency: numbers((customer) => (this.lastDay[customer] ?? 0) - (this.firstDay[customer] ?? 0)),
      age: numbers((customer) => asOf - (this.firstDay[customer] ?? 0)),
      meanRepeatValue: numbers((customer) => {
        const repeats = this.frequency[customer] ?? 0;
        return repeats === 0 ? 0 : this.repeatRevenue.get(customer) / repeats;
      }),
    };
  }
}
