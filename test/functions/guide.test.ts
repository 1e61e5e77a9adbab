import fs from "node:fs";
import catalogue from "../../generated/catalogue.json";
import { callById } from "./callById";
import { agrees, evaluate } from "./formula";

const GUIDE = fs.readFileSync("docs/which-function.md", "utf8");
const examples = [...GUIDE.matchAll(/`(=CLV[^`]+)`\s*→\s*`([^`]+)`/g)].map(
  ([, formula = "", result = ""]) => ({
    formula,
    result,
  }),
);

describe("the guide to the functions", () => {
  test.each(examples)("$formula is $result", async ({ formula, result }) => {
    const actual = await evaluate(formula, callById);
    const printed = await evaluate(result, callById);
    expect({ agrees: agrees(actual, printed, result), actual }).toMatchObject({ agrees: true });
  });
  test("gives the result of every formula that it shows", () => {
    expect(examples).toHaveLength(GUIDE.match(/`=CLV/g)?.length ?? 0);
  });
  test("names no function that does not exist", () => {
    const names = [...GUIDE.matchAll(/\bCLV\.[A-Z]+(?:\.[A-Z]+)*/g)].map(([name]) => name);
    const known = new Set(catalogue.map(({ name }) => name));
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });
  test("leads to every function of the themes without probability models", () => {
    const models = ["contractual", "buyTillYouDie"];
    const missing = catalogue.filter(
      ({ name, theme }) =>
        !models.includes(theme) && !new RegExp(`\\b${name.replaceAll(".", "\\.")}\\b(?!\\.)`).test(GUIDE),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});
