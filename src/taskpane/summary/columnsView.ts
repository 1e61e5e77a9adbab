import { columnLetters } from "../../summary/layout/cellAddress";
import { fill } from "../../locales/locale";
import type { AmountSource, ColumnDraft } from "../../orders/orderColumns";
import { h, type ElementNode } from "../dom/node";
import { radioFields, selectField, type Option } from "../views/fields";
import { more } from "../views/parts";
import type { Words } from "../words/words";
import type { SummaryActions } from "./actions";
import { rulesOf, type OrdersState } from "./state";

export interface OrdersView {
  readonly orders: OrdersState;
  readonly words: Words;
  readonly act: SummaryActions;
}

type RequiredRole = "customer" | "date" | "amount" | "quantity" | "price";
type OptionalRole = "orderId" | "currency" | "group";

/** "B: Order date": the column as the person knows it from the sheet. */
function columnName({ orders, words }: OrdersView, column: number): string {
  const letter = columnLetters(orders.found.place.firstColumn + column);
  const heading = orders.recognition.headings.find((one) => one.column === column)?.heading ?? "";
  const { columnNamed, columnUnnamed } = words.text.summary;
  return heading === "" ? fill(columnUnnamed, { letter }) : fill(columnNamed, { letter, heading });
}

const columnOptions = (view: OrdersView, empty: string): Option<string>[] => [
  { value: "", label: empty },
  ...view.orders.recognition.headings.map(({ column }) => ({
    value: String(column),
    label: columnName(view, column),
  })),
];

const ROLE_WORDS = {
  customer: "roleCustomer",
  date: "roleDate",
  amount: "roleAmount",
  quantity: "roleQuantity",
  price: "rolePrice",
  orderId: "roleOrderId",
  currency: "roleCurrency",
  group: "roleGroup",
} as const;

function columnField(
  view: OrdersView,
  role: RequiredRole | OptionalRole,
  column: number | null,
  choose: (column: number | null) => void,
): ElementNode {
  const { text } = view.words;
  const required = role !== "orderId" && role !== "currency" && role !== "group";
  const label = text.summary[ROLE_WORDS[role]];
  return selectField({
    id: `column-${role}`,
    label,
    inline: true,
    value: column === null ? "" : String(column),
    options: columnOptions(view, required ? text.summary.choose : text.summary.none),
    hint: role === "group" ? text.summary.groupHint : undefined,
    error: required && column === null ? fill(text.summary.chooseColumn, { role: label }) : undefined,
    onChange: (value) => choose(value === "" ? null : Number(value)),
  });
}

/** Customer, date and amount: what must be right. */
export function columnsView(view: OrdersView): ElementNode {
  const { columns } = view.orders.recognition;
  const { text } = view.words;
  const fix = (change: Partial<ColumnDraft>): void => view.act.fixColumns(change);
  return h(
    "fieldset",
    { class: "stack-tight", key: "columns" },
    h("legend", {}, text.summary.columns),
    h("p", { class: "hint" }, text.summary.recognisedWhat),
    columnField(view, "customer", columns.customer, (customer) => fix({ customer })),
    columnField(view, "date", columns.date, (date) => fix({ date })),
    amountFields(view, columns.amount),
  );
}

function amountFields(view: OrdersView, amount: AmountSource | null): ElementNode[] {
  const fix = (source: AmountSource | null): void => view.act.fixColumns({ amount: source });
  if (amount?.kind === "product") {
    const { quantity, price } = amount;
    return [
      columnField(view, "quantity", quantity, (column) =>
        fix(column === null ? null : { kind: "product", quantity: column, price }),
      ),
      columnField(view, "price", price, (column) =>
        fix(column === null ? null : { kind: "product", quantity, price: column }),
      ),
    ];
  }
  return [
    columnField(view, "amount", amount?.column ?? null, (column) =>
      fix(column === null ? null : { kind: "column", column }),
    ),
  ];
}

