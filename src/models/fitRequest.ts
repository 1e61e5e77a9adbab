import { bgNbd } from "./buyTillYouDie/bgNbd";
import { fitBgBb } from "./buyTillYouDie/bgBb";
import type { FitOptions, FitOutcome } from "./fitting/fit";
import type { ModelName } from "./fitting/modelName";
import { fitCnbdK } from "./buyTillYouDie/fitCnbdK";
import { fitTransactions } from "./buyTillYouDie/fitTransactions";
import { fitGammaGamma } from "./spending/gammaGamma";
import { mbgNbd } from "./buyTillYouDie/mbgNbd";
import { paretoNbd } from "./buyTillYouDie/paretoNbd";

/** A fit as plain data, so that it can be sent to a worker and recognised when it comes again. */
export interface FitRequest {
  readonly model: Exclude<ModelName, "betaDiscreteWeibull" | "shiftedBetaGeometric">;
  /** What the model takes, in its order: x, t_x, T (BG/BB: n; CNBD-k: the sum of ln gaps too); or x and mean value. */
  readonly columns: readonly Float64Array[];
  readonly counts?: Float64Array;
  readonly weakPrior: boolean;
}

const NONE = new Float64Array(0);

/** Does what a request asks. */
export function runFit(request: FitRequest, signal?: AbortSignal): FitOutcome {
  const [first = NONE, second = NONE, third = NONE, fourth = NONE] = request.columns;
  const { counts, model } = request;
  const options: FitOptions = { weakPrior: request.weakPrior, signal };
  const history = { x: first, tx: second, age: third, counts };
  switch (model) {
    case "bgBb":
      return fitBgBb({ x: first, tx: second, n: third, counts }, options);
    case "bgCnbdK":
    case "mbgCnbdK":
      return fitCnbdK(model, { ...history, sumLogGaps: fourth }, options);
    case "bgNbd":
      return fitTransactions(bgNbd, history, options);
    case "gammaGamma":
      return fitGammaGamma({ x: first, meanValue: second, counts }, options);
    case "mbgNbd":
      return fitTransactions(mbgNbd, history, options);
    case "paretoNbd":
      return fitTransactions(paretoNbd, history, options);
  }
}
