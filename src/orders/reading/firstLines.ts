import { HashedNumbers } from "../storage/hashedNumbers";
import { HASH_SEED, mix, settled } from "../storage/hashing";
import type { OrderBuffer } from "./orderBuffer";
import type { OrderIds } from "./orderIds";

/** Finds the first line of an order: the first row with its order id and its customer. */
export class FirstLines {
  private readonly table = new HashedNumbers();

  constructor(
    private readonly orders: OrderBuffer,
    private readonly orderIds: OrderIds,
  ) {}

  /**
   * The row of the buffer that holds the first line of the drafted order id's order; −1 where it is the row about to be
   * pushed, which is remembered.
   */
  find(customer: number): number {
    const { table, orders, orderIds } = this;
    if (orderIds.isEmpty) return -1;
    const hash = settled(mix(mix(HASH_SEED, customer), orderIds.hash));
    for (let row = table.first(hash); row >= 0; row = table.next()) {
      if (orderIds.isDraft(row) && orders.at(row).customer === customer) return row;
    }
    table.add(orders.length);
    return -1;
  }
}
