import { callById } from "./callById";
import { agrees, evaluate } from "./formula";
import catalogue from "../../generated/catalogue.json";

const examples = catalogue.flatMap((entry) =>
  entry.examples.map(({ formula, result }) => ({ formula, result })),
);

describe("the examples of the doc blocks", () => {
  test.each(examples)("$formula is $result", async ({ formula, result }) => {
    const actual = await evaluate(formula, callById);
    const printed = await evaluate(result, callById);
    expect({ agrees: agrees(actual, printed, result), actual, printed }).toMatchObject({ agrees: true });
  });
});
