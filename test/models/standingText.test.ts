import { LOCALES } from "../../src/locales/locale";
import { modelWords } from "../../src/locales/modelWords";
import { standingRemark, standingText } from "../../src/locales/standingText";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import type { FitResult } from "../../src/models/fitting/fit";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import type { LimitingModel, ModelName } from "../../src/models/fitting/modelName";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { standingFacts } from "../../src/models/fitting/standingFacts";
import { Refusal } from "../../src/numerics/refusal";

const weights = (entries: Record<string, number>): { parameter: string; weight: number }[] =>
  Object.entries(entries).map(([parameter, weight]) => ({ parameter, weight }));

const weak = (entries: Record<string, number>, width: number): Pick<FitResult, "model" | "standing"> => ({
  model: "paretoNbd",
  standing: { kind: "weak", direction: weights(entries), width },
});

describe("the words of a weak standing", () => {
  it.each([
    [{ r: 0, s: 1 }, 0.5, "s could be 2.7 times smaller or larger"],
    [{ r: 0.1, s: 0.7, beta: 0.7 }, 1, "s, beta could together be 3.9 times smaller or larger"],
    [{ r: 0.1, s: -0.7, beta: -0.7 }, 1, "s, beta could together be 3.9 times smaller or larger"],
    [{ a: 0.6, b: -0.8 }, 1, "b could be 4.8 times larger while a is smaller, or the other way round"],
    [{ s: 0.7, beta: 0.7 }, Infinity, "s, beta could together be more than 1,000 times smaller or larger"],
  ])("say what moves with what and how far at 95 %% (%j, %d)", (entries, width, words) => {
    // e^(1.96 × width × weight), 1.96 the normal quantile of 0.975
    expect(standingText(standingFacts(weak(entries, width)), "en")).toBe(`weak: by these data ${words}`);
  });
});

describe("the numbers of a weak standing", () => {
  const some = weak({ s: 1 }, 0.5);
  const open = weak({ s: 1 }, 9);

  it.each([
    ["en", "2.7", "more than 1,000"],
    ["fa", "۲٫۷", "بیش از ۱٬۰۰۰"],
    ["ar", "2.7", "أكثر من 1,000"],
    ["pl", "2,7", "ponad 1000"],
    ["hy", "2,7", "ավելի քան 1000"],
  ] as const)("are written as the language writes them (%s)", (locale, factor, beyond) => {
    expect(standingText(standingFacts(some), locale)).toContain(` ${factor} `);
    expect(standingText(standingFacts(open), locale)).toContain(` ${beyond} `);
  });
});

describe("the words of a boundary", () => {
  const nobodyLeft = { x: [1, 2, 5, 3, 9, 1], tx: [30, 30, 30, 30, 30, 30], age: [30, 30, 30, 30, 30, 30] };

  it.each([
    [bgNbd, "NBD"],
    [mbgNbd, "NBD"],
    [paretoNbd, "NBD"],
  ])("name the limiting model of a fit in five languages (%#)", (model, name) => {
    const fit = fitTransactions(model, nobodyLeft);
    if (fit instanceof Refusal) throw new Error(fit.code);
    expect(standingFacts(fit)).toEqual({ kind: "boundary", limits: ["nobodyLeaves"], model: "nbd" });
    for (const locale of LOCALES) {
      const words = modelWords(locale);
      expect(standingText(standingFacts(fit), locale)).toContain(words.limits.nobodyLeaves);
      expect(standingRemark(standingFacts(fit), locale)).toContain(name);
    }
  });

  it("know the limits of BG/BB, the contracts and the spend", () => {
    const nameAt = (model: ModelName, limit: LimitingModel): unknown =>
      standingFacts({ model, standing: { kind: "boundary", limits: [limit], parameters: [] } });
    expect(nameAt("bgBb", "nobodyLeaves")).toMatchObject({ model: "betaBinomial" });
    expect(nameAt("shiftedBetaGeometric", "identicalDropout")).toMatchObject({ model: "geometric" });
    expect(nameAt("betaDiscreteWeibull", "identicalDropout")).toMatchObject({ model: "discreteWeibull" });
    expect(nameAt("gammaGamma", "identicalValues")).toMatchObject({ model: "gamma" });
    // Everybody gone at the first opportunity: nothing is left that a model could be named after.
    expect(nameAt("bgNbd", "everybodyLeavesAtOnce")).toMatchObject({ model: undefined });
  });
});

describe("the words of every standing", () => {
  it("leave no place open in any language", () => {
    for (const locale of LOCALES) {
      for (const of of [weak({ s: 1 }, 1), weak({ s: 1, a: 1 }, 1), weak({ a: 1, b: -1 }, 9)]) {
        const text = standingText(standingFacts(of), locale);
        expect(text).not.toMatch(/[{}]/u);
        if (of.standing.kind !== "weak") throw new Error("not weak");
        for (const { parameter } of of.standing.direction) expect(text).toContain(parameter);
      }
    }
  });
});
