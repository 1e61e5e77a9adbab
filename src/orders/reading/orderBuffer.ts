/** One row that counts, as far as the reader knows it. */
export interface BufferedOrder {
  customer: number;
  /** Excel serial with the time of day. */
  serial: number;
  amount: number;
  sourceRow: number;
  currency: number;
  group: number;
  /** One more than the row of the buffer that holds the first line of this order; 0 where this row is the first. */
  firstLine: number;
  /** Bits of SOURCE_FORM. */
  form: number;
}

/** An order to be filled. NaN tells the engine from the start that these fields hold more than whole numbers. */
export const emptyOrder = (): BufferedOrder => ({
  customer: 0,
  serial: NaN,
  amount: NaN,
  sourceRow: 0,
  currency: 0,
  group: 0,
  firstLine: 0,
  form: 0,
});

const SHIFT = 15;
const CHUNK = 1 << SHIFT;

/** So many rows as typed columns. */
class Chunk {
  readonly customer = new Uint32Array(CHUNK);
  readonly serial = new Float64Array(CHUNK);
  readonly amount = new Float64Array(CHUNK);
  readonly sourceRow = new Uint32Array(CHUNK);
  readonly form = new Uint8Array(CHUNK);
  /** There only when a row has one. */
  currency: Uint32Array | undefined;
  group: Uint32Array | undefined;
  firstLine: Uint32Array | undefined;
}

/**
 * The rows that count so far, in typed columns. They come in chunks that stay where they are: a column that doubles when
 * it is full holds up the row at which it does, and leaves its halves to the garbage collector.
 */
export class OrderBuffer {
  length = 0;
  private readonly chunks = [new Chunk()];
  /** One object for all rows. */
  private readonly order = emptyOrder();

  push(order: Readonly<BufferedOrder>): void {
    this.write(this.length++, order);
    if (this.length % CHUNK === 0) this.chunks.push(new Chunk());
  }

  /** The row's values, until the next call. */
  at(row: number): Readonly<BufferedOrder> {
    const { order } = this;
    const chunk = this.chunkOf(row);
    const at = row & (CHUNK - 1);
    order.customer = chunk.customer[at] ?? 0;
    order.serial = chunk.serial[at] ?? NaN;
    order.amount = chunk.amount[at] ?? NaN;
    order.sourceRow = chunk.sourceRow[at] ?? 0;
    order.currency = chunk.currency?.[at] ?? 0;
    order.group = chunk.group?.[at] ?? 0;
    order.firstLine = chunk.firstLine?.[at] ?? 0;
    order.form = chunk.form[at] ?? 0;
    return order;
  }

  /** Puts other values in the place of the row's; its currency and group stay. */
  write(row: number, order: Readonly<BufferedOrder>): void {
    const chunk = this.chunkOf(row);
    const at = row & (CHUNK - 1);
    chunk.customer[at] = order.customer;
    chunk.serial[at] = order.serial;
    chunk.amount[at] = order.amount;
    chunk.sourceRow[at] = order.sourceRow;
    chunk.form[at] = order.form;
    if (order.currency !== 0) (chunk.currency ??= new Uint32Array(CHUNK))[at] = order.currency;
    if (order.group !== 0) (chunk.group ??= new Uint32Array(CHUNK))[at] = order.group;
    if (order.firstLine !== 0) (chunk.firstLine ??= new Uint32Array(CHUNK))[at] = order.firstLine;
  }

  private chunkOf(row: number): Chunk {
    const chunk = this.chunks[row >>> SHIFT];
    if (chunk === undefined) throw new RangeError(`no order ${row}`);
    return chunk;
  }
}
