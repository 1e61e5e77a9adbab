import { HashedNumbers } from "../storage/hashedNumbers";
import { HASH_SEED, mix, mixNumber, settled } from "../storage/hashing";
import type { BufferedOrder, OrderBuffer } from "./orderBuffer";
import type { OrderIds } from "./orderIds";

/**
 * Finds rows equal to an earlier one in customer, date and time, amount, currency, group and order id: a hash table of
 * row numbers over the columns already stored, so that nothing is built per row. Where there is an order id column, only
 * lines of one order can be equal: most rows begin an order, and need no table.
 */
export class DuplicateFinder {
  private readonly table = new HashedNumbers();
  private isNew = false;

  constructor(
    private readonly orders: OrderBuffer,
    /** Where there is an order id column. */
    private readonly orderIds: OrderIds | undefined,
  ) {}

  /**
   * The earlier row that equals this one and its drafted order id, or −1; `firstLine` is the row with which its order
   * began, or −1. Where there is an order id column, a row without an order id equals none: nothing proves it.
   */
  find(order: Readonly<BufferedOrder>, firstLine: number): number {
    const { table, orderIds } = this;
    this.isNew = false;
    if (orderIds !== undefined) {
      if (firstLine < 0) return -1;
      if (this.equals(firstLine, order)) return firstLine;
    }
    for (let row = table.first(this.hashOf(order)); row >= 0; row = table.next()) {
      if (this.equals(row, order) && (orderIds === undefined || orderIds.isDraft(row))) return row;
    }
    this.isNew = true;
    return -1;
  }

  /** Remembers the row last looked for as the next one of the buffer; to be called before every push. */
  remember(): void {
    if (this.isNew) this.table.add(this.orders.length);
  }

  private hashOf(order: Readonly<BufferedOrder>): number {
    let hash = mix(mix(mix(HASH_SEED, order.customer), order.currency), order.group);
    hash = mixNumber(mixNumber(hash, order.serial), order.amount);
    return settled(this.orderIds === undefined ? hash : mix(hash, this.orderIds.hash));
  }

  private equals(row: number, order: Readonly<BufferedOrder>): boolean {
    const stored = this.orders.at(row);
    return (
      stored.customer === order.customer &&
      stored.serial === order.serial &&
      stored.amount === order.amount &&
      stored.currency === order.currency &&
      stored.group === order.group
    );
  }
}
