import { quotedSheet } from "../../summary/layout/cellAddress";
import { fill } from "../../locales/locale";
import type { Finding } from "../../orders/findings";
import { findingTreatmentWords, findingWords } from "../../locales/findingText";
import { h, type ElementNode } from "../dom/node";
import { button, code, linkButton, message, more, step } from "../views/parts";
import { columnsView, moreColumnsView, type OrdersView } from "./columnsView";
import { questionsView } from "./questionsView";
import { asksCurrency, type ReadResult } from "./state";
import type { SummaryView } from "./view";

/** Step 1: the selection and what was recognised in it. */
export function ordersStep(view: SummaryView): ElementNode {
  const { state, words, act } = view;
  const { text } = words;
  const { orders } = state;
  return step(
    words.formats.count(1),
    text.summary.stepOrders,
    "step-orders",
    state.looking ? h("p", { class: "quiet", key: "looking" }, text.summary.looking) : undefined,
    orders ? foundOrders(view, { orders, words, act }) : state.looking ? undefined : selectHow(view),
  );
}

function selectHow({ state, words, act, problem }: SummaryView): ElementNode[] {
  const { text } = words;
  return [
    h("p", { key: "how" }, text.summary.selectHow),
    button(text.summary.readSelection, {
      key: "read",
      main: state.last === undefined,
      onClick: () => act.readSelection(),
    }),
    ...present(problem("selection")),
  ];
}

const present = (node: ElementNode | undefined): ElementNode[] => (node ? [node] : []);

function foundOrders(view: SummaryView, orders: OrdersView): ElementNode[] {
  const { text } = orders.words;
  return [
    placeView(view, orders),
    ...(orders.orders.found.hasHiddenRows
      ? [message("note", text.summary.hiddenRows, h("p", {}, text.summary.hiddenRowsHelp))]
      : []),
    ...present(view.problem("selection")),
    ...present(questionsView(orders)),
    columnsView(orders),
    moreColumnsView(orders),
    ...present(previewView(orders)),
    checkView(view, orders),
  ];
}

/** Where the orders are, and how to read others. */
function placeView({ state, words, act }: SummaryView, { orders }: OrdersView): ElementNode {
  const { text, formats } = words;
  const { place } = orders.found;
  const address = `${quotedSheet(place.sheet)}!${place.address}`;
  const [before = "", after = ""] = fill(text.summary.recognised, {
    rows: formats.quantity(place.rowCount),
  }).split("{address}");
  return h(
    "div",
    { class: "stack-tight", key: "place" },
    h("p", { class: "strong" }, before, code(address), after),
    h(
      "div",
      { class: "row" },
      state.selectedSince
        ? button(fill(text.summary.readThis, { address: state.selectedSince }), {
            key: "since",
            onClick: () => act.readSelection(),
          })
        : linkButton(text.summary.readAgain, () => act.readSelection(), "again"),
    ),
  );
}

/** The first orders as they were understood. */
function previewView({ orders, words }: OrdersView): ElementNode | undefined {
  const { text, formats } = words;
  const { columns } = orders.recognition;
  if (columns.customer === null || columns.date === null || columns.amount === null) return undefined;
  if (orders.preview.length === 0)
    return orders.recognition.currencies.length > 1
      ? undefined
      : message("warning", text.summary.previewNone);
  return h(
    "div",
    {
      class: "table-frame",
      key: "preview",
      tabindex: "0",
      role: "group",
      "aria-labelledby": "preview-caption",
    },
    h(
      "table",
      {},
      h("caption", { id: "preview-caption" }, text.summary.preview),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, text.summary.roleCustomer),
          h("th", { scope: "col" }, text.summary.roleDate),
          h("th", { scope: "col", class: "cell-number" }, text.summary.roleAmount),
        ),
      ),
      h(
        "tbody",
        {},
        orders.preview.map((order) =>
          h(
            "tr",
            { key: String(order.row) },
            h("td", { class: "cell-text" }, h("bdi", {}, order.customer)),
            h("td", { class: "cell-day" }, formats.day(order.day)),
            h("td", { class: "cell-number" }, formats.money(order.amount)),
          ),
        ),
      ),
    ),
  );
}

/** How many rows count, and what was noted about the others. */
function checkView(view: SummaryView, { orders, words }: OrdersView): ElementNode {
  const { text, formats } = words;
  const { check } = orders;
  const body: ElementNode[] = [];
  if (check.kind === "checking") {
    const values = { done: formats.count(check.done), total: formats.quantity(check.total) };
    body.push(h("p", { class: "quiet", key: "checking" }, fill(text.summary.checking, values)));
  }
  if (check.kind === "checked") body.push(...checkedView(view, check.result));
  return h("div", { class: "stack", key: "check" }, ...present(view.problem("check")), body);
}

function checkedView(view: SummaryView, result: ReadResult): ElementNode[] {
  const { words } = view;
  const { text, formats } = words;
  if (asksCurrency(result)) return [];
  const counts = { used: formats.quantity(result.usedRows), rows: formats.quantity(result.sourceRows) };
  const title = fill(result.excludedRows === 0 ? text.summary.checkedAll : text.summary.checked, counts);
  return [
    message(
      "good",
      title,
      h(
        "p",
        {},
        fill(text.summary.customersFound, {
          customers: formats.quantity(result.customers),
          from: formats.day(result.firstDay),
          to: formats.day(result.lastDay),
        }),
      ),
    ),
    findingsView(view, result),
  ];
}

/** Every note on the data, with links to the rows. */
export function findingsView(view: SummaryView, result: ReadResult): ElementNode {
  const { words, problem } = view;
  const { text } = words;
  if (result.findings.length === 0)
    return h("p", { class: "quiet", key: "findings" }, text.summary.findingsNone);
  return more(
    fill(text.summary.findings, { count: words.formats.quantity(result.findings.length) }),
    "findings",
    false,
    ...present(problem("link")),
    h(
      "ul",
      { class: "plain-list lines" },
      result.findings.map((finding) => findingView(view, finding)),
    ),
  );
}

const SHOWN_ROWS = 6;

function findingView({ words, act }: SummaryView, finding: Finding): ElementNode {
  const { text, formats, locale } = words;
  const rows = finding.examples.slice(0, SHOWN_ROWS);
  const rest = finding.count - rows.length;
  const { label, explanation, action } = findingWords(locale)[finding.reason];
  return h(
    "li",
    { key: finding.reason },
    h(
      "div",
      { class: "pair" },
      h("span", { class: "strong" }, label),
      h("span", {}, `${formats.count(finding.count)} · ${findingTreatmentWords(locale)[finding.treatment]}`),
    ),
    h("p", { class: "hint" }, `${explanation} ${action}`),
    h(
      "div",
      { class: "row small" },
      rows.map(({ row, text: cell }) =>
        linkButton(
          fill(cell === "" ? text.summary.goToRow : text.summary.goToCell, {
            row: formats.entry(row + 1),
            cell: shortened(cell),
          }),
          () => act.goToRow(row),
          String(row),
        ),
      ),
      rest > 0
        ? h("span", { class: "quiet" }, fill(text.summary.moreRows, { count: formats.quantity(rest) }))
        : undefined,
    ),
  );
}

const LONGEST_CELL = 18;
const shortened = (cell: string): string =>
  cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL)}…` : cell;
