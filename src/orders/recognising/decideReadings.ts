import { separatorEvidence, splitAmount } from "../cellValues/amounts";
import type { CellRows } from "../cells";
import { gregorianSerial } from "../cellValues/calendars";
import type { ColumnProfile } from "./columnProfile";
import { serialOfParts, type DateParts } from "../cellValues/dates";
import type { AmountReading, Calendar, DateOrder, DateReading } from "../orderColumns";
import type { RecognitionOptions, RecognitionQuestion } from "./recognition";

interface DateCandidate {
  readonly calendar: Calendar;
  readonly order: DateOrder;
  /** Cells that give a date. */
  readonly read: number;
  /** Of these, cells within plausible years. */
  readonly plausible: number;
  /** Whether the dates never go back: lists are mostly kept in order. */
  readonly ascending: boolean;
}

const CALENDARS: readonly Calendar[] = ["gregorian", "jalali", "hijri"];
const ORDERS: readonly DateOrder[] = ["ymd", "dmy", "mdy"];

/**
 * Years in which orders are plausible. Jalali 1374–1414 and Hijri 1415–1461 are the same years, so that a year number
 * alone tells the calendars apart as long as all cells lie on one side.
 */
const PLAUSIBLE_FROM = gregorianSerial(1995, 3, 21);
const PLAUSIBLE_UNTIL = gregorianSerial(2036, 3, 19);
const POINTS = /\p{N} ?\. ?\p{N}/u;
const YEARS_BACK = 30 * 366;
const DAYS_AHEAD = 400;

function tryReading(
  dates: readonly DateParts[],
  calendar: Calendar,
  order: DateOrder,
  today: number | undefined,
): DateCandidate {
  const from = today === undefined ? PLAUSIBLE_FROM : today - YEARS_BACK;
  const until = today === undefined ? PLAUSIBLE_UNTIL : today + DAYS_AHEAD;
  let read = 0;
  let plausible = 0;
  let ascending = true;
  let previous = -Infinity;
  for (const date of dates) {
    const serial = serialOfParts(date, calendar, order);
    if (Number.isNaN(serial)) continue;
    read++;
    if (serial >= from && serial <= until) plausible++;
    if (serial < previous) ascending = false;
    previous = serial;
  }
  return { calendar, order, read, plausible, ascending };
}

export interface DateDecision {
  readonly reading: DateReading;
  readonly questions: readonly RecognitionQuestion[];
}

/** Decides for the whole column how its dates are read, and asks where the cells leave it open. */
export function decideDates(profile: ColumnProfile | undefined, options: RecognitionOptions): DateDecision {
  const numbers = (profile?.eightDigits ?? 0) > 0.5 ? "yyyymmdd" : "serial";
  const base: DateReading = {
    calendar: "gregorian",
    order: options.monthFirst ? "mdy" : "dmy",
    numbers,
    system1904: options.system1904 ?? false,
  };
  // A month in words settles its own calendar and order.
  const texts = (profile?.dates ?? []).filter((date) => !date.parts.named);
  if (!profile || texts.length === 0) {
    return { reading: { ...base, calendar: calendarOfNumbers(profile, numbers) }, questions: [] };
  }
  const parts = texts.map((date) => date.parts);
  // 03.04.2024: no country that writes the month first puts points between.
  const orders = texts.every(({ text }) => POINTS.test(text))
    ? ORDERS.filter((order) => order !== "mdy")
    : ORDERS;
  const candidates = CALENDARS.flatMap((calendar) =>
    orders.map((order) => tryReading(parts, calendar, order, options.today)),
  ).filter((candidate) => candidate.read > 0);
  candidates.sort(
    (a, b) =>
      b.plausible - a.plausible ||
      b.read - a.read ||
      Number(b.ascending) - Number(a.ascending) ||
      preference(b, options) - preference(a, options),
  );
  const best = candidates[0];
  if (!best) return { reading: base, questions: [] };
  const reading = { ...base, calendar: best.calendar, order: best.order };
  return { reading, questions: openQuestions(profile, candidates, best, texts) };
}

/** Among equals: year first, then the customary order of the place. */
function preference(candidate: DateCandidate, options: RecognitionOptions): number {
  if (candidate.order === "ymd") return 2;
  return (candidate.order === "mdy") === (options.monthFirst ?? false) ? 1 : 0;
}

