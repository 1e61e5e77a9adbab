import { gregorianSerial } from "../cellValues/calendars";
import type { Cell } from "../cells";
import { roundToCent } from "../cellValues/exactMoney";
import { seededDraws, type SeededDraws } from "./seededDraws";

export interface SampleOptions {
  /** Another seed gives other customers; 2024 by default. */
  readonly seed?: number;
  /** 900 by default, which gives some 3,500 orders. */
  readonly customers?: number;
  /** Whether the rows have the faults of real lists; true by default. */
  readonly dirt?: boolean;
}

const FIRST_DAY = gregorianSerial(2024, 1, 1);
const LAST_DAY = gregorianSerial(2025, 12, 31);
const HEADINGS = ["Order ID", "Customer", "Date", "Region", "Amount"];

interface Region {
  readonly name: string;
  readonly share: number;
  /** Orders per year of its customers, on average. */
  readonly pace: number;
  readonly meanAmount: number;
}

const REGIONS: readonly Region[] = [
  { name: "North", share: 0.34, pace: 5.5, meanAmount: 62 },
  { name: "South", share: 0.27, pace: 4.5, meanAmount: 48 },
  { name: "East", share: 0.24, pace: 5, meanAmount: 71 },
  { name: "West", share: 0.15, pace: 7, meanAmount: 85 },
];

interface SampleOrder {
  readonly customer: string;
  readonly day: number;
  readonly region: string;
  readonly amount: number;
}

/**
 * Simulated orders of two years for trying things out and for tests: the same for the same options on every machine.
 * Customers join over time, buy at random at a pace of their own while they are customers, may leave after any
 * purchase, and spend around a level of their own — the assumptions of the BG/NBD and Gamma-Gamma models. The first row
 * holds the headings, dates are serials.
 */
export function sampleOrders(options: SampleOptions = {}): Cell[][] {
  const { seed = 2024, customers = 900, dirt = true } = options;
  const draws = seededDraws(seed);
  const orders: SampleOrder[] = [];
  for (let number = 1; number <= customers; number++) orders.push(...lifeOf(number, draws));
  orders.sort((a, b) => a.day - b.day || (a.customer < b.customer ? -1 : 1));
  const rows = orders.map((order, index): Cell[] => [
    10001 + index,
    order.customer,
    order.day,
    order.region,
    order.amount,
  ]);
  return [[...HEADINGS], ...(dirt ? withDirt(rows) : rows)];
}

/** All orders of one customer. */
function lifeOf(number: number, draws: SeededDraws): SampleOrder[] {
  const region = REGIONS[draws.pick(REGIONS.map((each) => each.share))] ?? REGIONS[0];
  if (!region) return [];
  const customer = `C${String(number).padStart(4, "0")}`;
  // A third of the customers were there in the first quarter; the rest came evenly until autumn of the second year.
  const joined = draws.uniform() < 0.33 ? draws.uniform() * 90 : 90 + draws.uniform() * 560;
  const pace = draws.gamma(1.3, 1.3 / region.pace) / 365;
  const leaving = draws.beta(0.9, 3.2);
  const level = region.meanAmount / draws.gamma(4, 3);
  const orders: SampleOrder[] = [];
  for (let at = joined; FIRST_DAY + at < LAST_DAY + 1; at += draws.exponential(pace)) {
    const amount = roundToCent(Math.max(2, draws.gamma(6, 6 / level)));
    orders.push({ customer, day: Math.floor(FIRST_DAY + at), region: region.name, amount });
    if (draws.uniform() < leaving) break;
  }
  return orders;
}

/** Faults at fixed places, as a clerk's list has them; each is found by one of the reader's rules. */
function withDirt(clean: readonly Cell[][]): Cell[][] {
  const rows = clean.map((row) => [...row]);
  const place = (share: number): number => Math.floor(rows.length * share);
  const change = (share: number, column: number, to: (cell: Cell) => Cell): void => {
    const row = rows[place(share)];
    if (row) row[column] = to(row[column] ?? null);
  };
  for (const share of [0.11, 0.47, 0.83]) change(share, 1, () => "");
  for (const share of [0.07, 0.29, 0.53, 0.78]) change(share, 4, (amount) => Number(amount).toFixed(2));
  change(0.36, 4, () => "see invoice");
  change(0.62, 2, () => "31/02/2025");
  change(0.21, 1, (id) => ` ${String(id)} `);
  change(0.69, 1, (id) => String(id).toLowerCase());
  change(0.9, 4, () => 0);
  for (const share of [0.95, 0.74, 0.58, 0.42, 0.33, 0.17]) {
    const at = place(share);
    const [id = null, customer = null, day = null, region = null, amount = null] = rows[at] ?? [];
    if (typeof day !== "number" || typeof amount !== "number") continue;
    rows.splice(at + 1, 0, [`R-${String(id)}`, customer, day, region, -amount]);
  }
  for (const share of [0.65, 0.25]) {
    const at = place(share);
    rows.splice(at + 1, 0, [...(rows[at] ?? [])]);
  }
  const sum = rows.reduce((total, row) => total + (typeof row[4] === "number" ? row[4] : 0), 0);
  rows.push(["Total", "", "", "", roundToCent(sum)]);
  return rows;
}
