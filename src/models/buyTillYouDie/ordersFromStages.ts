import { lnBeta } from "../../numerics/gammaFunctions";
import { integratePanel } from "../../numerics/gaussLegendre";
import { negativeBinomialTail } from "../../numerics/negativeBinomial";

/** Orders that are summed one by one; from there on the sum is an integral. */
const SINGLE_ORDERS = 1000;

interface Stages {
  /** Shape of the Gamma rate of the stages, and the time in units of its scale. */
  readonly shape: number;
  readonly odds: number;
  /** Stages of an order, and how many of the next one have passed already. */
  readonly stages: number;
  readonly ahead: number;
  /** The chance of leaving after an order is Beta(a, b). */
  readonly a: number;
  readonly b: number;
}

/**
 * Expected orders before leaving, where an order takes k stages: stages pass as a negative binomial count N, and the
 * n-th order to come is placed if the customer stayed n − 1 times and N ≥ nk − ahead. Every term is positive.
 */
export function ordersFromStages(given: Stages): number {
  const { shape, odds, stages, ahead, a, b } = given;
  if (odds === 0) return 0;
  const mean = shape * odds;
  const z = odds / (1 + odds);
  let stays = 1;
  let staying = 0;
  let orders = 0;
  let sum = 0;
  let logProbability = -shape * Math.log1p(odds);
  const end = SINGLE_ORDERS * stages - ahead;
  for (let passed = 0; passed < end; passed++) {
    for (; orders < Math.floor((passed + ahead) / stages); orders++) {
      staying += stays;
      stays *= (b + orders) / (a + b + orders);
    }
    const term = Math.exp(logProbability) * staying;
    sum += term;
    const ratio = ((shape + passed) / (passed + 1)) * z;
    if (passed > mean + stages && term * ratio < 1e-17 * (1 - Math.min(ratio, 1)) * sum) return sum;
    logProbability += Math.log(ratio);
  }
  return sum + (staying + stays) * negativeBinomialTail(shape, odds, end) + laterOrders(given);
}

/**
 * The orders after the first SINGLE_ORDERS, each stays × P(N ≥ nk − ahead): a sum over n so smooth that it is the
 * integral from half a step before it, less a 24th of the slope there (Euler and Maclaurin), in ln n.
 */
function laterOrders({ shape, odds, stages, ahead, a, b }: Stages): number {
  const before = lnBeta(a, b);
  const term = (n: number): number =>
    Math.exp(lnBeta(a, b + (n - 1)) - before) * negativeBinomialTail(shape, odds, n * stages - ahead);
  const first = SINGLE_ORDERS + 0.5;
  const slope = term(first + 0.5) - term(first - 0.5);
  // The tail falls over a width of 1/√shape in ln n, and is gone 40 scales beyond the mean.
  const width = Math.min(0.5, 1 / Math.sqrt(shape));
  const last = Math.log(((shape + 9 * Math.sqrt(shape) + 40) * (1 + odds) + stages) / stages);
  let sum = 0;
  for (let from = Math.log(first); from < last; from += width) {
    const panel = integratePanel((v) => Math.exp(v) * term(Math.exp(v)), from, from + width);
    sum += panel;
    if (panel < 1e-17 * sum) break;
  }
  return sum + slope / 24;
}
