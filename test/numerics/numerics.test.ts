import fc from "fast-check";
import { betaExpectation } from "../../src/numerics/betaExpectation";
import { CompensatedSum, sumOf } from "../../src/numerics/compensatedSum";
import { scaledExponentialIntegral } from "../../src/numerics/exponentialIntegral";
import { lnBeta, lnGamma } from "../../src/numerics/gammaFunctions";
import { gaussLegendre, integrateAdaptive } from "../../src/numerics/gaussLegendre";
import { incompleteBeta } from "../../src/numerics/incompleteBeta";
import { negativeBinomialPmf, negativeBinomialTail } from "../../src/numerics/negativeBinomial";
import { minimise } from "../../src/numerics/newton";
import { normalProbability, normalQuantile } from "../../src/numerics/normal";
import { RandomStream } from "../../src/numerics/random";
import { emptyRisingTable, fillRisingTable, lnRising } from "../../src/numerics/risingFactorial";
import { cholesky, eigenSymmetric, inversePositive } from "../../src/numerics/symmetric";

const positive = fc.double({ min: 0.01, max: 500, noNaN: true });

describe("gamma and beta functions", () => {
  it("ln Γ(n + 1) is ln n!", () => {
    let factorial = 0;
    for (let n = 1; n < 170; n++) {
      factorial += Math.log(n);
      expect(lnGamma(n + 1)).toBeCloseTo(factorial, 9);
    }
    expect(lnGamma(0)).toBeNaN();
  });

  it("ln Γ(x + 1) − ln Γ(x) is ln x", () => {
    fc.assert(fc.property(positive, (x) => expect(lnGamma(x + 1) - lnGamma(x)).toBeCloseTo(Math.log(x), 9)));
  });

  it("B(a, b) is symmetric, and B(a, 1) is 1/a", () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        expect(lnBeta(a, b)).toBe(lnBeta(b, a));
        expect(lnBeta(a, 1)).toBeCloseTo(-Math.log(a), 10);
      }),
    );
  });

  it("rising factorials are the same by factors, by Stirling and from the table", () => {
    const counts = Float64Array.of(0, 1, 7, 256, 257, 1000, 9000);
    const table = emptyRisingTable(counts.length);
    for (const v of [1e-3, 0.25, 3, 1e4]) {
      fillRisingTable(table, v, counts);
      counts.forEach((n, i) => {
        const direct = n === 0 ? 0 : lnGamma(v + n) - lnGamma(v);
        expect(Math.abs(lnRising(v, n) - direct)).toBeLessThan(1e-9 * (1 + Math.abs(direct)));
        expect(Math.abs((table.value[i] ?? NaN) - direct)).toBeLessThan(1e-9 * (1 + Math.abs(direct)));
      });
    }
  });
});

describe("integrals", () => {
  it("Gauss–Legendre of n nodes is exact for polynomials up to degree 2n − 1", () => {
    const { nodes, weights } = gaussLegendre(8);
    for (let degree = 0; degree <= 15; degree++) {
      const sum = nodes.reduce((total, node, i) => total + (weights[i] ?? 0) * node ** degree, 0);
      expect(sum).toBeCloseTo(degree % 2 === 0 ? 2 / (degree + 1) : 0, 13);
    }
  });

  it("adaptive quadrature meets ∫ 1/(1 + y²) from 0 to 1000 = atan 1000", () => {
    expect(integrateAdaptive((y) => 1 / (1 + y * y), 0, 1000)).toBeCloseTo(Math.atan(1000), 12);
  });

  it("e^z E₁(z) at z = 1 is .596347 (Gompertz), and E₀ is 1/z", () => {
    expect(scaledExponentialIntegral(1, 1)).toBeCloseTo(0.596347362323194, 13);
    for (const z of [1e-6, 0.2, 0.7, 40]) expect(scaledExponentialIntegral(0, z) * z).toBeCloseTo(1, 12);
    expect(scaledExponentialIntegral(3, 0)).toBe(0.5);
    expect(scaledExponentialIntegral(1, 0)).toBe(Infinity);
  });

  it("the mean of p under Beta(a, b) is a / (a + b), of 1 it is 1, of pq it is ab / ((a+b)(a+b+1))", () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        expect(betaExpectation(a, b, () => 1, 40)).toBeCloseTo(1, 11);
        expect(betaExpectation(a, b, (p) => p, 40)).toBeCloseTo(a / (a + b), 11);
        expect(betaExpectation(a, b, (p, q) => p * q, 40)).toBeCloseTo((a * b) / ((a + b) * (a + b + 1)), 11);
      }),
    );
  });
});

