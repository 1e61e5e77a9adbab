import { AmountColumn } from "../reading/cellReaders";
import type { Cell, CellRows } from "../cells";
import { profileColumns, type ColumnProfile } from "./columnProfile";
import { scoreRole, type ColumnScores } from "./columnScores";
import { currencyOfCell, currencyOfFormat } from "../cellValues/currencies";
import { decideAmounts, decideDates } from "./decideReadings";
import { findHeader } from "./headerRow";
import { rolesOfHeading } from "./headerWords";
import { isMissingId } from "../cellValues/identifiers";
import { defaultRules, type AmountSource, type ColumnDraft } from "../orderColumns";
import type {
  ColumnChoice,
  ColumnHeading,
  ColumnRole,
  Recognition,
  RecognitionOptions,
  RecognitionQuestion,
} from "./recognition";

export type * from "./recognition";

/** Two candidates this close are a question. */
const CLOSE = 0.06;
const LEAST_CONFIDENCE = 0.2;
/** A heading that says "order number", not merely "no.". */
const SURE_ORDER_ID = 0.9;
const NEEDED = ["customer", "date", "amount"] as const;

type Choices = Record<ColumnRole, ColumnChoice>;

/**
 * Recognises the headings, the columns and the way of writing in the first rows of a selection (a few hundred suffice).
 * Whatever the cells leave open comes back as a question; what the user has decided is passed in `options.fixed`, and
 * the rest is recognised around it.
 */
export function recognise(head: CellRows, options: RecognitionOptions = {}): Recognition {
  const { fixed = {} } = options;
  const width = Math.max(0, ...head.map((row) => row.length));
  const found = findHeader(head);
  const headerRow = fixed.headerRow === undefined ? found.headerRow : fixed.headerRow;
  const dataRow =
    fixed.dataRow ?? (headerRow === null ? Math.min(found.dataRow, head.length) : headerRow + 1);
  const body = head.slice(dataRow);
  const profiles = profileColumns(body, width, options.numberFormats?.slice(dataRow));
  const headings = headingTexts(headerRow === null ? [] : (head[headerRow] ?? []), width);

  const { choices, amount } = chooseColumns(profiles, headings, body, fixed);
  const orderIdHeading = rolesOfHeading(headings[choices.orderId.column ?? -1] ?? "").get("orderId") ?? 0;
  const isSurelyOrderId = typeof fixed.orderId === "number" || orderIdHeading >= SURE_ORDER_ID;
  const dates = decideDates(profileAt(profiles, choices.date.column), options);
  const amounts = decideAmounts(body, columnOfAmount(amount));
  const columns: ColumnDraft = {
    headerRow,
    dataRow,
    customer: choices.customer.column,
    date: choices.date.column,
    amount,
    orderId: choices.orderId.column,
    currency: choices.currency.column,
    group: choices.group.column,
    dateReading: fixed.dateReading ?? dates.reading,
    amountReading: fixed.amountReading ?? amounts.reading,
  };
  return {
    columns,
    rules: {
      ...defaultRules(columns, options.today ?? null),
      ...(holdsOrderLines(body, columns.orderId) ? { duplicates: "keep" as const } : {}),
      ...(isSurelyOrderId ? { orderLines: "together" as const } : {}),
    },
    choices,
    missing: NEEDED.filter((role) => columns[role] === null),
    questions: [
      ...closeCalls(choices, amount, fixed),
      ...(fixed.dateReading ? [] : dates.questions),
      ...(fixed.amountReading ? [] : amounts.questions),
    ],
    headings: profiles.map((profile): ColumnHeading => ({
      column: profile.column,
      heading: headings[profile.column] ?? "",
      examples: profile.examples,
    })),
    currencies: currenciesIn(body, columns, options.numberFormats?.slice(dataRow)),
  };
}

const headingTexts = (row: readonly Cell[], width: number): string[] =>
  Array.from({ length: width }, (_, column) => String(row[column] ?? "").trim());

