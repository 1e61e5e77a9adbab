import {
  bdwSurvival,
  BDW_PARAMETERS,
  fitBetaDiscreteWeibull,
} from "../../src/models/contractual/betaDiscreteWeibull";
import { bgBbConditional, fitBgBb } from "../../src/models/buyTillYouDie/bgBb";
import { BG_BB_PARAMETERS } from "../../src/models/buyTillYouDie/bgBbModel";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { bgCnbdK, mbgCnbdK } from "../../src/models/buyTillYouDie/cnbdK";
import { collapseRows } from "../../src/models/fitting/collapseRows";
import {
  halfWidth,
  logGradients,
  positiveInterval,
  probabilityInterval,
  standardErrors,
  type Interval,
} from "../../src/models/intervals/deltaMethod";
import type { FitOutcome, FitResult } from "../../src/models/fitting/fit";
import { fitCnbdK } from "../../src/models/buyTillYouDie/fitCnbdK";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { forecastCustomers } from "../../src/models/forecasts/forecastCustomers";
import { fitGammaGamma, gammaGammaMean, GAMMA_GAMMA_PARAMETERS } from "../../src/models/spending/gammaGamma";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import type { PurchaseHistory } from "../../src/models/buyTillYouDie/purchaseHistory";
import {
  fitShiftedBetaGeometric,
  sbgSurvival,
  SBG_PARAMETERS,
} from "../../src/models/contractual/shiftedBetaGeometric";
import { simulateCustomers } from "../../src/models/buyTillYouDie/simulateCustomers";
import type { FourParameters, TransactionModel } from "../../src/models/buyTillYouDie/transactionModel";
import { drawCohort, drawOpportunities, drawRegular, drawSpending } from "./draws";

/** What one data set gave: the fit, and the forecast whose interval is held against the truth. */
export interface Trial {
  readonly outcome: FitOutcome;
  readonly forecast: (fit: FitResult) => Interval;
  /** The same forecast at the true parameters. */
  readonly trueForecast: number;
}

/** A model with known parameters, from which data sets are drawn and to which it is fitted again. */
export interface Study {
  readonly title: string;
  readonly dataSets: number;
  /** What a data set is, in words. */
  readonly dataSet: string;
  readonly parameterNames: readonly string[];
  readonly truth: readonly number[];
  /** The number of stages put in, for the CNBD-k models. */
  readonly stages?: number;
  readonly forecastName: string;
  readonly trial: (seed: number) => Trial;
}

const DATA_SETS = 200;
/** A cohort is a handful of counts and fitted in no time. */
const COHORTS = 2000;
const CUSTOMERS = 2000;
const AGES = { youngest: 26, oldest: 52 };
const HORIZON = 26;
const LEVEL = 0.95;
const MISSING: Interval = { estimate: NaN };

function forecastOf(
  model: TransactionModel,
  fit: FitResult | FourParameters,
  history: PurchaseHistory,
): Interval {
  const found = forecastCustomers(model, fit, history, { horizon: HORIZON, level: LEVEL });
  return "total" in found ? found.total : MISSING;
}

const ofCustomers = {
  dataSets: DATA_SETS,
  dataSet: `${CUSTOMERS} customers, aged ${AGES.youngest} to ${AGES.oldest} weeks`,
  forecastName: `orders of all customers in ${HORIZON} weeks`,
};

const random = (
  title: string,
  model: TransactionModel,
  name: "bgNbd" | "mbgNbd" | "paretoNbd",
  truth: FourParameters,
): Study => ({
  ...ofCustomers,
  title,
  parameterNames: model.parameterNames,
  truth,
  trial: (seed) => {
    const history = simulateCustomers(name, truth, { customers: CUSTOMERS, seed, ...AGES });
    return {
      outcome: fitTransactions(model, history),
      forecast: (fit) => forecastOf(model, fit, history),
      trueForecast: forecastOf(model, truth, history).estimate,
    };
  },
});

const regular = (
  title: string,
  name: "bgCnbdK" | "mbgCnbdK",
  stages: number,
  truth: FourParameters,
): Study => {
  const model = name === "bgCnbdK" ? bgCnbdK : mbgCnbdK;
  return {
    ...ofCustomers,
    title,
    parameterNames: model(stages).parameterNames,
    truth,
    stages,
    trial: (seed) => {
      const plan = { stages, mayLeaveAtOnce: name === "mbgCnbdK", customers: CUSTOMERS, seed, ...AGES };
      const history = drawRegular(truth, plan);
      return {
        outcome: fitCnbdK(name, history),
        forecast: (fit) => forecastOf(model(fit.stages ?? stages), fit, history),
        trueForecast: forecastOf(model(stages), truth, history).estimate,
      };
    },
  };
};

