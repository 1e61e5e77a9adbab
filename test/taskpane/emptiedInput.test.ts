/** @jest-environment jsdom */
import { openPane, readOrders, run, type RealPane } from "./realPane";
import { until } from "../until";

const ORDERS = Array.from({ length: 40 }, (_, i) => [`C-${i % 8}`, 45_292 + i * 15, 20]);

const again = async (opened: RealPane, churn?: string): Promise<unknown> => {
  const { pane, store } = opened;
  const { actions } = pane.summary;
  actions.change();
  await until(() => {
    const { looking, orders } = store.get().summary;
    return !looking && orders?.check.kind === "checked";
  });
  if (churn !== undefined) actions.typeInput("churn", churn);
  await run(opened, () => actions.make());
  return store.get().summary.last?.inputs.churn;
};

it("an optional input is from the orders again where its field in the pane is emptied", async () => {
  const opened = await openPane([["Customer", "Date", "Amount"], ...ORDERS]);
  await readOrders(opened);
  await run(opened, ({ summary }) => summary.actions.make());
  expect(await again(opened, "20%")).toEqual({ value: 0.2, origin: "typed" });
  expect(await again(opened)).toEqual({ value: 0.2, origin: "typed" });
  expect(await again(opened, "")).toEqual({ value: null, origin: "orders" });
  opened.excel.stop();
}, 120_000);
