import { at } from "../../numerics/at";
import { lnGamma } from "../../numerics/gammaFunctions";
import { outOfRange, Refusal } from "../../numerics/refusal";
import { bgCnbdK, mbgCnbdK } from "./cnbdK";
import { checkLengths, doubles } from "../fitting/columns";
import type { FitOptions, FitOutcome, FitResult } from "../fitting/fit";
import { fitTransactions } from "./fitTransactions";
import type { PurchaseHistory } from "./purchaseHistory";

/** The gaps between a customer's orders, in one number: the sum of their natural logarithms (0 where x = 0). */
export interface RegularHistory extends PurchaseHistory {
  readonly sumLogGaps: ArrayLike<number>;
}

/** More stages than this are hardly ever called for. */
const MOST_STAGES = 12;

/** How far, for each gap, a sum of logarithms may lie above the possible: they are typed with two digits. */
const ROUNDING = 0.01;

/**
 * The first row whose gaps cannot be: x gaps that fill t_x have the greatest sum of logarithms when all are the same.
 * Such a sum (of gaps in another unit, say) would be taken for great regularity.
 */
function impossibleGaps({ x, tx, sumLogGaps }: RegularHistory): Refusal | undefined {
  for (let i = 0; i < sumLogGaps.length; i++) {
    const [orders, value] = [x[i] ?? 0, sumLogGaps[i] ?? 0];
    const most = orders === 0 ? 0 : orders * Math.log((tx[i] ?? 0) / orders);
    if (value > most + ROUNDING * orders || (orders === 0 && value !== 0)) {
      const range = orders === 0 ? "0 (x = 0)" : "≤ x ln(tx / x)";
      return outOfRange(`sum_log_gaps[${i + 1}]`, value, range);
    }
  }
  return undefined;
}

/** What the gaps add to the log-likelihood of k stages: Σ [(k − 1) Σ ln gap − x ln Γ(k)]. */
function gapTerm(history: RegularHistory, stages: number): number {
  const gaps = doubles(history.sumLogGaps);
  let sum = 0;
  for (let i = 0; i < gaps.length; i++) {
    const weight = history.counts?.[i] ?? 1;
    sum += weight * ((stages - 1) * at(gaps, i) - (history.x[i] ?? 0) * lnGamma(stages));
  }
  return sum;
}

/** The fit of k stages with the gaps' part of the likelihood; k counts as a parameter where it was chosen. */
function withGaps(fit: FitResult, gaps: number): FitResult {
  const logLikelihood = fit.logLikelihood + gaps;
  const parameters = fit.parameters.length + 1;
  return {
    ...fit,
    logLikelihood,
    aic: 2 * parameters - 2 * logLikelihood,
    bic: parameters * Math.log(fit.customers) - 2 * logLikelihood,
  };
}

/**
 * Fits BG/CNBD-k or MBG/CNBD-k with the number of stages k that is most likely: more stages as long as they help.
 *
 * @returns the fit with `stages`; k = 1 says that orders come at random and the plain model serves
 */
export function fitCnbdK(
  model: "bgCnbdK" | "mbgCnbdK",
  history: RegularHistory,
  options: FitOptions = {},
): FitOutcome {
  const lengths = checkLengths({ x: history.x, sum_log_gaps: history.sumLogGaps });
  if (lengths !== undefined) return lengths;
  const wrong = doubles(history.sumLogGaps).findIndex((gap) => !Number.isFinite(gap));
  if (wrong >= 0) return new Refusal("invalid", "notFinite", { argument: `sum_log_gaps[${wrong + 1}]` });
  const impossible = impossibleGaps(history);
  if (impossible !== undefined) return impossible;
  const create = model === "bgCnbdK" ? bgCnbdK : mbgCnbdK;
  let best: FitResult | undefined;
  for (let stages = 1; stages <= MOST_STAGES; stages++) {
    const fit = fitTransactions(create(stages), history, options);
    if (fit instanceof Refusal) return best ?? fit;
    const whole = withGaps(fit, gapTerm(history, stages));
    if (best !== undefined && whole.logLikelihood <= best.logLikelihood) break;
    best = whole;
  }
  return best ?? new Refusal("noConvergence", "fitNotConverged");
}
