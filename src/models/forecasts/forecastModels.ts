import { bgBb } from "../buyTillYouDie/bgBbModel";
import { bgNbd } from "../buyTillYouDie/bgNbd";
import { bgCnbdK, mbgCnbdK } from "../buyTillYouDie/cnbdK";
import { mbgNbd } from "../buyTillYouDie/mbgNbd";
import { paretoNbd } from "../buyTillYouDie/paretoNbd";
import type { ForecastModel } from "../buyTillYouDie/transactionModel";

const MODELS = {
  bgBb: () => bgBb,
  bgCnbdK,
  bgNbd: () => bgNbd,
  mbgCnbdK,
  mbgNbd: () => mbgNbd,
  paretoNbd: () => paretoNbd,
} satisfies Record<string, (stages: number) => ForecastModel>;

/** The models that forecast whole bases. */
export type ForecastModelName = keyof typeof MODELS;

/** A model by its name; the CNBD-k models with the number of stages that was chosen. */
export const forecastModel = (name: ForecastModelName, stages = 1): ForecastModel => MODELS[name](stages);

/** Whether a model takes the gaps between orders, which choose the number of its stages. */
export const hasStages = (name: ForecastModelName): boolean => name === "bgCnbdK" || name === "mbgCnbdK";