/** Eight digits such as 14030514 show their calendar by the year. */
function calendarOfNumbers(profile: ColumnProfile | undefined, numbers: DateReading["numbers"]): Calendar {
  const example = profile?.examples.find((cell) => typeof cell === "number");
  if (numbers === "serial" || typeof example !== "number") return "gregorian";
  const year = Math.floor(example / 10000);
  return year >= 1600 ? "gregorian" : year < 1415 ? "jalali" : "hijri";
}

function openQuestions(
  profile: ColumnProfile,
  candidates: readonly DateCandidate[],
  best: DateCandidate,
  texts: ColumnProfile["dates"],
): RecognitionQuestion[] {
  const questions: RecognitionQuestion[] = [];
  const { column } = profile;
  const rivals = candidates.filter((other) => other !== best);
  // Cells that only the other order can read mean that both orders occur, or that neither is certain.
  const sameCalendar = rivals.filter((other) => other.calendar === best.calendar && other.order !== "ymd");
  const rivalOrder = sameCalendar.find(
    (other) => best.order !== "ymd" && (other.read === best.read || disagree(best, other, texts)),
  );
  if (rivalOrder) {
    const example = texts.find((date) => differs(date.parts, best, rivalOrder)) ?? texts[0];
    if (example && differs(example.parts, best, rivalOrder)) {
      questions.push({
        kind: "dateOrder",
        column,
        options: [best.order, rivalOrder.order],
        example: example.text,
      });
    }
  }
  const otherCalendars = rivals.filter(
    (other) => other.calendar !== best.calendar && other.order === best.order,
  );
  const open = otherCalendars.filter((other) => other.plausible > 0 || best.plausible === 0);
  const unclear = open.filter((other) => other.plausible > 0 || other.read === best.read);
  if (unclear.length > 0) {
    questions.push({
      kind: "calendar",
      column,
      options: [best.calendar, ...unclear.map((other) => other.calendar)],
      example: texts[0]?.text ?? "",
    });
  }
  return questions;
}

/** Whether some cells give a date only in the other order. */
const disagree = (best: DateCandidate, other: DateCandidate, texts: ColumnProfile["dates"]): boolean =>
  best.read < texts.length &&
  texts.some(
    ({ parts }) =>
      Number.isNaN(serialOfParts(parts, best.calendar, best.order)) &&
      parts.parts[0].length < 4 &&
      !Number.isNaN(serialOfParts(parts, other.calendar, other.order)),
  );

function differs(parts: DateParts, one: DateCandidate, other: DateCandidate): boolean {
  const [a, b] = [one, other].map(({ calendar, order }) => serialOfParts(parts, calendar, order));
  return !Object.is(a, b);
}

export interface AmountDecision {
  readonly reading: AmountReading;
  readonly questions: readonly RecognitionQuestion[];
}

/** Decides the decimal sign of numbers stored as text for the whole column, and asks where "1,234" leaves it open. */
export function decideAmounts(body: CellRows, column: number | null): AmountDecision {
  const votes = { ".": 0, ",": 0 };
  let open: { text: string; separator: "." | "," } | undefined;
  for (const row of body) {
    const cell = column === null ? null : (row[column] ?? null);
    const parts = typeof cell === "string" ? splitAmount(cell) : undefined;
    if (!parts || typeof cell !== "string") continue;
    const evidence = separatorEvidence(parts);
    if (evidence === "ambiguous") open ??= { text: cell, separator: parts.digits.includes(",") ? "," : "." };
    else if (evidence !== "none") votes[evidence]++;
  }
  const evident = votes["."] + votes[","] > 0;
  if (column === null || (!evident && !open)) return { reading: { decimalSign: "." }, questions: [] };
  // Three digits after a separator are far more often thousands than mills.
  const guess = open?.separator === "." ? "," : ".";
  const decimalSign = evident ? (votes[","] > votes["."] ? "," : ".") : guess;
  const contradictory = votes["."] > 0 && votes[","] > 0;
  if (evident && !contradictory) return { reading: { decimalSign }, questions: [] };
  const example = open?.text ?? exampleOf(body, column);
  const other = decimalSign === "." ? "," : ".";
  return {
    reading: { decimalSign },
    questions: [{ kind: "decimalSign", column, options: [decimalSign, other], example }],
  };
}

function exampleOf(body: CellRows, column: number): string {
  const cell = body
    .map((row) => row[column])
    .find((value) => typeof value === "string" && /[.,]/.test(value));
  return String(cell ?? "");
}
