import type { Context } from "../context";
import type { CustomerColumn } from "./customersSheet";
import { modelsAreLive } from "../models/liveModels";

/**
 * What the chosen model says of each customer: values, because no native formula can give them, or looked up in what
 * the add-in's functions say on the Models sheet. Empty for a customer whom the models do not know.
 */
export function modelColumns(context: Context): CustomerColumn[] {
  const predictions = context.request.models?.predictions;
  if (predictions === undefined) return [];
  const { known } = predictions;
  const { models } = context.words;
  const { formats } = context;
  const live = modelsAreLive(context);
  const column = (
    key: string,
    header: string,
    values: Float64Array,
    numberFormat: string,
    lookUp?: string,
  ): CustomerColumn => {
    const ofTheDay: CustomerColumn = {
      key,
      header,
      width: 14,
      format: { style: "modelValue", numberFormat },
      values: Array.from(values, (value, customer) => (known[customer] === 1 ? value : "")),
      fromOrders: true,
    };
    if (!live || lookUp === undefined) return ofTheDay;
    return {
      ...ofTheDay,
      format: { style: "formula", numberFormat },
      formula: (cell) => `IF(${cell("modelLine")}>0,INDEX(${lookUp},${cell("modelLine")}),"")`,
    };
  };
  return [
    ...(live ? [lineColumn(context, known)] : []),
    column("alive", models.alive, predictions.alive, formats.percent, "clv_model_alive"),
    column("expectedOrders", models.expectedOrders, predictions.orders, formats.decimal, "clv_model_orders"),
    column("expectedValue", models.expectedValue, predictions.value, formats.money, "clv_model_value"),
    column("expectedLow", models.expectedLow, predictions.valueLow, formats.money, "clv_model_value_low"),
    column("expectedHigh", models.expectedHigh, predictions.valueHigh, formats.money, "clv_model_value_high"),
  ];
}

/** Where the customer stands among those whom the models know; 0 for one whom they do not. */
function lineColumn({ words, formats }: Context, known: Uint8Array): CustomerColumn {
  let line = 0;
  return {
    key: "modelLine",
    header: words.models.live.line,
    width: 9,
    format: { style: "formula", numberFormat: formats.number },
    values: Array.from(known, (one) => (one === 1 ? ++line : 0)),
    fromOrders: true,
    formula: (cell) => `IFERROR(MATCH(${cell("number")},clv_model_customer,0),0)`,
  };
}