/** Everything that is right most of the time. */
export function moreColumnsView(view: OrdersView): ElementNode {
  const { text } = view.words;
  const { columns } = view.orders.recognition;
  const fix = (change: Partial<ColumnDraft>): void => view.act.fixColumns(change);
  const firstRow = columns.headerRow ?? columns.dataRow;
  return more(
    text.summary.moreColumns,
    "more-columns",
    false,
    radioFields({
      id: "header-row",
      legend: text.summary.headerRow,
      value: columns.headerRow === null ? "no" : "yes",
      options: [
        { value: "yes", label: text.summary.headerYes },
        { value: "no", label: text.summary.headerNo },
      ],
      onChange: (value) =>
        fix(
          value === "yes"
            ? { headerRow: firstRow, dataRow: firstRow + 1 }
            : { headerRow: null, dataRow: firstRow },
        ),
    }),
    amountKindField(view),
    columnField(view, "orderId", columns.orderId, (orderId) => fix({ orderId })),
    columnField(view, "currency", columns.currency, (currency) => fix({ currency })),
    columnField(view, "group", columns.group, (group) => fix({ group })),
    rulesFields(view),
  );
}

function amountKindField(view: OrdersView): ElementNode | undefined {
  const { text } = view.words;
  const { columns, choices } = view.orders.recognition;
  const first = columns.amount?.kind === "column" ? columns.amount.column : null;
  const quantity = choices.quantity.column ?? first;
  const price = choices.price.column ?? first;
  return selectField({
    id: "amount-kind",
    label: text.summary.amountKind,
    inline: true,
    value: columns.amount?.kind ?? "column",
    options: [
      { value: "column", label: text.summary.amountColumn },
      ...(quantity !== null && price !== null
        ? [{ value: "product" as const, label: text.summary.amountProduct }]
        : []),
    ],
    onChange: (kind) => {
      if (kind === "product" && quantity !== null && price !== null)
        view.act.fixColumns({ amount: { kind, quantity, price } });
      if (kind === "column") {
        const column = choices.amount.column ?? price;
        view.act.fixColumns({ amount: column === null ? null : { kind, column } });
      }
    },
  });
}

/** What becomes of returns, repeated rows, zeros and spellings. */
function rulesFields(view: OrdersView): ElementNode {
  const { text } = view.words;
  const { orders } = view;
  const rules = rulesOf(orders);
  const words = text.summary;
  return h(
    "div",
    { class: "stack-tight", key: "rules" },
    selectField({
      id: "rule-returns",
      label: words.ruleReturns,
      inline: true,
      value: rules.returns,
      options: [
        { value: "net", label: words.returnsNet },
        { value: "exclude", label: words.returnsExclude },
      ],
      onChange: (returns) => view.act.setRules({ returns }),
    }),
    orders.recognition.columns.orderId === null
      ? undefined
      : selectField({
          id: "rule-order-lines",
          label: words.ruleOrderLines,
          inline: true,
          value: rules.orderLines,
          options: [
            { value: "together", label: words.orderLinesTogether },
            { value: "apart", label: words.orderLinesApart },
          ],
          onChange: (orderLines) => view.act.setRules({ orderLines }),
        }),
    selectField({
      id: "rule-duplicates",
      label: words.ruleDuplicates,
      inline: true,
      value: rules.duplicates,
      options: [
        { value: "keep", label: words.duplicatesKeep },
        { value: "exclude", label: words.duplicatesExclude },
      ],
      onChange: (duplicates) => view.act.setRules({ duplicates }),
    }),
    selectField({
      id: "rule-zero",
      label: words.ruleZero,
      inline: true,
      value: rules.zeroAmounts,
      options: [
        { value: "keep", label: words.zeroKeep },
        { value: "exclude", label: words.zeroExclude },
      ],
      onChange: (zeroAmounts) => view.act.setRules({ zeroAmounts }),
    }),
    selectField({
      id: "rule-ids",
      label: words.ruleIds,
      inline: true,
      value: rules.customerIds,
      options: [
        { value: "caseless", label: words.idsCaseless },
        { value: "exact", label: words.idsExact },
      ],
      onChange: (customerIds) => view.act.setRules({ customerIds }),
    }),
  );
}

export { columnName };
