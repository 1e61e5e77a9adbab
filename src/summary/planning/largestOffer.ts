import { maximumOffer } from "../../measures/service";
import type { Context } from "../context";
import { MOST_MONEY } from "../inputs/inputs";
import { inputNumber } from "../board/keyFigures";
import { parameter, type ParameterSpec } from "../inputs/parameterCell";
import type { FormulaCell } from "../plan";
import { formula } from "../layout/sheetDraft";

/** Placeholders for the user's own experience with offers. */
export const SAVE_RATE: ParameterSpec = {
  name: "clv_save_rate",
  rule: { kind: "decimal", min: 0.001, max: 1 },
  value: 0.4,
};
export const BASE_RATE: ParameterSpec = {
  name: "clv_base_save_rate",
  rule: { kind: "decimal", min: 0, max: 1 },
  value: 0.2,
};
export const CONTACT_COST: ParameterSpec = {
  name: "clv_contact_cost",
  rule: { kind: "decimal", min: 0, max: MOST_MONEY },
  value: 0,
};

/** Half of the days after which a customer counts as lost. */
export const atRiskAfter = ({ request }: Pick<Context, "request">): ParameterSpec => ({
  name: "clv_at_risk_after",
  rule: { kind: "whole", min: 1, max: 3650 },
  value: Math.max(1, Math.round(inputNumber(request.inputs, "lostAfter") / 2)),
});

/** The same as the cell holds it until somebody types a number: half the way to being lost. */
export const atRiskDefault = (context: Context): FormulaCell =>
  formula("=MAX(1,ROUND(AVERAGE(0,clv_lost_after),0))", atRiskAfter(context).value);

/** What offers hang on besides the customers. */
export const OFFER_NAMES = [SAVE_RATE.name, BASE_RATE.name, CONTACT_COST.name, "clv_at_risk_after"] as const;

/** What keeping a customer who stays when offered, and might have stayed anyway, may cost (CLV.MAXOFFER). */
export function largestOffer(context: Context, value: number): number {
  const given = (spec: ParameterSpec): number => parameter(context, spec);
  const offer = maximumOffer(value, given(SAVE_RATE), given(BASE_RATE), given(CONTACT_COST));
  return typeof offer === "number" ? Math.max(0, offer) : 0;
}

/** The same as a formula, without its `=`. */
export const largestOfferFormula = (value: string): string =>
  `MAX(0,((clv_save_rate-clv_base_save_rate)*${value}-clv_contact_cost)/clv_save_rate)`;