describe("probabilities", () => {
  it("the normal quantile is the inverse of the normal probability, and 1.959964 at .975", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) =>
        expect(normalProbability(normalQuantile(p))).toBeCloseTo(p, 12),
      ),
    );
    expect(normalQuantile(0)).toBeNaN();
  });

  it("I_x(a, b) + I_y(b, a) is 1", () => {
    fc.assert(
      fc.property(positive, positive, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, x) =>
        expect(incompleteBeta(a, b, x, 1 - x) + incompleteBeta(b, a, 1 - x, x)).toBeCloseTo(1, 10),
      ),
    );
  });

  it("the negative binomial tail is what its masses leave", () => {
    let left = 1;
    for (let n = 0; n < 60; n++) {
      expect(negativeBinomialTail(0.7, 2.5, n)).toBeCloseTo(left, 11);
      left -= negativeBinomialPmf(0.7, 2.5, n);
    }
  });
});

describe("sums and matrices", () => {
  it("a compensated sum loses nothing: a million times 0.1, and 1 between ±1e100", () => {
    const sum = new CompensatedSum();
    for (let i = 0; i < 1e6; i++) sum.add(0.1);
    expect(sum.total).toBe(100000);
    expect(sumOf([1, 1e100, 1, -1e100])).toBe(2);
  });

  it("a positive matrix times its inverse is one; another has neither factor nor inverse", () => {
    const matrix = Float64Array.of(4, 1, 0.5, 1, 3, -0.2, 0.5, -0.2, 2);
    const inverse = inversePositive(matrix, 3) ?? new Float64Array(9);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        let sum = 0;
        for (let k = 0; k < 3; k++) sum += (matrix[i * 3 + k] ?? NaN) * (inverse[k * 3 + j] ?? NaN);
        expect(sum).toBeCloseTo(i === j ? 1 : 0, 12);
      }
    }
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined();
    expect(inversePositive(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined();
  });

  it("eigenvalues of {2, 1; 1, 2} are 1 and 3", () => {
    const { values } = eigenSymmetric(Float64Array.of(2, 1, 1, 2), 2);
    expect([...values].sort()).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12)]);
  });
});

