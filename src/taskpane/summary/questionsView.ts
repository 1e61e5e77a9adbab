import { fill } from "../../locales/locale";
import type { RecognitionQuestion } from "../../orders/recognising/recognition";
import { type ElementNode } from "../dom/node";
import { radioFields } from "../views/fields";
import { message } from "../views/parts";
import { columnName, type OrdersView } from "./columnsView";
import { currencyFields } from "./currencyView";
import { currencyIsOpen } from "./rates";
import { sameQuestion } from "./reading";

/** What only the person can know, with what is assumed until they say otherwise. */
export function questionsView(view: OrdersView): ElementNode | undefined {
  const { orders, words } = view;
  const fields = [
    ...anotherField(view),
    ...orders.questions.map((question) => questionField(view, question)),
    ...currencyFields(view),
  ];
  if (fields.length === 0) return undefined;
  const open = openQuestions(view);
  if (open === 0) return message("note", words.text.summary.answers, ...fields);
  return message(
    "warning",
    fill(words.text.summary.questions, { count: words.formats.quantity(open) }),
    ...fields,
  );
}

/** How many are not answered yet: an answer stays there to be taken back. */
function openQuestions({ orders, words }: OrdersView): number {
  const another = orders.another !== undefined && orders.another.answer === undefined ? 1 : 0;
  const open = orders.questions.filter((question) =>
    orders.recognition.questions.some((one) => sameQuestion(one, question)),
  );
  return another + open.length + (currencyIsOpen(orders, words.locale) ? 1 : 0);
}

/** A second list of orders: does it go on with the summary that is there? */
function anotherField({ orders, words, act }: OrdersView): ElementNode[] {
  const { another } = orders;
  if (!another) return [];
  const { text } = words;
  return [
    radioFields({
      id: "ask-another",
      legend: fill(text.summary.anotherAsk, { source: another.before }),
      value: another.answer,
      options: [
        { value: "same", label: text.summary.anotherSame },
        { value: "anew", label: text.summary.anotherAnew },
      ],
      onChange: act.relateOrders,
    }),
  ];
}

const DATE_ORDERS = { dmy: "dateDmy", mdy: "dateMdy", ymd: "dateYmd" } as const;

function questionField(view: OrdersView, question: RecognitionQuestion): ElementNode {
  const words = view.words.text.summary;
  const { columns } = view.orders.recognition;
  switch (question.kind) {
    case "dateOrder":
      return radioFields({
        id: "ask-date-order",
        legend: fill(words.dateOrderAsk, { example: question.example }),
        value: columns.dateReading.order,
        options: question.options.map((value) => ({ value, label: words[DATE_ORDERS[value]] })),
        onChange: (order) => view.act.fixColumns({ dateReading: { ...columns.dateReading, order } }),
      });
    case "calendar":
      return radioFields({
        id: "ask-calendar",
        legend: fill(words.calendarAsk, { example: question.example }),
        value: columns.dateReading.calendar,
        options: question.options.map((value) => ({ value, label: words[value] })),
        onChange: (calendar) => view.act.fixColumns({ dateReading: { ...columns.dateReading, calendar } }),
      });
    case "decimalSign":
      return radioFields({
        id: "ask-decimal-sign",
        legend: fill(words.decimalAsk, { example: question.example }),
        value: columns.amountReading.decimalSign,
        options: question.options.map((value) => ({
          value,
          label: value === "." ? words.decimalPoint : words.decimalComma,
        })),
        onChange: (decimalSign) => view.act.fixColumns({ amountReading: { decimalSign } }),
      });
    case "column":
      return columnQuestion(view, question);
  }
}

function columnQuestion(
  view: OrdersView,
  question: Extract<RecognitionQuestion, { kind: "column" }>,
): ElementNode {
  const words = view.words.text.summary;
  const { columns } = view.orders.recognition;
  const { role } = question;
  const names = { customer: words.roleCustomer, date: words.roleDate, amount: words.roleAmount };
  const current = role === "amount" ? amountColumn(view) : columns[role];
  return radioFields({
    id: `ask-column-${role}`,
    legend: fill(words.columnAsk, { role: names[role] }),
    value: current === null ? undefined : String(current),
    options: question.options.map((column) => ({ value: String(column), label: columnName(view, column) })),
    onChange: (value) => {
      const column = Number(value);
      view.act.fixColumns(role === "amount" ? { amount: { kind: "column", column } } : { [role]: column });
    },
  });
}

function amountColumn({ orders }: OrdersView): number | null {
  const { amount } = orders.recognition.columns;
  return amount?.kind === "column" ? amount.column : null;
}
