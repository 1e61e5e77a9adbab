import { RandomStream } from "../../numerics/random";
import type { FourParameters } from "./transactionModel";

export interface SimulatedCustomers {
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly age: Float64Array;
}

export interface SimulationPlan {
  readonly customers: number;
  readonly seed: number;
  /** Ages are spread evenly between these. */
  readonly youngest: number;
  readonly oldest: number;
  /** Length of a day in the unit of time (1/7 for weeks): ages and orders fall on whole days, one order a day. */
  readonly day?: number;
}

/** The times of one customer's repeat orders within an age, for a draw of her own. */
type DrawOrders = (random: RandomStream, age: number) => number[];

/** Orders at random at a Gamma rate, until she leaves after one of them (or at once) with a Beta chance. */
const leavingAfterOrders =
  ([r, alpha, a, b]: FourParameters, mayLeaveAtOnce: boolean): DrawOrders =>
  (random, age) => {
    const rate = random.gamma(r, alpha);
    const chance = random.beta(a, b);
    const times: number[] = [];
    if (mayLeaveAtOnce && random.uniform() < chance) return times;
    for (let time = random.exponential() / rate; time <= age; time += random.exponential() / rate) {
      times.push(time);
      if (random.uniform() < chance) break;
    }
    return times;
  };

/** Orders at random at a Gamma rate, until she leaves unseen after a lifetime with a Gamma rate. */
const leavingUnseen =
  ([r, alpha, s, beta]: FourParameters): DrawOrders =>
  (random, age) => {
    const rate = random.gamma(r, alpha);
    const end = Math.min(age, random.exponential() / random.gamma(s, beta));
    const times: number[] = [];
    for (let time = random.exponential() / rate; time <= end; time += random.exponential() / rate) {
      times.push(time);
    }
    return times;
  };

/** How each model draws a customer's orders. */
const DRAWS = {
  bgNbd: (parameters: FourParameters): DrawOrders => leavingAfterOrders(parameters, false),
  mbgNbd: (parameters: FourParameters): DrawOrders => leavingAfterOrders(parameters, true),
  paretoNbd: leavingUnseen,
};

/**
 * Customers drawn from a model with known parameters: for testing whether a fit finds them again, and for measuring.
 * The same seed gives the same customers.
 */
export function simulateCustomers(
  model: keyof typeof DRAWS,
  parameters: FourParameters,
  { customers, seed, youngest, oldest, day }: SimulationPlan,
): SimulatedCustomers {
  const random = new RandomStream(seed);
  const draw = DRAWS[model](parameters);
  const x = new Float64Array(customers);
  const tx = new Float64Array(customers);
  const age = new Float64Array(customers);
  for (let i = 0; i < customers; i++) {
    const exact = youngest + (oldest - youngest) * random.uniform();
    age[i] = day === undefined ? exact : Math.round(exact / day) * day;
    const times = draw(random, age[i] ?? 0);
    const days = day === undefined ? times : wholeDays(times, day);
    x[i] = days.length;
    tx[i] = days.at(-1) ?? 0;
  }
  return { x, tx, age };
}

/** The distinct days of some times, after the first day. */
function wholeDays(times: readonly number[], day: number): number[] {
  const days = new Set(times.map((time) => Math.floor(time / day)).filter((each) => each > 0));
  return [...days].map((each) => each * day);
}