const profileAt = (profiles: readonly ColumnProfile[], column: number | null): ColumnProfile | undefined =>
  column === null ? undefined : profiles[column];

const columnOfAmount = (amount: AmountSource | null): number | null =>
  amount === null ? null : amount.kind === "column" ? amount.column : amount.price;

interface Chosen {
  readonly choices: Choices;
  readonly amount: AmountSource | null;
}

/** Gives each role its best column that no surer role has taken. */
function chooseColumns(
  profiles: readonly ColumnProfile[],
  headings: readonly string[],
  body: CellRows,
  fixed: Partial<ColumnDraft>,
): Chosen {
  const taken = new Set<number>();
  for (const column of [fixed.customer, fixed.date, fixed.orderId, fixed.currency, fixed.group]) {
    if (typeof column === "number") taken.add(column);
  }
  if (fixed.amount) amountColumns(fixed.amount).forEach((column) => taken.add(column));
  const take = (role: ColumnRole, decided: number | null | undefined): ColumnChoice => {
    const choice = chooseFrom(scoreRole(role, profiles, headings), taken, decided);
    if (choice.column !== null) taken.add(choice.column);
    return choice;
  };
  const date = take("date", fixed.date);
  const currency = take("currency", fixed.currency);
  const orderIdScores = scoreRole("orderId", profiles, headings);
  // A heading that says "order number" keeps the column from being taken for the customer.
  const surelyOrderId = orderIdScores.candidates.filter(({ confidence }) => confidence > 0.8);
  const reserved = new Set([...taken, ...surelyOrderId.map(({ column }) => column)]);
  const amountSide = chooseAmount(profiles, headings, body, fixed, taken);
  amountColumns(amountSide.amount).forEach((column) => taken.add(column).has(column) && reserved.add(column));
  const customer = chooseFrom(scoreRole("customer", profiles, headings), reserved, fixed.customer);
  if (customer.column !== null) taken.add(customer.column);
  const orderId = take("orderId", fixed.orderId);
  const group = take("group", fixed.group);
  return {
    choices: { customer, date, currency, orderId, group, ...amountSide.choices },
    amount: amountSide.amount,
  };
}

const amountColumns = (amount: AmountSource | null): number[] =>
  amount === null ? [] : amount.kind === "column" ? [amount.column] : [amount.quantity, amount.price];

function chooseFrom(
  scores: ColumnScores,
  taken: ReadonlySet<number>,
  decided: number | null | undefined,
): ColumnChoice {
  const free = scores.candidates.filter(({ column }) => !taken.has(column) || column === decided);
  if (decided !== undefined) {
    const alternatives = free.filter(({ column }) => column !== decided);
    return { column: decided, confidence: 1, alternatives };
  }
  const [best, ...alternatives] = free;
  if (!best || best.confidence < LEAST_CONFIDENCE) {
    return { column: null, confidence: 0, alternatives: free };
  }
  return { ...best, alternatives };
}

interface AmountSide {
  readonly amount: AmountSource | null;
  readonly choices: Pick<Choices, "amount" | "quantity" | "price">;
}

