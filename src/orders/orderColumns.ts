/** The calendar in which the text dates of a column are written. */
export type Calendar = "gregorian" | "jalali" | "hijri";

/** The order of year, month and day in the text dates of a column. */
export type DateOrder = "ymd" | "dmy" | "mdy";

/** How the cells of the date column are read: decided once for the column, never cell by cell. */
export interface DateReading {
  readonly calendar: Calendar;
  readonly order: DateOrder;
  /** What a bare number means: an Excel serial, or year, month and day in eight digits (20240131). */
  readonly numbers: "serial" | "yyyymmdd";
  /** Serials count from 1904-01-01 (a setting of some workbooks made on a Mac) rather than from 1900. */
  readonly system1904: boolean;
}

/** How numbers stored as text are read, likewise once for the column. */
export interface AmountReading {
  readonly decimalSign: "." | ",";
}

/** Where the amount of a row stands: in one column, or as quantity × price of a unit. */
export type AmountSource =
  | { readonly kind: "column"; readonly column: number }
  | { readonly kind: "product"; readonly quantity: number; readonly price: number };

/**
 * Where the orders stand in the selection and how its cells are read. Plain data: recognised first, corrected by
 * the user, kept in the workbook. Rows and columns are zero-based and counted from the selection's first cell.
 */
export interface OrderColumns {
  /** The row with the column headings; null where there is none. */
  readonly headerRow: number | null;
  /** The first row of data. */
  readonly dataRow: number;
  readonly customer: number;
  readonly date: number;
  readonly amount: AmountSource;
  readonly orderId: number | null;
  readonly currency: number | null;
  /** Region, channel, product: whatever the user compares. */
  readonly group: number | null;
  readonly dateReading: DateReading;
  readonly amountReading: AmountReading;
}

/** Columns as far as they are known: what the pane edits before `completeColumns` accepts it. */
export type ColumnDraft = Omit<OrderColumns, "customer" | "date" | "amount"> & {
  readonly customer: number | null;
  readonly date: number | null;
  readonly amount: AmountSource | null;
};

/** The draft as columns; undefined while customer, date or amount is missing. */
export function completeColumns(draft: ColumnDraft): OrderColumns | undefined {
  const { customer, date, amount } = draft;
  if (customer === null || date === null || amount === null) return undefined;
  return { ...draft, customer, date, amount };
}

/** What to do with rows in several currencies. They are never added up silently. */
export type CurrencyRule =
  /** More than one currency blocks the summary until the user decides. */
  | { readonly kind: "undecided" }
  /** Only the rows in this currency count. */
  | { readonly kind: "only"; readonly currency: string }
  /** Each amount × its rate, rounded; a currency without a rate is left out. */
  | {
      readonly kind: "convert";
      readonly into: string;
      readonly rates: Readonly<Record<string, number>>;
      /** Where each rate is from, in the user's words. */
      readonly origins?: Readonly<Record<string, string>>;
      /** Digits after the point; those of a cent where left out. */
      readonly digits?: number;
    };

/** The stated rules by which a row counts, is noted, or is left out. */
export interface ReadingRules {
  /** Last day that counts (Excel day serial, 1900 system); later rows are left out as lying in the future. */
  readonly lastDay: number | null;
  /** Negative amounts: taken off the customer's revenue, or left out. */
  readonly returns: "net" | "exclude";
  /** Amounts of exactly 0: a purchase without revenue, or left out. */
  readonly zeroAmounts: "keep" | "exclude";
  /** Rows equal to an earlier row in customer, date and time, amount, order id, currency and group. */
  readonly duplicates: "exclude" | "keep";
  /** Rows with one order number and one customer: one order together, or an order each. */
  readonly orderLines: "together" | "apart";
  /** Ids that differ only by capital letters or spaces: one customer, as Excel compares text, or told apart by case. */
  readonly customerIds: "caseless" | "exact";
  readonly currency: CurrencyRule;
}

/**
 * The rules before the user changes them. Duplicates are left out only where an order id proves them: without
 * one, two equal purchases on one day are as likely as a row entered twice.
 */
export function defaultRules(
  columns: Pick<OrderColumns, "orderId">,
  lastDay: number | null = null,
): ReadingRules {
  return {
    lastDay,
    returns: "net",
    zeroAmounts: "keep",
    duplicates: columns.orderId === null ? "keep" : "exclude",
    orderLines: "apart",
    customerIds: "caseless",
    currency: { kind: "undecided" },
  };
}
