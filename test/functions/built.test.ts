import fs from "node:fs";
import vm from "node:vm";
import catalogue from "../../generated/catalogue.json";
import { associated, call, customFunctions } from "./customFunctions";
import { agrees, evaluate } from "./formula";
import { disagreements, REFERENCED } from "./referenceValues";

const SCRIPT = "dist/functions.js";
const DESCRIPTIONS = "dist/functions.json";

interface Described {
  readonly functions: readonly { readonly id: string; readonly parameters: readonly unknown[] }[];
}

const built = fs.existsSync(SCRIPT) && fs.existsSync(DESCRIPTIONS);
const described: Described = built
  ? (JSON.parse(fs.readFileSync(DESCRIPTIONS, "utf8")) as Described)
  : { functions: [] };
const current = catalogue.every(({ id }) => described.functions.some((each) => each.id === id));
const whenBuilt = built && current ? describe : describe.skip;

/** The production file in a context that has only what every JavaScript engine and Excel's runtime give. */
whenBuilt(
  `dist/functions.js as Excel calls it${current ? "" : " (left out: dist/ is not of these sources; npm run build)"}`,
  () => {
    beforeAll(() => {
      vm.runInNewContext(fs.readFileSync(SCRIPT, "utf8"), { CustomFunctions: customFunctions });
    });

    const compute = (id: string, args: unknown[]): Promise<unknown> => {
      const found = associated.get(id);
      const parameters = described.functions.find((each) => each.id === id)?.parameters.length;
      if (!found || parameters === undefined) throw new Error(`there is no function ${id}`);
      return call(found, parameters, args);
    };

    test("binds every function that functions.json describes, and no other", () => {
      expect([...associated.keys()].sort()).toEqual(described.functions.map(({ id }) => id).sort());
    });

    test.each(catalogue.map(({ name, examples }) => [name, examples] as const))(
      "%s gives its examples",
      async (_, examples) => {
        for (const { formula, result } of examples) {
          const actual = await evaluate(formula, compute);
          expect({
            formula,
            actual,
            agrees: agrees(actual, await evaluate(result, compute), result),
          }).toMatchObject({
            agrees: true,
          });
        }
      },
    );

    test.each(REFERENCED)("%s gives its reference values", async (id) => {
      expect(await disagreements(id, compute)).toEqual([]);
    });

    test("a column of a hundred rows is a hundred calls in one", async () => {
      const rows = Array.from({ length: 100 }, (_, i) => [i]);
      const values = await compute("SIMPLE", [rows, [[4]], [[10]]]);
      expect(values).toEqual(rows.map(([i = 0]) => [i * 40]));
    });

    test("blanks, gaps, text and errors come out as in the sources' own tests", async () => {
      const mixed = [[25], [null], ["x"], [{ code: "#REF!" }], [""]];
      expect(await compute("SIMPLE", [mixed, [[4]], [[10]], null])).toEqual([
        [1000],
        [0],
        [expect.objectContaining({ error: "#VALUE!" })],
        [expect.objectContaining({ error: "#REF!" })],
        [0],
      ]);
      expect(await compute("SIMPLE", [null, [[4]], [[10]]])).toMatchObject({ error: "#VALUE!" });
    });
  },
);
