import { formulaShape, isShareable } from "../../src/workbench/grid/sharedFormulas";

describe("the shape of a formula", () => {
  const alike = (first: string, second: string): boolean =>
    formulaShape(first, 4) === formulaShape(second, 5);

  it("is the same where a column was filled downwards", () => {
    expect(alike("=A5*$B5", "=A6*$B6")).toBe(true);
    expect(
      alike(
        "=SUMIFS(clv_order_amount,clv_order_customer,A5)",
        "=SUMIFS(clv_order_amount,clv_order_customer,A6)",
      ),
    ).toBe(true);
    expect(alike("=INT('My orders 5'!C2)", "=INT('My orders 5'!C3)")).toBe(true);
  });

  it("differs where a row is fixed, or another cell is meant", () => {
    expect(alike("=A$5", "=A$6")).toBe(false);
    expect(alike("=A5", "=B6")).toBe(false);
    expect(alike("=A5", "=A7")).toBe(false);
    expect(alike("=A5", "=A5")).toBe(false);
  });

  it("does not take texts, sheet names, functions and names for cells", () => {
    expect(alike('=A5&"A5"', '=A6&"A6"')).toBe(false);
    expect(alike("='Q5'!A1", "='Q6'!A2")).toBe(false);
    expect(alike("=LOG10(A5)", "=LOG11(A6)")).toBe(false);
    expect(alike("=rate_A5", "=rate_A6")).toBe(false);
  });
});

describe("a formula that may be shared", () => {
  it("is one whose ranges are wholly fixed or wholly relative", () => {
    expect(isShareable("=SUM(A5:B5)")).toBe(true);
    expect(isShareable("=SUMIFS($A$5:$A$90,$B$5:$B$90,C5)")).toBe(true);
    expect(isShareable("=SUM(clv_order_amount)*A$5")).toBe(true);
  });

  it("is none with a range that grows downwards", () => {
    expect(isShareable("=COUNTIFS(B$5:B7,B7)")).toBe(false);
    expect(isShareable("=SUM(B7:B$90)")).toBe(false);
  });
});
