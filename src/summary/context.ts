import { quotedSheet } from "./layout/cellAddress";
import { findingWords } from "../locales/findingText";
import { isRightToLeft } from "../locales/locale";
import { fillPlain, quantity, type Fillings, type Quantity } from "../locales/message";
import { sentenceNumber } from "../locales/sentenceNumber";
import { sheetWords, type SheetWords } from "../locales/sheetWords";
import { cohortFigures, type CohortFigures } from "./cohorts/cohortFigures";
import type { CustomerFigures } from "./customers/customerFigures";
import { customerFigures } from "./customers/customerFigures";
import {
  customerValues,
  inputNumber,
  keyFigures,
  type CustomerValues,
  type KeyFigures,
} from "./board/keyFigures";
import { numberFormats, type NumberFormats } from "./layout/numberFormats";
import type { FindingReason } from "../orders/findings";
import type { SheetKey } from "./plan";
import type { SummaryRequest } from "./request";
import { segmentFigures, type SegmentFigures } from "./segments/segmentFigures";
import { segmentRules } from "./segments/segmentInputs";
import { NameList, SheetDraft } from "./layout/sheetDraft";
import { InputCells } from "./inputs/sheetInputs";
import { sourceRange, type SourceRange } from "./orders/sourceRange";

/** Customers × orders up to which the customer table is live formulas (docs/performance.md has the measurement). */
export const LIVE_LIMIT = 20_000_000;
/** Orders up to which they are repeated on a working sheet. */
export const LIVE_ORDERS = 50_000;
/** Customers up to which what follows from the facts and the inputs is a formula: a file must stay small. */
export const LIVE_CUSTOMERS = 20_000;
/** Orders up to which each is compared with all others, which grows with their square: above, such columns hold values. */
export const LIVE_FIRSTS = 8_000;

/** Everything that the planning of one sheet may look at. */
export interface Context {
  readonly request: SummaryRequest;
  readonly words: SheetWords;
  readonly formats: NumberFormats;
  readonly source: SourceRange;
  readonly names: NameList;
  readonly inputCells: InputCells;
  /** Whether customers are formulas over the orders sheet; else values. */
  readonly live: boolean;
  readonly base: CustomerFigures;
  readonly figures: KeyFigures;
  readonly values: CustomerValues;
  /** Computed when first asked for. */
  cohorts(): CohortFigures;
  segments(): SegmentFigures;
  sheetName(key: SheetKey): string;
  /** The sheet's name as formulas quote it. */
  quoted(key: SheetKey): string;
  wants(key: SheetKey): boolean;
  draft(key: SheetKey): SheetDraft;
  /** What was noted about a row, in a few words. */
  reason(reason: FindingReason): string;
  fill(template: string, values: Fillings): string;
  /** A number within a sentence, with its plural. */
  quantity(value: number): Quantity;
}

export function createContext(request: SummaryRequest): Context {
  const { locale, orders, inputs } = request;
  const words = sheetWords(locale);
  const given = (key: Parameters<typeof inputNumber>[1]): number => inputNumber(inputs, key);
  const base = customerFigures(orders, {
    asOf: given("asOf"),
    periodStart: given("periodStart"),
    lostAfter: given("lostAfter"),
    decimals: given("decimals"),
    groups: given("groups"),
  });
  const figures = keyFigures(base, inputs);
  let cohorts: CohortFigures | undefined;
  let segments: SegmentFigures | undefined;
  const sheetName = (key: SheetKey): string => request.sheetNames?.[key] ?? words.sheetNames[key];
  return {
    request,
    words,
    formats: numberFormats(request.money),
    source: sourceRange(request.place, request.columns, request.table),
    names: new NameList(),
    inputCells: new InputCells(),
    live: orders.length <= LIVE_ORDERS && orders.length * base.length <= LIVE_LIMIT,
    base,
    figures,
    values: customerValues(base, inputs, figures),
    cohorts: () => (cohorts ??= cohortFigures(orders, base, given("asOf"), given("decimals"))),
    segments: () => (segments ??= segmentFigures(base, segmentRules({ request }))),
    sheetName,
    quoted: (key) => quotedSheet(sheetName(key)),
    wants: (key) => request.sheets.includes(key),
    draft: (key) => new SheetDraft(key, sheetName(key), isRightToLeft(locale)),
    reason: (reason) => findingWords(locale)[reason].label,
    fill: fillPlain,
    quantity: (value) => quantity(value, locale, sentenceNumber(value, locale)),
  };
}
