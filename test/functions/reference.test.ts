import { callById } from "./callById";
import { disagreements, REFERENCED } from "./referenceValues";

describe("reference values by definition (scripts/functions/referenceValues.py)", () => {
  test.each(REFERENCED)("CLV.%s", async (id) => {
    expect(await disagreements(id, callById)).toEqual([]);
  });
});
