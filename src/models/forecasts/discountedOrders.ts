import { integratePanel } from "../../numerics/gaussLegendre";
import type { FourParameters, ForecastModel } from "../buyTillYouDie/transactionModel";

/** Discounted by e^−45, orders add nothing to a double. */
const NEGLIGIBLE = 45;

/** The time in which the quickest customers of this history leave: their expectations are smooth in ln(1 + t / pace). */
function paceOf(model: ForecastModel, parameters: FourParameters, x: number, age: number): number {
  const [r, alpha, s, beta] = parameters;
  if (model.name === "paretoNbd") return (beta + age) / Math.max(1, s);
  return (alpha + age) / Math.max(1, r + (model.stages ?? 1) * x);
}

/**
 * Orders expected of a living customer in the next `horizon`, each discounted at the continuous rate delta:
 * e^{−δh} E(h) + δ ∫₀ʰ e^{−δt} E(t) dt, E(t) the orders expected by t; at opportunities, the sum over them. Without a
 * horizon, all orders to come.
 */
export function discountedOrdersIfAlive(
  model: ForecastModel,
  parameters: FourParameters,
  x: number,
  tx: number,
  age: number,
  delta: number,
  horizon: number | undefined,
): number {
  if (horizon === undefined || delta * horizon > NEGLIGIBLE) {
    return model.discountedIfAlive(parameters, x, tx, age, delta);
  }
  if (model.opportunities) return model.opportunities.discountedWithin(parameters, horizon, x, age, delta);
  const end = model.expectedIfAlive(parameters, horizon, x, tx, age);
  if (delta === 0 || horizon === 0) return end;
  const scale = paceOf(model, parameters, x, age);
  const length = Math.log1p(horizon / scale);
  const panels = Math.ceil(Math.max(length / 1.5, (delta * horizon) / 6, 1));
  const integrand = (v: number): number => {
    const t = scale * Math.expm1(v);
    return (t + scale) * Math.exp(-delta * t) * model.expectedIfAlive(parameters, t, x, tx, age);
  };
  let sum = 0;
  for (let i = 0; i < panels; i++) {
    sum += integratePanel(integrand, (i * length) / panels, ((i + 1) * length) / panels);
  }
  return Math.exp(-delta * horizon) * end + delta * sum;
}
