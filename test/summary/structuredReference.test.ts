import { columnOfTable } from "../../src/summary/orders/structuredReference";

const reference = (heading: string): string | undefined =>
  columnOfTable({ name: "Orders", headings: ["first", heading] }, 1);

describe("a column of a table as formulas refer to it", () => {
  // The rules and signs: support.microsoft.com, "Using structured references with Excel tables".
  it.each([
    ["Amount", "Orders[Amount]"],
    ["Order value", "Orders[Order value]"],
    ["order_id", "Orders[order_id]"],
    ["Zamówienie 2", "Orders[Zamówienie 2]"],
    ["Գումար", "Orders[Գումար]"],
    ["مبلغ سفارش", "Orders[مبلغ سفارش]"],
    ["Total $ Amount", "Orders[[Total $ Amount]]"],
    ["Net, total", "Orders[[Net, total]]"],
    ["a:b", "Orders[[a:b]]"],
    ["Amount (EUR", "Orders[[Amount (EUR]]"],
    ["#OfItems", "Orders[['#OfItems]]"],
    ["Bob's", "Orders[[Bob''s]]"],
    ["x [y]", "Orders[[x '[y']]]"],
    ["me@home", "Orders[[me'@home]]"],
  ])("%s is %s", (heading, wanted) => {
    expect(reference(heading)).toBe(wanted);
  });

  it.each(["", " Amount", "Amount ", "Order\nvalue", "a\tb", '6" pipe'])(
    "%j cannot stand in a formula: its cells are referred to by address",
    (heading) => {
      expect(reference(heading)).toBeUndefined();
    },
  );
});