/** The interval of a smooth function of the parameters, by the product's delta method. */
function intervalOf(
  fit: FitResult,
  compute: (parameters: readonly number[]) => number,
  interval: typeof positiveInterval,
): Interval {
  if (fit.logCovariance === undefined) return MISSING;
  const gradients = logGradients((moved) => Float64Array.of(compute(moved)), fit.parameters);
  const [error = NaN] = standardErrors(gradients, fit.logCovariance);
  return interval(compute(fit.parameters), error, halfWidth(LEVEL));
}

interface Derived {
  readonly compute: (parameters: readonly number[]) => number;
  readonly interval: typeof positiveInterval;
}

const derived = (truth: readonly number[], outcome: FitOutcome, { compute, interval }: Derived): Trial => ({
  outcome,
  forecast: (fit) => intervalOf(fit, compute, interval),
  trueForecast: compute(truth),
});

const PERIODS_AHEAD = 20;
const cohort = (
  title: string,
  parameterNames: readonly string[],
  truth: readonly number[],
  periods: number,
  fit: (active: ArrayLike<number>) => FitOutcome,
  survival: (t: number, parameters: readonly number[]) => unknown,
): Study => ({
  title,
  dataSets: COHORTS,
  dataSet: `a cohort of ${CUSTOMERS} customers over ${periods} periods`,
  forecastName: `share still there after ${PERIODS_AHEAD} periods`,
  parameterNames,
  truth,
  trial: (seed) =>
    derived(truth, fit(drawCohort(truth, { periods, customers: CUSTOMERS, seed })), {
      compute: (parameters) => Number(survival(PERIODS_AHEAD, parameters)),
      interval: probabilityInterval,
    }),
});

const OPPORTUNITIES = 12;
const OPPORTUNITIES_AHEAD = 5;
const BG_BB_TRUTH = [1.2, 0.75, 0.66, 5];
const bgBb: Study = {
  title: "BG/BB",
  dataSets: DATA_SETS,
  dataSet: `${CUSTOMERS} customers with ${OPPORTUNITIES} opportunities`,
  forecastName: `purchases of all customers in the next ${OPPORTUNITIES_AHEAD} opportunities`,
  parameterNames: BG_BB_PARAMETERS,
  truth: BG_BB_TRUTH,
  trial: (seed) => {
    const history = drawOpportunities(BG_BB_TRUTH, { n: OPPORTUNITIES, customers: CUSTOMERS, seed });
    const rows = collapseRows(history.x, history.tx, history.n);
    const purchases = (parameters: readonly number[]): number =>
      rows.counts.reduce(
        (sum, count, i) =>
          sum +
          count *
            Number(
              bgBbConditional(
                parameters,
                OPPORTUNITIES_AHEAD,
                rows.a[i] ?? NaN,
                rows.b[i] ?? NaN,
                rows.c[i] ?? NaN,
              ),
            ),
        0,
      );
    return derived(BG_BB_TRUTH, fitBgBb(history), { compute: purchases, interval: positiveInterval });
  },
};

const SPEND_TRUTH = [6.25, 3.74, 15.44];
const gammaGamma: Study = {
  title: "Gamma-Gamma",
  dataSets: DATA_SETS,
  dataSet: `${CUSTOMERS} customers with 2.6 orders on average`,
  forecastName: "mean order value of all customers",
  parameterNames: GAMMA_GAMMA_PARAMETERS,
  truth: SPEND_TRUTH,
  trial: (seed) =>
    derived(
      SPEND_TRUTH,
      fitGammaGamma(drawSpending(SPEND_TRUTH, { moreOrders: 1.6, customers: CUSTOMERS, seed })),
      { compute: (parameters) => Number(gammaGammaMean(parameters, 0, 0)), interval: positiveInterval },
    ),
};

export const STUDIES: readonly Study[] = [
  random("BG/NBD", bgNbd, "bgNbd", [0.6, 5, 0.8, 2.5]),
  random("MBG/NBD", mbgNbd, "mbgNbd", [0.8, 6, 0.9, 1.8]),
  random("Pareto/NBD", paretoNbd, "paretoNbd", [0.7, 8, 0.8, 12]),
  regular("BG/CNBD-k", "bgCnbdK", 2, [1.2, 6, 0.8, 2.5]),
  regular("MBG/CNBD-k", "mbgCnbdK", 3, [1.5, 5, 0.9, 1.8]),
  bgBb,
  cohort("Shifted-beta-geometric", SBG_PARAMETERS, [0.67, 3.8], 8, fitShiftedBetaGeometric, sbgSurvival),
  cohort("Beta-discrete-Weibull", BDW_PARAMETERS, [0.7, 3, 1.4], 12, fitBetaDiscreteWeibull, bdwSurvival),
  gammaGamma,
];
