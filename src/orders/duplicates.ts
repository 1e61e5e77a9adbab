import type { Cell } from "./cells";
import type { BufferedOrder, OrderBuffer } from "./orderBuffer";

const float = new Float64Array(1);
const halves = new Uint32Array(float.buffer);

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function mixNumber(hash: number, value: number): number {
  float[0] = value;
  return mix(mix(hash, halves[0] ?? 0), halves[1] ?? 0);
}

const isPlain = (code: number): boolean => code > 32 && code < 127;

/** The order id as text without outer spaces; most have none, and then nothing is built. */
function idText(cell: Cell): string {
  if (cell === null) return "";
  const text = typeof cell === "string" ? cell : String(cell);
  return isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1)) ? text : text.trim();
}

function mixText(hash: number, text: string): number {
  let mixed = hash;
  for (let i = 0; i < text.length; i++) mixed = mix(mixed, text.charCodeAt(i));
  return mixed;
}

/**
 * Finds rows equal to an earlier one in customer, date and time, amount, currency, group and order id: a hash table of
 * row numbers over the columns already stored, so that nothing is built per row.
 */
export class DuplicateFinder {
  private table = new Int32Array(4096).fill(-1);
  private hashes = new Int32Array(2048);

  constructor(
    private readonly orders: OrderBuffer,
    private readonly hasOrderId: boolean,
  ) {}

  /**
   * The earlier equal row, or −1. Where there is an order id column, a row without an order id equals none: nothing
   * proves it. The row is remembered as the next one of the buffer; call this before every push.
   */
  findOrRemember(order: Readonly<BufferedOrder>): number {
    const orderId = this.hasOrderId ? idText(order.orderId) : "";
    if (this.hasOrderId && orderId === "") return -1;
    const hash = this.hashOf(order, orderId);
    const mask = this.table.length - 1;
    let slot = hash & mask;
    for (let row = this.table[slot] ?? -1; row >= 0; row = this.table[slot] ?? -1) {
      if (this.hashes[row] === hash && this.equals(row, order, orderId)) return row;
      slot = (slot + 1) & mask;
    }
    this.remember(slot, hash);
    return -1;
  }

  private hashOf(order: Readonly<BufferedOrder>, orderId: string): number {
    let hash = mix(mix(mix(0x9e3779b1, order.customer), order.currency), order.group);
    hash = mixText(mixNumber(mixNumber(hash, order.serial), order.amount), orderId);
    hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
    return hash ^ (hash >>> 15);
  }

  private equals(row: number, order: Readonly<BufferedOrder>, orderId: string): boolean {
    const stored = this.orders;
    return (
      stored.customer[row] === order.customer &&
      stored.serial[row] === order.serial &&
      stored.amount[row] === order.amount &&
      stored.currency[row] === order.currency &&
      stored.group[row] === order.group &&
      (!this.hasOrderId || idText(stored.orderIds[row] ?? null) === orderId)
    );
  }

  private remember(slot: number, hash: number): void {
    const row = this.orders.length;
    if (row >= this.hashes.length) {
      const grown = new Int32Array(Math.max(this.hashes.length * 2, row + 1));
      grown.set(this.hashes);
      this.hashes = grown;
    }
    this.hashes[row] = hash;
    this.table[slot] = row;
    if ((row + 1) * 2 > this.table.length) this.enlarge();
  }

  private enlarge(): void {
    const old = this.table;
    const table = new Int32Array(old.length * 4).fill(-1);
    const mask = table.length - 1;
    for (let from = 0; from < old.length; from++) {
      const row = old[from] ?? -1;
      if (row < 0) continue;
      let slot = (this.hashes[row] ?? 0) & mask;
      while ((table[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      table[slot] = row;
    }
    this.table = table;
  }
}
