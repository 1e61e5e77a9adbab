import type { Calendar } from "../orderColumns";
import { plainWords } from "./plainText";

export interface NamedMonth {
  /** From 1. */
  readonly month: number;
  readonly calendar: Calendar;
}

/**
 * Stems of month names, January first; a word that begins with the stem is that month, so that cases and
 * abbreviations are covered (stycznia, stycz.; հունվարի, հունվար).
 */
const GREGORIAN_STEMS: readonly string[] = [
  "jan feb mar apr may jun jul aug sep oct nov dec",
  "stycz luty mar kwi maj czerw lip sierp wrzes pazdz listop grud",
  "sty lut marz kwie maja cze lipc sie wrz paz lis gru",
  "հունվ փետր մարտ ապր մայիս հունիս հուլիս օգոստ սեպտ հոկտ նոյեմբ դեկտ",
];

/** Names that must match whole, as Arabic and Persian words share beginnings. `|` parts the months. */
const WHOLE_NAMES: readonly (readonly [Calendar, string])[] = [
  ["gregorian", "ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر"],
  ["gregorian", "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"],
  ["gregorian", "جنوری|فبروری|مارچ|اپریل|می|جون|جولای|آگوست|سپتمبر|اکتوبر|نومبر|دسمبر"],
  [
    "gregorian",
    "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول",
  ],
  ["jalali", "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند"],
  [
    "hijri",
    "محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة",
  ],
  [
    "hijri",
    "المحرم|صفر المظفر|ربیع الاول|ربیع الثانی|جمادی الاول|جمادی الثانیه|رجب|شعبان|رمضان المبارک|شوال|ذی القعده|ذی الحجه",
  ],
  [
    "hijri",
    "محرم الحرام|صفر الخیر|ربیع اول|ربیع الثاني|جمادى الأول|جمادى الثاني|رجب|شعبان|رمضان|شوال|ذیقعده|ذیحجه",
  ],
];

const stems = new Map<string, number>();
for (const line of GREGORIAN_STEMS) line.split(" ").forEach((stem, index) => stems.set(stem, index + 1));

const wholeNames = new Map<string, NamedMonth>();
for (const [calendar, line] of WHOLE_NAMES) {
  line.split("|").forEach((name, index) => {
    wholeNames.set(plainWords(name), { month: index + 1, calendar });
  });
}

function monthOfWord(word: string): NamedMonth | undefined {
  const whole = wholeNames.get(word);
  if (whole) return whole;
  for (let length = Math.min(word.length, 6); length >= 3; length--) {
    const month = stems.get(word.slice(0, length));
    if (month !== undefined) return { month, calendar: "gregorian" };
  }
  return undefined;
}

/** The month named among these words, in one of the five languages; `Mon, Jan` and `ذو الحجة` included. */
export function monthOfWords(text: string): NamedMonth | undefined {
  const words = plainWords(text).split(" ");
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    const found = monthOfWord(`${word} ${words[index + 1] ?? ""}`.trim()) ?? monthOfWord(word);
    if (found) return found;
  }
  return undefined;
}
