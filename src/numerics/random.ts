/**
 * A seeded stream of random draws: the same seed gives the same draws on every machine. Generator sfc32 (Doty-Humphrey,
 * PractRand), seeded through splitmix32. For simulation and the bootstrap, not for secrets.
 */
export class RandomStream {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;
  private spareNormal: number | undefined;

  constructor(seed: number) {
    let state = seed >>> 0;
    const mix = (): number => {
      state = (state + 0x9e3779b9) | 0;
      let word = state ^ (state >>> 16);
      word = Math.imul(word, 0x21f0aaad);
      word ^= word >>> 15;
      word = Math.imul(word, 0x735a2d97);
      return (word ^ (word >>> 15)) | 0;
    };
    this.a = mix();
    this.b = mix();
    this.c = mix();
    for (let i = 0; i < 15; i++) this.word();
  }

  private word(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** Uniform in (0, 1), 53 bits, never 0 or 1. */
  uniform(): number {
    return ((this.word() >>> 5) * 67108864 + (this.word() >>> 6) + 0.5) / 9007199254740992;
  }

  /** A whole number from 0 to below `bound`. */
  below(bound: number): number {
    return Math.floor(this.uniform() * bound);
  }

  /** Exponential of mean 1. */
  exponential(): number {
    return -Math.log(this.uniform());
  }

  /** Standard normal (Marsaglia's polar method). */
  normal(): number {
    if (this.spareNormal !== undefined) {
      const spare = this.spareNormal;
      this.spareNormal = undefined;
      return spare;
    }
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const square = u * u + v * v;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.spareNormal = v * factor;
      return u * factor;
    }
  }

  /** ln of a Gamma(shape, 1) draw (Marsaglia & Tsang 2000); the logarithm, for tiny shapes would underflow. */
  private logGamma(shape: number): number {
    if (shape < 1) return this.logGamma(shape + 1) + Math.log(this.uniform()) / shape;
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const z = this.normal();
      const cube = (1 + c * z) ** 3;
      if (cube <= 0) continue;
      if (Math.log(this.uniform()) < 0.5 * z * z + d * (1 - cube + Math.log(cube))) return Math.log(d * cube);
    }
  }

  gamma(shape: number, rate = 1): number {
    return Math.exp(this.logGamma(shape)) / rate;
  }

  beta(a: number, b: number): number {
    const x = this.logGamma(a);
    const y = this.logGamma(b);
    return 1 / (1 + Math.exp(y - x));
  }

  /** Poisson: counts exponential waits below the mean, in blocks that cannot underflow. */
  poisson(mean: number): number {
    if (mean > 500) return this.poisson(mean / 2) + this.poisson(mean / 2);
    let count = -1;
    for (let time = 0; time <= mean; time += this.exponential()) count++;
    return count;
  }

  /** Negative binomial: Poisson with a Gamma(shape, rate) mean. */
  negativeBinomial(shape: number, rate: number): number {
    return this.poisson(this.gamma(shape, rate));
  }
}
