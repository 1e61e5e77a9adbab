import type { Cell } from "./cells";
import { HashedNumbers } from "./hashedNumbers";
import { HASH_SEED, mix, mixNumber, settled } from "./hashing";
import type { BufferedOrder, OrderBuffer } from "./orderBuffer";
import { TextPool } from "./textPool";

const isPlain = (code: number): boolean => code > 32 && code < 127;

/** The order id without outer spaces; most have none, and then nothing is built. */
function trimmed(cell: Cell): Cell {
  if (typeof cell !== "string") return cell;
  return isPlain(cell.charCodeAt(0)) && isPlain(cell.charCodeAt(cell.length - 1)) ? cell : cell.trim();
}

/**
 * Finds rows equal to an earlier one in customer, date and time, amount, currency, group and order id: a hash table of
 * row numbers over the columns already stored, so that nothing is built per row.
 */
export class DuplicateFinder {
  private readonly table = new HashedNumbers();
  /** One text per row of the buffer, where there is an order id column. */
  private readonly orderIds = new TextPool();
  private isNew = false;

  constructor(
    private readonly orders: OrderBuffer,
    private readonly hasOrderId: boolean,
  ) {}

  /**
   * The earlier equal row, or −1. Where there is an order id column, a row without an order id equals none: nothing
   * proves it.
   */
  find(order: Readonly<BufferedOrder>, orderId: Cell): number {
    const { table, orderIds } = this;
    this.isNew = false;
    if (this.hasOrderId) {
      orderIds.draft(trimmed(orderId));
      if (orderIds.isEmpty) return -1;
    }
    for (let row = table.first(this.hashOf(order)); row >= 0; row = table.next()) {
      if (this.equals(row, order) && (!this.hasOrderId || orderIds.isDraft(row))) return row;
    }
    this.isNew = true;
    return -1;
  }

  /** Remembers the row last looked for as the next one of the buffer; to be called before every push. */
  remember(): void {
    if (this.hasOrderId) this.orderIds.keep();
    if (this.isNew) this.table.add(this.orders.length);
  }

  private hashOf(order: Readonly<BufferedOrder>): number {
    let hash = mix(mix(mix(HASH_SEED, order.customer), order.currency), order.group);
    hash = mixNumber(mixNumber(hash, order.serial), order.amount);
    return settled(this.hasOrderId ? mix(hash, this.orderIds.hash) : hash);
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
