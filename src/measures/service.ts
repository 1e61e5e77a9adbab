import type { Outcome } from "../numerics/refusal";
import { finite, quotient } from "./finite";
import { outOfRange } from "./refusals";

/**
 * What one contact costs.
 * @example costPerContact(5040000, 600000) // 8.4
 */
export const costPerContact = (totalCost: number, contacts: number): Outcome =>
  quotient(totalCost, contacts, "contacts");

/** What a customer's contacts cost: contacts × cost of one. */
export const costToServe = (contacts: number, costOfOne: number): Outcome =>
  finite(contacts * costOfOne, "contacts");

/**
 * Expected gain from one retention offer: (s₁ − s₀) × value − s₁ × offer − contact. Those who would have stayed
 * anyway take the offer too, and cost it.
 * @example saveOfferValue(396, 0.45, 0.15, 75) // 85.05
 */
export const saveOfferValue = (
  value: number,
  saveRate: number,
  baseSaveRate: number,
  offerCost: number,
  contactCost = 0,
): Outcome => finite((saveRate - baseSaveRate) * value - saveRate * offerCost - contactCost, "clv");

/**
 * The most an offer may cost without a loss: the offer at which `saveOfferValue` is 0. Negative where none pays.
 * @example maximumOffer(396, 0.45, 0.15) // 264
 */
export const maximumOffer = (
  value: number,
  saveRate: number,
  baseSaveRate: number,
  contactCost = 0,
): Outcome => quotient((saveRate - baseSaveRate) * value - contactCost, saveRate, "save_rate");

/**
 * By how much keeping a customer with an offer beats replacing it by a new one at full price; negative where
 * replacing returns more.
 * @example retainOverReplace(500, 80, 600, 150) // −30
 */
export const retainOverReplace = (
  valueRetained: number,
  retentionOffer: number,
  valueNew: number,
  cac: number,
): Outcome => finite(valueRetained - retentionOffer - (valueNew - cac), "clv_retained");

/**
 * How many small full-price customers are worth one large discounted one; round up to whole customers.
 * @example equivalentCustomers(12000, 1500) // 8
 */
export const equivalentCustomers = (largeValue: number, smallValue: number): Outcome =>
  smallValue < 0
    ? outOfRange("small_value", smallValue, "> 0")
    : quotient(largeValue, smallValue, "small_value");
