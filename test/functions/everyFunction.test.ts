import fc from "fast-check";
import catalogue from "../../generated/catalogue.json";
import { callById } from "./callById";
import type { ShownError } from "./customFunctions";
import { evaluate } from "./formula";

/** A function with the arguments of its first example: a call that is known to work. */
interface Known {
  readonly id: string;
  readonly args: unknown[][][];
  readonly parameters: { name: string; optional: boolean }[];
}

async function known(entry: (typeof catalogue)[number]): Promise<Known> {
  let last: unknown[] = [];
  await evaluate(entry.example.formula, (id, args) => {
    last = args;
    return callById(id, args);
  });
  return { id: entry.id, args: last as unknown[][][], parameters: entry.parameters };
}

const cellsOf = (result: unknown): unknown[] => (Array.isArray(result) ? result.flat() : [result]);
const isError = (cell: unknown): cell is ShownError =>
  typeof cell === "object" && cell !== null && "error" in cell;

/** What a cell may hold by mistake. */
const MODEST = [0, -1, 1, 0.5, 2, null, "", "x", "10%", true];
const EXTREME = [1e308, -1e308, 1e-308, 45000];
/** The probability models take longer, so they are tried with fewer oddities. */
const MODELS = ["contractual", "buyTillYouDie"];

/** These judge cells, errors among them, instead of calculating with them; or take nothing. */
const JUDGES = ["DATAQUALITY", "RFM.TABLE", "VERSION"];
const calculating = catalogue.filter(({ id }) => !JUDGES.includes(id));

describe.each(calculating.map((entry) => [entry.name, entry] as const))("%s", (_, entry) => {
  test("passes an error in a cell of any argument through, with its own code", async () => {
    const { id, args } = await known(entry);
    for (let k = 0; k < args.length; k++) {
      if (!args[k]) continue;
      const spoilt = args.map((block, i) =>
        i === k
          ? block.map((row, r) => row.map((cell, c) => (r + c === 0 ? { code: "#NUM!" } : cell)))
          : block,
      );
      const codes = cellsOf(await callById(id, spoilt)).map((cell) => isError(cell) && cell.error);
      expect({ argument: entry.parameters[k]?.name, codes }).toMatchObject({
        codes: expect.arrayContaining(["#NUM!"]),
      });
    }
  });

  test("names a required argument that is left out", async () => {
    const { id, args, parameters } = await known(entry);
    for (const [k, parameter] of parameters.entries()) {
      if (parameter.optional) continue;
      const result = await callById(
        id,
        args.map((block, i) => (i === k ? null : block)),
      );
      for (const cell of cellsOf(result))
        expect({ left: parameter.name, cell }).toMatchObject({
          cell: { error: "#VALUE!", message: expect.stringContaining(parameter.name) },
        });
    }
  });

  test("takes an optional argument that is left out for its default, not for an error of its own", async () => {
    const { id, args, parameters } = await known(entry);
    for (const [k, parameter] of parameters.entries()) {
      if (!parameter.optional) continue;
      const cells = cellsOf(
        await callById(
          id,
          args.map((block, i) => (i === k ? null : block)),
        ),
      );
      for (const cell of cells) expect(isError(cell) ? cell.message : "").not.toContain("is missing");
    }
  });

  test("gives numbers, words, truths, empty text or errors, whatever the cells hold", async () => {
    const { id, args } = await known(entry);
    const cell = fc.constantFrom(...MODEST, ...EXTREME);
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(cell),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (stream, share) => {
          let draw = 0;
          const changed = args.map(
            (block) =>
              block &&
              block.map((row) =>
                row.map((value) => ((draw++ * 0.618) % 1 < share ? stream.next().value : value)),
              ),
          );
          for (const result of cellsOf(await callById(id, changed))) {
            if (typeof result === "number") expect(Number.isFinite(result)).toBe(true);
            else if (isError(result)) {
              expect(["#VALUE!", "#N/A", "#NUM!", "#DIV/0!"]).toContain(result.error);
              expect(result.message).not.toMatch(/\{\w+\}|NaN|undefined|\[object/);
            } else expect(["string", "boolean"]).toContain(typeof result);
          }
        },
      ),
      { numRuns: MODELS.includes(entry.theme) ? 10 : 60 },
    );
  });

  test("gives the same twice", async () => {
    const { id, args } = await known(entry);
    expect(await callById(id, args)).toEqual(await callById(id, args));
  });
});

describe("the catalogue", () => {
  test("has every function of themes 1 to 4 and 6 to 14", () => {
    const names =
      `AOV FREQUENCY GROSSMARGIN CONTRIBUTION CHURNRATE RETENTIONRATE LIFESPAN LIFESPAN.MEDIAN SIMPLE CHURN
      SUBSCRIPTION LTV HISTORIC RETENTION MULTIPLE FINITE NPV XNPV GROWTH RESIDUAL MIXTURE RATE CONTINUOUS CASHFLOW
      MARKOV MARKOV.STATE RECENCYMATRIX RECENCY.CUTOFF TRANSITIONS SURVIVAL RETENTION.CURVE TENURE KAPLANMEIER COHORT
      CAC RETENTIONCOST LTVCAC PAYBACK ROI MAXCAC PROSPECT BREAKEVEN.ACQUISITION BREAKEVEN.RETENTION BREAKEVEN.MARGIN
      BREAKEVEN.CHURN RESPONSE OPTIMAL.ACQUISITION OPTIMAL.RETENTION WINBACK EQUITY EQUITY.BASE EQUITY.DYNAMIC LEVERAGE
      ELASTICITY SENSITIVITY GRID TORNADO UPLIFT RFM.SCORE RFM.SEGMENT QUANTILE DECILE WHALE CONCENTRATION GINI
      DECOMPOSE UPDOWN MRR ARR ARPU NRR GRR QUICKRATIO LOGOCHURN REVENUECHURN SAAS COSTPERCONTACT COSTTOSERVE SAVEOFFER
      MAXOFFER REPLACEORRETAIN EQUIVALENT REFERRAL NONPURCHASE TOTALVALUE TREND CHANGE NEXTORDER CHURNDATE REPLACEMENTS
      REPLACEMENT.PLAN BUDGET FORECAST DATAQUALITY FORMULA VERSION`.split(/\s+/);
    const ids = catalogue.map(({ id }) => id);
    expect(names.filter((name) => !ids.includes(name))).toEqual([]);
  });
  test("has no name that reads as a cell's address or a reference", () => {
    for (const { id } of catalogue) expect(id).toMatch(/^[A-Z]{3,}(\.[A-Z]+)*$/);
  });
});
