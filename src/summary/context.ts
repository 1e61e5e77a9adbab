import { quotedSheet } from "./layout/cellAddress";
import { findingWords } from "../locales/findingText";
import { isRightToLeft } from "../locales/locale";
import { fillPlain, quantity, type Fillings, type Quantity } from "../locales/message";
import { numberInCell } from "../locales/sentenceNumber";
import { sheetWords, type SheetWords } from "../locales/sheetWords";
import { controlLines, type ControlLine } from "./orders/controlTotals";
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
import { LIVE_LIMIT, LIVE_ORDERS } from "./liveLimits";
import { numberFormats, type NumberFormats } from "./layout/numberFormats";
import type { FindingReason } from "../orders/findings";
import type { SheetKey } from "./plan";
import type { SummaryRequest } from "./request";
import { segmentFigures, type SegmentFigures } from "./segments/segmentFigures";
import { segmentRules } from "./segments/segmentInputs";
import { NameList, SheetDraft } from "./layout/sheetDraft";
import { InputCells } from "./inputs/sheetInputs";
import { sourceRange, type SourceRange } from "./orders/sourceRange";

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
  controls(): readonly ControlLine[];
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
  let controls: readonly ControlLine[] | undefined;
  const live = orders.length <= LIVE_ORDERS && orders.length * base.length <= LIVE_LIMIT;
  const wants = (key: SheetKey): boolean => request.sheets.includes(key);
  const sheetName = (key: SheetKey): string => request.sheetNames?.[key] ?? words.sheetNames[key];
  return {
    request,
    words,
    formats: numberFormats(request.money),
    source: sourceRange(request.place, request.columns, request.table),
    names: new NameList(),
    inputCells: new InputCells(),
    live,
    base,
    figures,
    values: customerValues(base, inputs, figures),
    cohorts: () => (cohorts ??= cohortFigures(orders, base, given("asOf"), given("decimals"))),
    segments: () => (segments ??= segmentFigures(base, segmentRules({ request }))),
    controls: () => (controls ??= controlLines({ request, live, wants })),
    sheetName,
    quoted: (key) => quotedSheet(sheetName(key)),
    wants,
    draft: (key) => new SheetDraft(key, sheetName(key), isRightToLeft(locale)),
    reason: (reason) => findingWords(locale)[reason].label,
    fill: fillPlain,
    quantity: (value) => quantity(value, locale, numberInCell(value, locale)),
  };
}
