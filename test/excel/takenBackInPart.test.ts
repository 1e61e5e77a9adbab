/** @jest-environment jsdom */
import { failEverywhere } from "./failEverywhere";
import { CUSTOMERS, MORE, smallPlan } from "./smallPlan";

describe("a request that is carried out in part before it fails", () => {
  it.each([1, 4, 15])(
    "leaves no trace of its first %i actions",
    async (actions) => {
      const plan = smallPlan({ customers: MORE, title: "After" });
      const failed = await failEverywhere(
        smallPlan({ customers: CUSTOMERS, title: "Before" }),
        plan,
        actions,
      );
      expect(failed).toBeGreaterThan(15);
    },
    120_000,
  );

  it("leaves no half-made sheets", async () => {
    expect(await failEverywhere(null, smallPlan({ customers: CUSTOMERS }), 3)).toBeGreaterThan(15);
  }, 120_000);
});
