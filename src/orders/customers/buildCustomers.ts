import type { CustomerBase } from "./customerBase";
import { decimalScale } from "../cellValues/exactMoney";
import { openings } from "./openings";
import type { OrderTable } from "../orderTable";

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
  const [firstDay, lastDay] = daysOf(orders);
  const asOf = options.asOf ?? lastDay;
  const accounts = new Accounts(orders.customerIds.length, decimalScale(orders.amount));
  const sequence = byDay(orders, firstDay, lastDay);
  const opens = openings(orders);
  for (let at = 0; at < orders.length; at++) {
    const row = sequence ? (sequence[at] ?? 0) : at;
    const day = orders.day[row] ?? 0;
    if (day > asOf) break;
    accounts.book(orders.customer[row] ?? 0, day, orders.amount[row] ?? NaN, opens[row] ?? 0);
  }
  return accounts.toBase(orders.customerIds, asOf);
}

function daysOf({ day, length }: OrderTable): readonly [first: number, last: number] {
  let first = day[0] ?? 0;
  let last = 0;
  for (let row = 0; row < length; row++) {
    const one = day[row] ?? 0;
    if (one < first) first = one;
    if (one > last) last = one;
  }
  return [first, last];
}

/**
 * Rows by day, on each day the purchases before the returns, otherwise in their own order; undefined where they stand
 * so already.
 */
function byDay({ length, day, amount }: OrderTable, first: number, last: number): Uint32Array | undefined {
  const place = (row: number): number => 2 * ((day[row] ?? 0) - first) + ((amount[row] ?? NaN) < 0 ? 1 : 0);
  const starts = new Uint32Array(2 * (last - first) + 3);
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

/** Numbers per customer, and where each stands: side by side, so that a booking touches one line of memory. */
const WIDTH = 8;
const ORDERS = 0;
const RETURNS = 1;
const FIRST_DAY = 2;
const LAST_DAY = 3;
const FREQUENCY = 4;
const REVENUE = 5;
const REPEAT_REVENUE = 6;

/**
 * What is known of each customer while the days go by. Money is added up as whole cents where amounts are decimal, else
 * with Neumaier's compensation.
 */
class Accounts {
  private readonly numbers: Float64Array;
  /** What the sums have lost by rounding; unused with whole cents. */
  private readonly lost: Float64Array;

  constructor(
    private readonly length: number,
    private readonly scale: number | undefined,
  ) {
    this.numbers = new Float64Array(length * WIDTH);
    this.lost = new Float64Array(scale === undefined ? length * WIDTH : 0);
  }

  book(customer: number, day: number, amount: number, orders: number): void {
    const { numbers, scale } = this;
    const at = customer * WIDTH;
    const money = scale === undefined ? amount : Math.round(amount * scale);
    numbers[at + ORDERS] = (numbers[at + ORDERS] ?? 0) + orders;
    if (amount < 0) {
      numbers[at + RETURNS] = (numbers[at + RETURNS] ?? 0) + 1;
    } else if (numbers[at + FIRST_DAY] === 0) {
      numbers[at + FIRST_DAY] = day;
      numbers[at + LAST_DAY] = day;
    } else if (day > (numbers[at + LAST_DAY] ?? 0)) {
      numbers[at + LAST_DAY] = day;
      numbers[at + FREQUENCY] = (numbers[at + FREQUENCY] ?? 0) + 1;
    }
    this.addTo(at + REVENUE, money);
    if ((numbers[at + FREQUENCY] ?? 0) > 0) this.addTo(at + REPEAT_REVENUE, money);
  }

  /** Customers who had bought by `asOf`. */
  toBase(ids: readonly string[], asOf: number): CustomerBase {
    const bought: number[] = [];
    for (let customer = 0; customer < this.length; customer++) {
      if (this.get(customer, ORDERS) > 0) bought.push(customer);
    }
    const base = {
      length: bought.length,
      ids: bought.length === this.length ? ids : bought.map((customer) => ids[customer] ?? ""),
      numbers: Uint32Array.from(bought),
      asOf,
      orders: new Uint32Array(bought.length),
      returns: new Uint32Array(bought.length),
      revenue: new Float64Array(bought.length),
      firstDay: new Int32Array(bought.length),
      lastDay: new Int32Array(bought.length),
      frequency: new Uint32Array(bought.length),
      recency: new Float64Array(bought.length),
      age: new Float64Array(bought.length),
      meanRepeatValue: new Float64Array(bought.length),
    };
    bought.forEach((customer, to) => {
      const [first, last] = [this.get(customer, FIRST_DAY), this.get(customer, LAST_DAY)];
      const repeats = this.get(customer, FREQUENCY);
      base.orders[to] = this.get(customer, ORDERS);
      base.returns[to] = this.get(customer, RETURNS);
      base.revenue[to] = this.money(customer, REVENUE);
      base.firstDay[to] = first;
      base.lastDay[to] = last;
      base.frequency[to] = repeats;
      base.recency[to] = last - first;
      base.age[to] = asOf - first;
      base.meanRepeatValue[to] = repeats === 0 ? 0 : this.money(customer, REPEAT_REVENUE) / repeats;
    });
    return base;
  }

  private addTo(at: number, money: number): void {
    const sum = this.numbers[at] ?? NaN;
    const next = sum + money;
    this.numbers[at] = next;
    if (this.scale !== undefined) return;
    const lost = Math.abs(sum) >= Math.abs(money) ? sum - next + money : money - next + sum;
    this.lost[at] = (this.lost[at] ?? NaN) + lost;
  }

  private get(customer: number, what: number): number {
    return this.numbers[customer * WIDTH + what] ?? NaN;
  }

  private money(customer: number, what: number): number {
    const at = customer * WIDTH + what;
    const sum = this.numbers[at] ?? NaN;
    return this.scale === undefined ? sum + (this.lost[at] ?? 0) : sum / this.scale;
  }
}
