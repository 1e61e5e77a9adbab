import type { Context } from "./context";
import type { CustomerColumn } from "./customersSheet";

/** What the chosen model says of each customer: values, because no native formula can give them. */
export function modelColumns({ request, words, formats }: Context): CustomerColumn[] {
  const predictions = request.models?.predictions;
  if (predictions === undefined) return [];
  const column = (
    key: string,
    header: string,
    values: Float64Array,
    numberFormat: string,
  ): CustomerColumn => ({
    key,
    header,
    width: 14,
    format: { style: "modelValue", numberFormat },
    values,
    fromOrders: true,
  });
  const { models } = words;
  return [
    column("alive", models.alive, predictions.alive, formats.percent),
    column("expectedOrders", models.expectedOrders, predictions.orders, formats.decimal),
    column("expectedValue", models.expectedValue, predictions.value, formats.money),
    column("expectedLow", models.expectedLow, predictions.valueLow, formats.money),
    column("expectedHigh", models.expectedHigh, predictions.valueHigh, formats.money),
  ];
}
