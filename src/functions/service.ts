import * as measures from "../measures/service";
import * as take from "./arguments";
import { each } from "./broadcast";

/**
 * Cost per contact of a contact centre.
 * @customfunction COSTPERCONTACT
 * @param total_cost Cost of the contact centre in the period, in money.
 * @param contacts Contacts in the same period.
 * @returns Money per contact.
 * @formula total_cost / contacts
 * @errors #DIV/0! when there are no contacts.
 * @example =CLV.COSTPERCONTACT(5040000, 600000) → 8.40
 * @source Derived: a mean.
 */
export function costPerContact(total_cost: unknown[][], contacts: unknown[][]): unknown[][] {
  return each(
    "plain",
    measures.costPerContact,
    take.notNegative("total_cost", total_cost),
    take.notNegative("contacts", contacts),
  );
}

/**
 * Cost to serve a customer: contacts times the cost of one.
 * @customfunction COSTTOSERVE
 * @param contacts Contacts per customer and period.
 * @param cost_per_contact Cost of one contact, in money.
 * @returns Money per customer and period; take it off the margin.
 * @formula contacts × cost_per_contact
 * @errors #VALUE! when a number is negative.
 * @example =CLV.COSTTOSERVE(2.5, 8.40) → 21
 * @source Derived.
 */
export function costToServe(contacts: unknown[][], cost_per_contact: unknown[][]): unknown[][] {
  return each(
    "plain",
    measures.costToServe,
    take.notNegative("contacts", contacts),
    take.notNegative("cost_per_contact", cost_per_contact),
  );
}

/**
 * Expected gain from one retention offer. Those who would have stayed anyway take it too, and cost it.
 * @customfunction SAVEOFFER
 * @param clv Value of a customer who stays, in money.
 * @param save_rate Share of customers who stay with the offer, 0 to 1.
 * @param base_save_rate Share who would stay without it, 0 to 1.
 * @param offer_cost Cost of the offer where it is taken, in money.
 * @param [contact_cost] Cost of the contact, in money; 0 when left out.
 * @returns Money per customer approached; below 0 the offer loses money.
 * @formula (save_rate − base_save_rate) × clv − save_rate × offer_cost − contact_cost
 * @errors #VALUE! when a rate is outside 0 to 1 or a cost is negative.
 * @example =CLV.SAVEOFFER(396, 0.45, 0.15, 75) → 85.05
 * @source Neslin et al. 2006, profit of a churn campaign.
 */
export function saveOffer(
  clv: unknown[][],
  save_rate: unknown[][],
  base_save_rate: unknown[][],
  offer_cost: unknown[][],
  contact_cost?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.saveOfferValue,
    take.money("clv", clv),
    take.rate("save_rate", save_rate),
    take.rate("base_save_rate", base_save_rate),
    take.notNegative("offer_cost", offer_cost),
    take.notNegative("contact_cost", contact_cost, 0),
  );
}

/**
 * The most that a retention offer may cost without a loss.
 * @customfunction MAXOFFER
 * @param clv Value of a customer who stays, in money.
 * @param save_rate Share of customers who stay with the offer, above 0.
 * @param base_save_rate Share who would stay without it, 0 to 1.
 * @param [contact_cost] Cost of the contact, in money; 0 when left out.
 * @returns Money per offer taken; below 0 no offer pays.
 * @formula ((save_rate − base_save_rate) × clv − contact_cost) / save_rate
 * @errors #DIV/0! when nobody stays with the offer; #VALUE! when a rate is outside 0 to 1.
 * @example =CLV.MAXOFFER(396, 0.45, 0.15) → 264
 * @source Derived: CLV.SAVEOFFER solved for the offer.
 */
export function maxOffer(
  clv: unknown[][],
  save_rate: unknown[][],
  base_save_rate: unknown[][],
  contact_cost?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.maximumOffer,
    take.money("clv", clv),
    take.rate("save_rate", save_rate),
    take.rate("base_save_rate", base_save_rate),
    take.notNegative("contact_cost", contact_cost, 0),
  );
}

/**
 * Replace or retain: by how much keeping a customer with an offer beats winning a new one at full price.
 * @customfunction REPLACEORRETAIN
 * @param clv_retained Value of the customer kept, before the offer, in money.
 * @param retention_offer Cost of the offer that keeps it, in money.
 * @param clv_new Value of a new customer before acquisition cost, in money.
 * @param cac Cost of acquiring one customer, in money.
 * @returns Money; above 0 retain, below 0 replace.
 * @formula (clv_retained − retention_offer) − (clv_new − cac)
 * @errors #VALUE! when a cost is negative.
 * @example =CLV.REPLACEORRETAIN(500, 80, 600, 150) → -30
 * @source Derived: difference of the two net values.
 */
export function replaceOrRetain(
  clv_retained: unknown[][],
  retention_offer: unknown[][],
  clv_new: unknown[][],
  cac: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.retainOverReplace,
    take.money("clv_retained", clv_retained),
    take.notNegative("retention_offer", retention_offer),
    take.money("clv_new", clv_new),
    take.notNegative("cac", cac),
  );
}

/**
 * How many small full-price customers are worth one large discounted customer.
 * @customfunction EQUIVALENT
 * @param large_value Value of the large customer, in money.
 * @param small_value Value of one small customer, in money.
 * @returns A number of customers; ROUNDUP gives whole ones.
 * @formula large_value / small_value
 * @errors #DIV/0! when a small customer is worth nothing; #VALUE! when one is a loss.
 * @example =CLV.EQUIVALENT(12000, 1500) → 8
 * @source Derived.
 */
export function equivalent(large_value: unknown[][], small_value: unknown[][]): unknown[][] {
  return each(
    "plain",
    measures.equivalentCustomers,
    take.money("large_value", large_value),
    take.money("small_value", small_value),
  );
}
