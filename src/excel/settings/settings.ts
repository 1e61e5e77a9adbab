import type { ColumnHeadings } from "../../orders/recognising/columnHeadings";
import type { OrderColumns, AmountSource, ReadingRules, CurrencyRule } from "../../orders/orderColumns";
import { HISTORY_FIGURES, type HistoryRow } from "../../summary/history/history";
import { INPUTS, isTiming } from "../../summary/inputs/inputs";
import type { InputKey, SummaryInput, SummaryInputs } from "../../summary/inputs/inputs";
import type { FormulaCell, InputCell, Scalar, SheetKey } from "../../summary/plan";
import type { MoneyStyle } from "../../summary/request";
import { areaOfAddress } from "../address";
import { inWorkbook } from "../host";
import { isSheetKey } from "../ownSheets";
import { readText } from "./settingsStore";
import {
  either,
  isCount,
  isDictionary,
  isFlag,
  isList,
  isNumber,
  isOneOf,
  isRecord,
  isShape,
  isText,
  optional,
  orNull,
  parsed,
} from "./shape";
import type { Check } from "./shape";

/** Where the orders stand, so that a refresh finds them again. */
export interface OrdersSource {
  readonly sheet: string;
  /** Without the sheet: `A1:D3500`. */
  readonly address: string;
  /** The table that holds them: found again wherever it is and however long. */
  readonly tableName: string | null;
  /** Rows added below belong to the orders too. */
  readonly toLastRow: boolean;
}

/** What the last summary was made from; kept in the workbook, so that anyone can refresh it. */
export interface LastRun {
  readonly version: 1;
  /** Excel serial with time. */
  readonly when: number;
  readonly locale: string;
  readonly source: OrdersSource;
  readonly columns: OrderColumns;
  /** The headings of these columns; a list may have none. */
  readonly headings?: ColumnHeadings;
  readonly rules: ReadingRules;
  readonly inputs: SummaryInputs;
  /** The cells that invite to type, as they were made. */
  readonly inputCells?: readonly InputCell[];
  /** The key figures of the run. */
  readonly figures?: HistoryRow;
  readonly money: MoneyStyle;
  readonly sheets: readonly SheetKey[];
  /** The Models sheet asks the add-in's functions. */
  readonly liveModels?: boolean;
}

export const LAST_RUN_KEY = "clv.lastRun";

const isColumn: Check<number> = (value): value is number => isCount(value) && value < 16_384;

const isAmount = either<AmountSource, AmountSource>(
  isShape({ kind: isOneOf("column"), column: isColumn }),
  isShape({ kind: isOneOf("product"), quantity: isColumn, price: isColumn }),
);

const isColumns = isShape<OrderColumns>({
  headerRow: orNull(isCount),
  dataRow: isCount,
  customer: isColumn,
  date: isColumn,
  amount: isAmount,
  orderId: orNull(isColumn),
  currency: orNull(isColumn),
  group: orNull(isColumn),
  dateReading: isShape({
    calendar: isOneOf("gregorian", "jalali", "hijri"),
    order: isOneOf("ymd", "dmy", "mdy"),
    numbers: isOneOf("serial", "yyyymmdd"),
    system1904: isFlag,
  }),
  amountReading: isShape({ decimalSign: isOneOf(".", ",") }),
});

const isHeading = optional(isText(32_767));

const isHeadings = isShape<ColumnHeadings>({
  customer: isHeading,
  date: isHeading,
  amount: isHeading,
  quantity: isHeading,
  price: isHeading,
  orderId: isHeading,
  currency: isHeading,
  group: isHeading,
});

const isCurrencyRule: Check<CurrencyRule> = (value): value is CurrencyRule =>
  isShape({ kind: isOneOf("undecided") })(value) ||
  isShape({ kind: isOneOf("only"), currency: isText(100) })(value) ||
  isShape({
    kind: isOneOf("convert"),
    into: isText(100),
    rates: isDictionary(isNumber),
    origins: optional(isDictionary(isText(1_000))),
    digits: optional(isCount),
  })(value);

const isRules = isShape<ReadingRules>({
  lastDay: orNull(isNumber),
  returns: isOneOf("net", "exclude"),
  zeroAmounts: isOneOf("keep", "exclude"),
  duplicates: isOneOf("exclude", "keep"),
  orderLines: isOneOf("together", "apart"),
  customerIds: isOneOf("caseless", "exact"),
  currency: isCurrencyRule,
});

const isSource: Check<OrdersSource> = (value): value is OrdersSource =>
  isShape<OrdersSource>({
    sheet: isText(31),
    address: isText(40),
    tableName: orNull(isText(255)),
    toLastRow: isFlag,
  })(value) && areaOfAddress(value.address) !== undefined;

/** A value within its input's allowed range: a workbook must not bring in what the pane would refuse. */
const isInputOf = (spec: (typeof INPUTS)[number]): Check<SummaryInput> => {
  const value: Check<SummaryInput["value"]> = (given): given is SummaryInput["value"] =>
    given === null
      ? spec.optional || spec.fallback === null
      : spec.kind === "choice"
        ? isTiming(given)
        : isNumber(given) && given >= spec.min && given <= spec.max;
  return isShape<SummaryInput>({ value, origin: isOneOf("typed", "orders", "default") });
};

const isInputs: Check<SummaryInputs> = (value): value is SummaryInputs =>
  isRecord(value) && INPUTS.every((spec) => isInputOf(spec)(value[spec.key satisfies InputKey]));

const isScalar = either<Scalar, Scalar>(
  either<string, number>(isText(), isNumber),
  either<boolean, null>(isFlag, (value): value is null => value === null),
);

const isInputCell = isShape<InputCell>({
  id: isText(400),
  name: isText(255),
  place: isCount,
  made: either<Scalar, FormulaCell>(
    isScalar,
    isShape({ formula: isText(8_192), expected: optional(isScalar) }),
  ),
  typed: isFlag,
});

const isFigures: Check<HistoryRow["figures"]> = (value): value is HistoryRow["figures"] =>
  isRecord(value) && HISTORY_FIGURES.every((figure) => orNull(isNumber)(value[figure]));

const isHistoryRow = isShape<HistoryRow>({ at: isNumber, asOf: isNumber, figures: isFigures });

const isMoney = isShape<MoneyStyle>({ symbol: isText(20), digits: isCount, symbolAfter: isFlag });

/** Whether a value read from a workbook is a run we can repeat. */
export const isLastRun = isShape<LastRun>({
  version: isOneOf(1),
  when: isNumber,
  locale: isText(20),
  source: isSource,
  columns: isColumns,
  headings: optional(isHeadings),
  rules: isRules,
  inputs: isInputs,
  inputCells: optional(isList(isInputCell, 2_000)),
  figures: optional(isHistoryRow),
  money: isMoney,
  sheets: isList(isSheetKey, 50),
  liveModels: optional(isFlag),
});

/** The workbook's last run; null where there was none or what is kept cannot be trusted. */
export const readLastRun = (): Promise<LastRun | null> =>
  inWorkbook(
    async (context) => {
      const text = await readText(context, LAST_RUN_KEY);
      const run = text === null ? undefined : parsed(text);
      return isLastRun(run) ? run : null;
    },
    { wait: true },
  );