/** One column of amounts, or quantity × price where only these are named. */
function chooseAmount(
  profiles: readonly ColumnProfile[],
  headings: readonly string[],
  body: CellRows,
  fixed: Partial<ColumnDraft>,
  taken: ReadonlySet<number>,
): AmountSide {
  const scores = scoreRole("amount", profiles, headings);
  const quantity = chooseFrom(scoreRole("quantity", profiles, headings), taken, undefined);
  const price = chooseFrom(
    scoreRole("price", profiles, headings),
    new Set([...taken, ...(quantity.column === null ? [] : [quantity.column])]),
    undefined,
  );
  const fixedColumn = fixed.amount?.kind === "column" ? fixed.amount.column : undefined;
  const withoutQuantity = quantity.column === null ? taken : new Set([...taken, quantity.column]);
  const amount = chooseFrom(scores, withoutQuantity, fixedColumn);
  const choices = { amount, quantity, price };
  if (fixed.amount !== undefined) return { amount: fixed.amount, choices };
  const product: AmountSource | null =
    quantity.column === null || price.column === null
      ? null
      : { kind: "product", quantity: quantity.column, price: price.column };
  if (!product) {
    return { amount: amount.column === null ? null : { kind: "column", column: amount.column }, choices };
  }
  // Where a column holds quantity × price already, it is the amount beyond doubt.
  const proven = scores.candidates.find(({ column }) => isProduct(body, column, product));
  if (proven) {
    const alternatives = amount.alternatives.filter(({ column }) => column !== proven.column);
    const sure = { column: proven.column, confidence: 0.99, alternatives };
    return { amount: { kind: "column", column: proven.column }, choices: { ...choices, amount: sure } };
  }
  const named = amount.column !== null && amount.column !== product.price ? scores.heading(amount.column) : 0;
  if (amount.column !== null && named >= 0.6) {
    return { amount: { kind: "column", column: amount.column }, choices };
  }
  return { amount: product, choices: { ...choices, amount: { ...amount, column: null } } };
}

function isProduct(body: CellRows, column: number, product: AmountSource): boolean {
  if (product.kind !== "product" || column === product.price || column === product.quantity) return false;
  const stated = new AmountColumn({ kind: "column", column }, ".");
  const computed = new AmountColumn(product, ".");
  let same = 0;
  let other = 0;
  let manyUnits = 0;
  for (const row of body) {
    const [a, b] = [stated.read(row), computed.read(row)];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    if (Math.abs(a - b) < 0.006) same++;
    else other++;
    if (row[product.quantity] !== 1) manyUnits++;
  }
  return manyUnits > 0 && same > 9 * other;
}

/** Roles for which two columns fit about equally well. */
function closeCalls(
  choices: Choices,
  amount: AmountSource | null,
  fixed: Partial<ColumnDraft>,
): RecognitionQuestion[] {
  return NEEDED.flatMap((role): RecognitionQuestion[] => {
    const { column, confidence, alternatives } = choices[role];
    if (fixed[role] !== undefined || column === null) return [];
    if (role === "amount" && amount?.kind !== "column") return [];
    const rivals = alternatives.filter((other) => confidence - other.confidence < CLOSE);
    return rivals.length === 0
      ? []
      : [{ kind: "column", role, options: [column, ...rivals.map((rival) => rival.column)] }];
  });
}

/** Order ids that recur mean one row per article: equal rows are then articles bought twice, not entries made twice. */
function holdsOrderLines(body: CellRows, orderId: number | null): boolean {
  if (orderId === null) return false;
  const seen = new Map<Cell, string>();
  let filled = 0;
  let lines = 0;
  for (const row of body) {
    const id = row[orderId] ?? null;
    if (isMissingId(id)) continue;
    filled++;
    const content = JSON.stringify(row);
    const before = seen.get(id);
    if (before === undefined) seen.set(id, content);
    else if (before !== content) lines++;
  }
  return lines > filled * 0.05;
}

function currenciesIn(
  body: CellRows,
  columns: ColumnDraft,
  numberFormats: readonly (readonly string[])[] | undefined,
): string[] {
  const found = new Set<string>();
  const column = columnOfAmount(columns.amount);
  const reader = columns.amount
    ? new AmountColumn(columns.amount, columns.amountReading.decimalSign)
    : undefined;
  body.forEach((row, index) => {
    const named = columns.currency === null ? null : (row[columns.currency] ?? null);
    if (named !== null && String(named).trim() !== "") {
      found.add(currencyOfCell(String(named)));
      return;
    }
    reader?.read(row);
    const format = column === null ? undefined : numberFormats?.[index]?.[column];
    const currency = reader?.currency ?? (format === undefined ? undefined : currencyOfFormat(format));
    if (currency !== undefined) found.add(currency);
  });
  return [...found];
}