describe("Newton's search", () => {
  /** Rosenbrock's valley, with its minimum at (1, 1). */
  const valley = (x: Float64Array): ReturnType<Parameters<typeof minimise>[0]> => {
    const [a = NaN, b = NaN] = x;
    const gap = b - a * a;
    return {
      value: (1 - a) ** 2 + 100 * gap ** 2,
      gradient: Float64Array.of(-2 * (1 - a) - 400 * a * gap, 200 * gap),
      hessian: Float64Array.of(2 - 400 * (gap - 2 * a * a), -400 * a, -400 * a, 200),
    };
  };
  const box = { lower: Float64Array.of(-5, -5), upper: Float64Array.of(5, 5), tolerance: 1e-14 };

  it("finds the end of Rosenbrock's valley", () => {
    const found = minimise(valley, Float64Array.of(-1.2, 1), box);
    expect(found.converged).toBe(true);
    found.at.forEach((value) => expect(value).toBeCloseTo(1, 6));
  });

  it("stays in its box", () => {
    const found = minimise(valley, Float64Array.of(-1.2, 0.2), { ...box, upper: Float64Array.of(0.5, 5) });
    expect(found.at[0]).toBeCloseTo(0.5, 8);
    expect(found.at[1]).toBeCloseTo(0.25, 6);
  });

  it("goes to the bound along a narrow valley, not up its side: one evaluation a step", () => {
    let evaluations = 0;
    /** A floor that falls for ever along b = a, between walls a thousandth as wide. */
    const gorge: typeof valley = (x) => {
      evaluations++;
      const [a = NaN, b = NaN] = x;
      const [fall, aside] = [Math.exp(-a), 1e6 * (b - a)];
      return {
        value: fall + 0.5 * aside * (b - a),
        gradient: Float64Array.of(-fall - aside, aside),
        hessian: Float64Array.of(fall + 1e6, -1e6, -1e6, 1e6),
      };
    };
    const found = minimise(gorge, Float64Array.of(-2, -1), { ...box, upper: Float64Array.of(4.3, 20) });
    expect(found.converged).toBe(true);
    expect(found.at[0]).toBe(4.3);
    expect(found.at[1]).toBeCloseTo(4.3, 6);
    expect(evaluations).toBeLessThanOrEqual(found.iterations + 1);
  });

  /** A function of one number with its derivatives, the places where it was asked for noted. */
  const line =
    (
      f: (x: number) => readonly [value: number, slope: number, curve: number],
      places: number[] = [],
    ): typeof valley =>
    ([x = NaN]) => {
      places.push(x);
      const [value, slope, curve] = f(x);
      return { value, gradient: Float64Array.of(slope), hessian: Float64Array.of(curve) };
    };
  const wide = { lower: Float64Array.of(-50), upper: Float64Array.of(50) };
  const root = (x: number): readonly [number, number, number] => {
    const size = Math.hypot(1, x);
    return [size, x / size, size ** -3];
  };

  it("goes lower at every step: a whole one of √(1 + x²) leads from 1 to −1 and back for ever", () => {
    const found = minimise(line(root), Float64Array.of(1), { ...wide, tolerance: 1e-12 });
    expect(found.converged).toBe(true);
    expect(found.at[0]).toBeCloseTo(0, 6);
  });

  it("goes no further than 2 at once", () => {
    const places: number[] = [];
    minimise(line(root, places), Float64Array.of(3), { ...wide, tolerance: 1e-12 });
    // Newton's step would lead from 3 to −27.
    expect(places[1]).toBeCloseTo(1, 12);
  });

  it("goes down where the curve bends the other way, by as much as it bends", () => {
    const places: number[] = [];
    const hill = (x: number): readonly [number, number, number] => [
      x ** 4 / 4 - x ** 2 / 2,
      x ** 3 - x,
      3 * x ** 2 - 1,
    ];
    const found = minimise(line(hill, places), Float64Array.of(0.1), { ...wide, tolerance: 1e-12 });
    expect(places[1]).toBeCloseTo(0.1 + 0.099 / 0.97, 12);
    expect(found.at[0]).toBeCloseTo(1, 6);
  });

  it("ends with a step more than the tolerance asks for", () => {
    // e^x − 2x from where half the decrement is 8e-7; the step leaves half the square of 9e-4.
    const bowl = (x: number): readonly [number, number, number] => [
      Math.exp(x) - 2 * x,
      Math.exp(x) - 2,
      Math.exp(x),
    ];
    const found = minimise(line(bowl), Float64Array.of(Math.LN2 + 9e-4), { ...wide, tolerance: 1e-6 });
    expect(found.iterations).toBe(1);
    expect(Math.abs((found.at[0] ?? NaN) - Math.LN2)).toBeLessThan(5e-7);
  });
});

describe("random draws", () => {
  const mean = (draw: (random: RandomStream) => number, draws = 40000): number => {
    const random = new RandomStream(1);
    let sum = 0;
    for (let i = 0; i < draws; i++) sum += draw(random);
    return sum / draws;
  };

  it("are the same for the same seed and others for another", () => {
    const draws = (seed: number): number[] => {
      const random = new RandomStream(seed);
      return Array.from({ length: 5 }, () => random.uniform());
    };
    expect(draws(3)).toEqual(draws(3));
    expect(draws(3)).not.toEqual(draws(4));
  });

  it("have the means of their distributions, to three standard errors", () => {
    expect(mean((random) => random.uniform())).toBeCloseTo(0.5, 2);
    expect(mean((random) => random.exponential())).toBeCloseTo(1, 1);
    expect(mean((random) => random.normal() ** 2)).toBeCloseTo(1, 1);
    expect(Math.abs(mean((random) => random.gamma(0.3, 2)) - 0.15)).toBeLessThan(0.005);
    expect(Math.abs(mean((random) => random.beta(0.8, 2.4)) - 0.25)).toBeLessThan(0.005);
    expect(Math.abs(mean((random) => random.poisson(3.5)) - 3.5)).toBeLessThan(0.03);
    expect(Math.abs(mean((random) => random.poisson(900), 2000) - 900)).toBeLessThan(2.1);
    // The variance of a Poisson draw is its mean, also where it is drawn in parts.
    expect(Math.abs(mean((random) => (random.poisson(900) - 900) ** 2, 2000) / 900 - 1)).toBeLessThan(0.15);
    expect(Math.abs(mean((random) => random.negativeBinomial(2, 0.5)) - 4)).toBeLessThan(0.06);
    expect(mean((random) => random.below(10))).toBeCloseTo(4.5, 1);
  });
});
