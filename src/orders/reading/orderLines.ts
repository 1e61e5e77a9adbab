/** Follows the lines of each order while the rows that count are packed up. */
export class OrderLines {
  /** By row of the buffer, for the first lines: one more than the place of the order's first line that counts. */
  private readonly places: Uint32Array;
  private readonly firstLine: Uint32Array;
  private several = false;

  constructor(rows: number, places: number) {
    this.places = new Uint32Array(rows);
    this.firstLine = new Uint32Array(places);
  }

  /** Gives the row its place; `first` is the buffer's word for its first line. The place of the order's first line. */
  put(row: number, first: number, place: number): number {
    const key = first === 0 ? row : first - 1;
    const known = this.places[key] ?? 0;
    if (known === 0) this.places[key] = place + 1;
    else this.several = true;
    const at = known === 0 ? place : known - 1;
    this.firstLine[place] = at;
    return at;
  }

  /** Per place that of its order's first line, where any order has several lines. */
  result(): Uint32Array | undefined {
    return this.several ? this.firstLine : undefined;
  }
}
