import { fitBetaDiscreteWeibull } from "../models/contractual/betaDiscreteWeibull";
import { bdwPredictions, sbgPredictions } from "../models/contractual/contractPredictions";
import { fitShiftedBetaGeometric } from "../models/contractual/shiftedBetaGeometric";
import * as take from "./arguments";
import { laidOut } from "./fitBlock";
import { predicted } from "./modelArguments";
import { list } from "./ranges";

/**
 * Fits the shifted-beta-geometric model to a cohort under contract: each customer leaves at the end of a period with a
 * probability of their own, which does not change; retention rises because the fickle leave first.
 * @customfunction SBG.FIT
 * @param active_counts Customers of one cohort still active at the start and after 1, 2, 3 … periods; at least three counts.
 * @param [stats] TRUE adds standard errors, log-likelihood, AIC, BIC, customers, iterations and the standing of the fit.
 * @param [weak_prior] TRUE steadies a fit that the data hardly determine.
 * @returns A row: alpha, beta. The other SBG functions take it as params.
 * @formula maximum of Σ lost(t) ln P(t) + survivors ln S(n)
 * @errors #VALUE! when a count is above the one before; #N/A with fewer than three counts, or when nobody has left.
 * @example =CLV.SBG.FIT({1000, 869, 743, 653, 593, 551, 517, 491}) → {0.668, 3.806}
 * @example =CLV.SBG.FIT({1000, 631, 468, 382, 326, 289, 262, 241}) → {0.704, 1.182}
 * @source Fader & Hardie 2007, How to project customer retention.
 */
export function sbgFit(
  active_counts: unknown[][],
  stats?: unknown[][],
  weak_prior?: unknown[][],
): unknown[][] {
  const active = list("active_counts", active_counts, take.notNegative);
  const weakPrior = take.single(take.flag("weak_prior", weak_prior, false));
  return laidOut(
    fitShiftedBetaGeometric(active, { weakPrior }),
    take.single(take.flag("stats", stats, false)),
  );
}

/**
 * Share of a cohort that is still there after t periods, by the shifted-beta-geometric model: also beyond the data.
 * @customfunction SBG.SURVIVAL
 * @param t Number of periods: 0, 1, 2 …
 * @param params The row alpha, beta of CLV.SBG.FIT.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns A share for each t.
 * @formula B(alpha, beta + t) / B(alpha, beta)
 * @errors #VALUE! when t is not 0, 1, 2 … or a parameter is not above 0.
 * @example =CLV.SBG.SURVIVAL({1, 2, 3, 4}, {1, 1}) → {0.5, 0.333, 0.25, 0.2}
 * @source Fader & Hardie 2007, eq. 6.
 */
export function sbgSurvivalOf(t: unknown[][], params: unknown[][], level?: unknown[][]): unknown[][] {
  return predicted(sbgPredictions.survival, params, level, ["t", t]);
}

/**
 * Share of a cohort that leaves in period t, by the shifted-beta-geometric model.
 * @customfunction SBG.PROB
 * @param t Period: 1, 2, 3 …
 * @param params The row alpha, beta of CLV.SBG.FIT.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns A share for each t.
 * @formula B(alpha + 1, beta + t − 1) / B(alpha, beta)
 * @errors #VALUE! when t is not 1, 2, 3 … or a parameter is not above 0.
 * @example =CLV.SBG.PROB({1, 2, 3, 4}, {1, 1}) → {0.5, 0.167, 0.083, 0.05}
 * @source Fader & Hardie 2007, eq. 5.
 */
export function sbgProb(t: unknown[][], params: unknown[][], level?: unknown[][]): unknown[][] {
  return predicted(sbgPredictions.probability, params, level, ["t", t]);
}

/**
 * Retention rate of period t, by the shifted-beta-geometric model: the share of those there one period before.
 * @customfunction SBG.RETENTION
 * @param t Period: 1, 2, 3 …
 * @param params The row alpha, beta of CLV.SBG.FIT.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns A rate for each t; it rises towards 1.
 * @formula (beta + t − 1) / (alpha + beta + t − 1)
 * @errors #VALUE! when t is not 1, 2, 3 … or a parameter is not above 0.
 * @example =CLV.SBG.RETENTION({1, 2, 3}, {1, 1}) → {0.5, 0.667, 0.75}
 * @source Fader & Hardie 2007, eq. 8.
 */
export function sbgRetentionOf(t: unknown[][], params: unknown[][], level?: unknown[][]): unknown[][] {
  return predicted(sbgPredictions.retention, params, level, ["t", t]);
}

/**
 * Discounted expected lifetime of a new customer under contract, in periods, the first payment now. Times the margin of
 * a period it is the customer's value.
 * @customfunction SBG.DEL
 * @param params The row alpha, beta of CLV.SBG.FIT.
 * @param discount Discount rate per period of the contract.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Discounted periods.
 * @formula Σ S(t) / (1 + discount)^t, t = 0, 1, 2 …
 * @errors #VALUE! when the rate is negative; #NUM! when it is 0 and alpha is at most 1, because the sum has no end.
 * @example =CLV.SBG.DEL({3.8, 15.2}, 0.1) → 4.009
 * @example =CLV.SBG.DEL(CLV.SBG.FIT({1000, 869, 743, 653, 593, 551, 517, 491}, TRUE), 0.1, 0.95) → {5.922, 5.637, 6.208}
 * @source Fader & Hardie 2010, Customer-base valuation in a contractual setting.
 */
