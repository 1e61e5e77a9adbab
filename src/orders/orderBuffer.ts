import type { Cell } from "./cells";
import { growFloat64, growUint32, growUint8 } from "./growing";

/** One row that counts, as far as the reader knows it. */
export interface BufferedOrder {
  customer: number;
  /** Excel serial with the time of day. */
  serial: number;
  amount: number;
  sourceRow: number;
  currency: number;
  group: number;
  /** Bits of SOURCE_FORM. */
  form: number;
  orderId: Cell;
}

/** The rows that count so far, in typed columns that double when they are full. */
export class OrderBuffer {
  length = 0;
  customer = new Uint32Array(1024);
  serial = new Float64Array(1024);
  amount = new Float64Array(1024);
  sourceRow = new Uint32Array(1024);
  currency = new Uint32Array(1024);
  group = new Uint32Array(1024);
  form = new Uint8Array(1024);
  /** Filled only where there is an order id column. */
  readonly orderIds: Cell[] = [];

  constructor(private readonly keepsOrderIds: boolean) {}

  push(order: Readonly<BufferedOrder>): void {
    if (this.length === this.customer.length) this.grow();
    const at = this.length++;
    this.customer[at] = order.customer;
    this.serial[at] = order.serial;
    this.amount[at] = order.amount;
    this.sourceRow[at] = order.sourceRow;
    this.currency[at] = order.currency;
    this.group[at] = order.group;
    this.form[at] = order.form;
    if (this.keepsOrderIds) this.orderIds.push(order.orderId);
  }

  private grow(): void {
    this.customer = growUint32(this.customer);
    this.serial = growFloat64(this.serial);
    this.amount = growFloat64(this.amount);
    this.sourceRow = growUint32(this.sourceRow);
    this.currency = growUint32(this.currency);
    this.group = growUint32(this.group);
    this.form = growUint8(this.form);
  }
}
