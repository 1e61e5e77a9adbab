import type { Context } from "../context";
import { inputNumber } from "../board/keyFigures";
import { numberInForce } from "../inputs/sheetInputs";

export const JOINERS = {
  name: "clv_joiners",
  rule: { kind: "decimal", min: 0, max: 1e9 },
} as const;

/** New customers per year, as the period shows them. */
export function joinersInPeriod({ base, figures, request }: Context): number {
  const start = inputNumber(request.inputs, "periodStart");
  return base.first.filter((day) => day >= start).length / figures.periodYears;
}

/** New customers per year: as planned by the user, else as the period shows them. */
export const joinersPerYear = (context: Context): number =>
  numberInForce(context, JOINERS, joinersInPeriod(context));
