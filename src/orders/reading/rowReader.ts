import { isoOfSerial } from "../cellValues/calendars";
import { AmountColumn, Currencies, DateColumn } from "./cellReaders";
import type { Cell, CellRows } from "../cells";
import { ControlTotals } from "./controlTotals";
import { DuplicateFinder } from "./duplicates";
import { FindingsLog } from "./findingsLog";
import type { FindingReason } from "../findings";
import { ExchangedDates } from "./exchangedDates";
import { finishOrders } from "./finishOrders";
import { FirstLines } from "./firstLines";
import { GroupNames, Identifiers, isMissingId } from "../cellValues/identifiers";
import { emptyOrder, OrderBuffer, type BufferedOrder } from "./orderBuffer";
import type { OrderColumns, ReadingRules } from "../orderColumns";
import { OrderIds } from "./orderIds";
import type { OrderReader, OrdersRead } from "../readOrders";
import { sourceForm } from "./sourceForm";
import { isTotalWord, namesTotal, RunningTotal } from "./totalRows";

const isEmptyCell = (cell: Cell): boolean =>
  cell === null || (typeof cell === "string" && cell.trim() === "");

/** From here on a number has more than the 15 digits that Excel keeps. */
const INEXACT = 1e15;

/** Reads row after row: each counts, or is left out for exactly one reason. */
export class RowReader implements OrderReader {
  private readonly customers: Identifiers;
  private readonly groups = new GroupNames();
  private readonly currencies = new Currencies();
  private readonly dates: DateColumn;
  private readonly amounts: AmountColumn;
  private readonly log = new FindingsLog();
  private readonly exchanged: ExchangedDates | undefined;
  private readonly total = new RunningTotal();
  private readonly controls: ControlTotals;
  private readonly orders = new OrderBuffer();
  private readonly orderIds: OrderIds | undefined;
  private readonly duplicates: DuplicateFinder;
  private readonly firstLines: FirstLines | undefined;
  /** One object for all rows: the buffer copies it. */
  private readonly order: BufferedOrder = emptyOrder();
  private rowsToSkip: number;
  private sourceRows = 0;

  constructor(
    private readonly columns: OrderColumns,
    private readonly rules: ReadingRules,
  ) {
    this.customers = new Identifiers(rules.customerIds);
    this.dates = new DateColumn(columns.dateReading);
    this.amounts = new AmountColumn(columns.amount, columns.amountReading.decimalSign);
    // Order numbers matter where lines are put together by them.
    const apart = rules.orderLines === "apart";
    this.controls = new ControlTotals(apart ? { ...columns, orderId: null } : columns);
    this.orderIds = columns.orderId === null ? undefined : new OrderIds();
    this.firstLines = this.orderIds && new FirstLines(this.orders, this.orderIds);
    this.duplicates = new DuplicateFinder(this.orders, this.orderIds);
    const isGregorian = columns.dateReading.calendar === "gregorian";
    this.exchanged = isGregorian ? new ExchangedDates() : undefined;
    this.rowsToSkip = columns.dataRow;
  }

  add(rows: CellRows, firstRow: number, amountFormats?: readonly string[]): void {
    const skipped = Math.min(this.rowsToSkip, rows.length);
    this.rowsToSkip -= skipped;
    for (let index = skipped; index < rows.length; index++) {
      this.sourceRows++;
      const row = rows[index] ?? [];
      this.controls.add(row);
      this.readRow(row, firstRow + index, amountFormats?.[index]);
    }
  }

  finish(): OrdersRead {
    this.exchanged?.report(this.log);
    return finishOrders({
      orders: this.orders,
      customerIds: this.customers.names,
      groupIds: this.columns.group === null ? undefined : this.groups.names,
      currencies: this.currencies.names,
      log: this.log,
      rule: this.rules.currency,
      sourceRows: this.sourceRows,
      controlTotals: this.controls.finish(),
    });
  }

