import { addAt, at } from "../../numerics/at";

/**
 * Running ln Σ of positive terms with its gradient and Hessian in four parameters that meet in two pairs (a term's
 * logarithm has no mixed second derivative between the first pair and the second). The terms are scaled by the
 * largest so far. Sums: gradient in entries 0–3, upper triangle of the Hessian by rows in 4–13.
 */
export class LogSum {
  private scale = -Infinity;
  private total = 0;
  private readonly sums = new Float64Array(14);

  reset(): void {
    this.scale = -Infinity;
    this.total = 0;
    this.sums.fill(0);
  }

  /** ln of the sum so far. */
  get value(): number {
    return this.scale + Math.log(this.total);
  }

  /** A term by its logarithm, the gradient of that, and its second derivatives within each pair. */
  add(
    log: number,
    [a, b, c, d]: readonly [number, number, number, number],
    [aa, ab, bb]: readonly [number, number, number],
    [cc, cd, dd]: readonly [number, number, number],
  ): void {
    if (log > this.scale) this.rescale(log);
    const p = Math.exp(log - this.scale);
    const s = this.sums;
    this.total += p;
    addAt(s, 0, p * a);
    addAt(s, 1, p * b);
    addAt(s, 2, p * c);
    addAt(s, 3, p * d);
    addAt(s, 4, p * (a * a + aa));
    addAt(s, 5, p * (a * b + ab));
    addAt(s, 6, p * a * c);
    addAt(s, 7, p * a * d);
    addAt(s, 8, p * (b * b + bb));
    addAt(s, 9, p * b * c);
    addAt(s, 10, p * b * d);
    addAt(s, 11, p * (c * c + cc));
    addAt(s, 12, p * (c * d + cd));
    addAt(s, 13, p * (d * d + dd));
  }

  private rescale(scale: number): void {
    const factor = Math.exp(this.scale - scale);
    this.scale = scale;
    this.total *= factor;
    for (let k = 0; k < this.sums.length; k++) this.sums[k] = at(this.sums, k) * factor;
  }

  /** Adds `count` times gradient and Hessian of ln Σ: the terms' means, less the mean gradient's square. */
  addTo(target: Float64Array, count: number): void {
    const inverse = 1 / this.total;
    for (let k = 0; k < 4; k++) addAt(target, k, count * inverse * at(this.sums, k));
    let entry = 4;
    for (let i = 0; i < 4; i++) {
      for (let j = i; j < 4; j++, entry++) {
        const square = inverse * inverse * at(this.sums, i) * at(this.sums, j);
        addAt(target, entry, count * (inverse * at(this.sums, entry) - square));
      }
    }
  }
}