export function sbgDelOf(params: unknown[][], discount: unknown[][], level?: unknown[][]): unknown[][] {
  return predicted(sbgPredictions.del, params, level, ["discount", discount]);
}

/**
 * Discounted expected residual lifetime just before a renewal decision. It rises with the renewals: who stayed long is
 * likely to stay longer.
 * @customfunction SBG.DERL
 * @param params The row alpha, beta of CLV.SBG.FIT.
 * @param discount Discount rate per period of the contract.
 * @param renewals Which renewal decision comes next: 1 is the first, n follows n − 1 renewals.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Discounted periods still to come.
 * @formula Σ S(t | n − 1 renewals) / (1 + discount)^(t − n), t = n, n + 1 …
 * @errors #VALUE! when renewals is not 1, 2, 3 … or the rate is negative; #NUM! when the sum has no end.
 * @example =CLV.SBG.DERL({3.8, 15.2}, 0.1, {1, 2, 3, 4, 5}) → {3.31, 3.45, 3.59, 3.72, 3.84}
 * @source Fader & Hardie 2010, eq. 6 and table 3.
 */
export function sbgDerlOf(
  params: unknown[][],
  discount: unknown[][],
  renewals: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(sbgPredictions.derl, params, level, ["discount", discount], ["renewals", renewals]);
}

/**
 * Fits the beta-discrete-Weibull model: as the shifted-beta-geometric, but a customer's own chance of leaving may rise
 * (c above 1) or fall (c below 1) with tenure. For contracts whose churn does not fall steadily.
 * @customfunction BDW.FIT
 * @param active_counts Customers of one cohort still active at the start and after 1, 2, 3 … periods; at least four counts.
 * @param [stats] TRUE adds standard errors, log-likelihood, AIC, BIC, customers, iterations and the standing of the fit.
 * @param [weak_prior] TRUE steadies a fit that the data hardly determine.
 * @returns A row: alpha, beta, c. The other BDW functions take it as params.
 * @formula maximum of Σ lost(t) ln P(t) + survivors ln S(n)
 * @errors #VALUE! when a count is above the one before; #N/A with fewer than four counts, or when nobody has left.
 * @example =CLV.BDW.FIT({1000, 869, 743, 653, 593, 551, 517, 491}) → {0.214, 1.427, 1.724}
 * @source Fader, Hardie, Liu, Davin & Steenburgh 2018, How to project customer retention revisited.
 */
export function bdwFit(
  active_counts: unknown[][],
  stats?: unknown[][],
  weak_prior?: unknown[][],
): unknown[][] {
  const active = list("active_counts", active_counts, take.notNegative);
  const weakPrior = take.single(take.flag("weak_prior", weak_prior, false));
  return laidOut(
    fitBetaDiscreteWeibull(active, { weakPrior }),
    take.single(take.flag("stats", stats, false)),
  );
}

/**
 * Share of a cohort that is still there after t periods, by the beta-discrete-Weibull model.
 * @customfunction BDW.SURVIVAL
 * @param t Number of periods: 0, 1, 2 …
 * @param params The row alpha, beta, c of CLV.BDW.FIT.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns A share for each t.
 * @formula B(alpha, beta + t^c) / B(alpha, beta)
 * @errors #VALUE! when t is not 0, 1, 2 … or a parameter is not above 0.
 * @example =CLV.BDW.SURVIVAL({1, 2, 3}, {1, 1, 1}) → {0.5, 0.333, 0.25}
 * @source Fader et al. 2018; with c = 1 it is the shifted-beta-geometric.
 */
export function bdwSurvivalOf(t: unknown[][], params: unknown[][], level?: unknown[][]): unknown[][] {
  return predicted(bdwPredictions.survival, params, level, ["t", t]);
}

/**
 * Share of a cohort that leaves in period t, by the beta-discrete-Weibull model.
 * @customfunction BDW.PROB
 * @param t Period: 1, 2, 3 …
 * @param params The row alpha, beta, c of CLV.BDW.FIT.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns A share for each t.
 * @formula S(t − 1) − S(t)
 * @errors #VALUE! when t is not 1, 2, 3 … or a parameter is not above 0.
 * @example =CLV.BDW.PROB({1, 2, 3}, {1, 1, 1}) → {0.5, 0.167, 0.083}
 * @source Fader et al. 2018.
 */
export function bdwProb(t: unknown[][], params: unknown[][], level?: unknown[][]): unknown[][] {
  return predicted(bdwPredictions.probability, params, level, ["t", t]);
}

/**
 * Retention rate of period t, by the beta-discrete-Weibull model: the share of those there one period before.
 * @customfunction BDW.RETENTION
 * @param t Period: 1, 2, 3 …
 * @param params The row alpha, beta, c of CLV.BDW.FIT.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns A rate for each t.
 * @formula S(t) / S(t − 1)
 * @errors #VALUE! when t is not 1, 2, 3 … or a parameter is not above 0.
 * @example =CLV.BDW.RETENTION({1, 2, 3}, {1, 1, 1}) → {0.5, 0.667, 0.75}
 * @source Fader et al. 2018.
 */
export function bdwRetentionOf(t: unknown[][], params: unknown[][], level?: unknown[][]): unknown[][] {
  return predicted(bdwPredictions.retention, params, level, ["t", t]);
}