  private readRow(row: readonly Cell[], sourceRow: number, numberFormat: string | undefined): void {
    const { columns, rules, order } = this;
    const idCell = row[columns.customer] ?? null;
    const dateCell = row[columns.date] ?? null;
    const entry = this.customers.entryOf(idCell);
    const serial = this.dates.read(dateCell);
    const amount = this.amounts.read(row);
    const outside = this.reasonAgainst(row, entry, serial, amount);
    if (outside !== undefined) return this.leaveOut(outside, row, sourceRow);
    this.total.add(amount);
    if (rules.lastDay !== null && serial >= rules.lastDay + 1) {
      return this.leaveOut("futureDate", row, sourceRow, isoOfSerial(serial));
    }
    if (amount === 0 && rules.zeroAmounts === "exclude") return this.leaveOut("zeroAmount", row, sourceRow);
    if (amount < 0 && rules.returns === "exclude") return this.leaveOut("return", row, sourceRow);
    order.customer = this.customers.codeOf(entry);
    order.serial = serial;
    order.amount = amount === 0 ? 0 : amount;
    order.sourceRow = sourceRow;
    order.currency = this.currencyOfRow(row, numberFormat);
    const groupCell = columns.group === null ? null : (row[columns.group] ?? null);
    const group = this.groups.entryOf(groupCell);
    order.group = this.groups.indexOf(group);
    const [idIsPlain, groupIsPlain] = [
      this.customers.isPlain(entry, idCell),
      this.groups.isPlain(group, groupCell),
    ];
    order.form = sourceForm(row, columns, idIsPlain, groupIsPlain);
    const orderId = columns.orderId === null ? null : (row[columns.orderId] ?? null);
    this.orderIds?.draft(orderId);
    const firstLine = this.firstLines?.find(order.customer) ?? -1;
    if (this.duplicates.find(order, firstLine) >= 0) {
      if (rules.duplicates === "exclude") return this.leaveOut("duplicate", row, sourceRow);
      this.log.note("duplicate", "kept", sourceRow, idCell);
    }
    this.duplicates.remember();
    order.firstLine = this.isPutTogether(firstLine, orderId) ? firstLine + 1 : 0;
    this.orderIds?.keep();
    this.orders.push(order);
    this.exchanged?.watch(dateCell, serial, sourceRow);
    this.noteKept(entry, amount, row, sourceRow);
  }

  /** Why the row cannot be an order at all. */
  private reasonAgainst(
    row: readonly Cell[],
    entry: number,
    serial: number,
    amount: number,
  ): FindingReason | undefined {
    const complete = entry >= 0 && !Number.isNaN(serial) && !Number.isNaN(amount);
    if (complete) {
      // A firm may be called Total: with a date it is a total row only if the amount is the sum as well.
      const isTotal = this.total.matches(amount) && isTotalWord(row[this.columns.customer] ?? null);
      return isTotal ? "totalRow" : undefined;
    }
    if (row.every(isEmptyCell)) return "emptyRow";
    const dateMissing = isEmptyCell(row[this.columns.date] ?? null);
    if (dateMissing && entry < 0 && this.total.matches(amount)) return "totalRow";
    if ((entry < 0 || Number.isNaN(serial)) && namesTotal(row)) return "totalRow";
    if (!Number.isNaN(amount)) this.total.add(amount);
    if (entry < 0) return "blankId";
    return Number.isNaN(serial) ? "unreadableDate" : "unreadableAmount";
  }

  /** Words for nothing, such as `n/a`, are no order number that rows could have in common. */
  private isPutTogether(firstLine: number, orderId: Cell): boolean {
    return firstLine >= 0 && this.rules.orderLines === "together" && !isMissingId(orderId);
  }

  private currencyOfRow(row: readonly Cell[], numberFormat: string | undefined): number {
    const { currency } = this.columns;
    const fromColumn = currency === null ? 0 : this.currencies.fromCell(row[currency] ?? null);
    if (fromColumn > 0) return fromColumn;
    if (this.amounts.currency !== undefined) return this.currencies.indexOf(this.amounts.currency);
    return numberFormat === undefined ? 0 : this.currencies.fromFormat(numberFormat);
  }

  private leaveOut(reason: FindingReason, row: readonly Cell[], sourceRow: number, shown?: string): void {
    if (reason === "totalRow") this.total.closeGroup();
    const cell = shown ?? this.cellInQuestion(reason, row);
    this.log.note(reason, "excluded", sourceRow, cell);
  }

  private cellInQuestion(reason: FindingReason, row: readonly Cell[]): Cell {
    switch (reason) {
      case "unreadableDate":
        return row[this.columns.date] ?? null;
      case "unreadableAmount":
      case "zeroAmount":
      case "return":
        return this.amounts.shown(row);
      case "totalRow":
        return row.find(isTotalWord) ?? this.amounts.shown(row);
      default:
        return row[this.columns.customer] ?? null;
    }
  }

  private noteKept(entry: number, amount: number, row: readonly Cell[], sourceRow: number): void {
    const { amounts, log } = this;
    if (amount < 0) log.note("return", "kept", sourceRow, amounts.shown(row));
    if (amount === 0) log.note("zeroAmount", "kept", sourceRow, amounts.shown(row));
    if (amounts.wasText) log.note("textAmount", "kept", sourceRow, amounts.shown(row));
    const id = row[this.columns.customer] ?? null;
    if (this.customers.isVariant(entry)) log.note("similarId", "kept", sourceRow, id);
    if (typeof id === "number" && Math.abs(id) >= INEXACT) log.note("longId", "kept", sourceRow, id);
  }
}
