import { equivalentCustomers, maximumOffer, retainOverReplace, saveOfferValue } from "../../measures/service";
import type { Outcome } from "../../summary/sensitivity/scenarioValue";

export interface ReplaceOrRetain {
  readonly retain: number;
  readonly replace: number;
  /** retain − replace. */
  readonly difference: Outcome;
  /** New customers that make up for one who leaves. */
  readonly equivalent: Outcome;
}

export function replaceOrRetain(
  clvRetained: number,
  offer: number,
  clvNew: number,
  cac: number,
): ReplaceOrRetain {
  const retain = clvRetained - offer;
  const replace = clvNew - cac;
  return {
    retain,
    replace,
    difference: retainOverReplace(clvRetained, offer, clvNew, cac),
    equivalent: equivalentCustomers(retain, replace),
  };
}

export interface SaveOffer {
  readonly clv: number;
  readonly saveRate: number;
  readonly baseSaveRate: number;
  readonly offerCost: number;
  readonly contactCost: number;
}

export const saveOffer = (offer: SaveOffer): { readonly gain: Outcome; readonly most: Outcome } => ({
  gain: saveOfferValue(offer.clv, offer.saveRate, offer.baseSaveRate, offer.offerCost, offer.contactCost),
  most: maximumOffer(offer.clv, offer.saveRate, offer.baseSaveRate, offer.contactCost),
});
