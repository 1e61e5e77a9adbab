import { LOCALES, type Locale } from "../../src/locales/locale";
import { sheetWords } from "../../src/locales/sheetWords";
import { everyString, found, paneAndSheets } from "./everyString";

/**
 * Words that docs/glossary.md weighed and left: beside each what the product says instead. `(?!\p{L})` ends a word,
 * because `\b` knows Latin letters only.
 */
const LEFT: Record<Locale, readonly (readonly [RegExp, string])[]> = {
  en: [
    [/\bassumptions?\b/i, "input"],
    [/\bsave offers?\b/i, "retention offer"],
    [/\b(joiners?|leavers?)\b/i, "new customers, those who left"],
    [/\blevers?\b/i, "figure"],
    [/\bflatter/i, "looks better than it is"],
  ],
  fa: [
    [/سطر/u, "ردیف"],
    [/(?<!\p{L})برگه/u, "کاربرگ"],
    [/(?<!\p{L})خانه/u, "سلول"],
    [/پنل/u, "پنجرهٔ افزونه"],
    [/برگشتی/u, "مرجوعی"],
    [/نمره/u, "امتیاز"],
    [/پیشینه/u, "تاریخچه، سابقه"],
    [/خرج/u, "مبلغ خرید، هزینه"],
    [/واحد پول/u, "ارز"],
    [/هم‌زمان/u, "هم‌دوره"],
    [/سفارش(?:‌های)? تکراری|(?:خرید|سفارش) دوباره(?! داده)/u, "سفارش مجدد"],
    [/ارزش کنونی/u, "ارزش فعلی"],
    [/جریان نقد(?!ی)/u, "جریان نقدی"],
    [/رفتگان|برازنده/u, "ازدست‌رفته، سازگار"],
  ],
  ar: [
    [/فحوص|الفحص/u, "عملية تحقق"],
    [/حقوق ملكية/u, "إجمالي قيمة العملاء"],
    [/مدى الحياة/u, "القيمة الدائمة للعميل"],
    [/الجزء الجانبي/u, "جزء المهام"],
    [/الافتراضات/u, "المدخلات"],
    [/صيغ[ةًا]* حية/u, "صيغ تُحدَّث تلقائيًا"],
    [/(?<!\p{L})كسب|استحواذ/u, "اكتساب"],
    [/يبخس|تجامل/u, "يقلل من"],
  ],
  pl: [
    [/\bpanel/iu, "okienko"],
    [/\bdan[aeąy]\w* wejściow/iu, "założenie"],
    [/zatrzym/iu, "utrzymać"],
    [/kolejn\w+ zamówie/iu, "ponowne zamówienie"],
    [/\b[Nn]a (?:\w+ )?arkuszu/u, "w arkuszu"],
    [/hojn/iu, "kupujący dużo"],
    [/akwizycj/iu, "pozyskanie"],
    [/log-wiarygodn/iu, "logarytm wiarygodności"],
    [/recenzen/iu, "kontroler"],
  ],
  hy: [
    [/եկամ(?:ուտ|տ(?!աբեր))/iu, "հասույթ"],
    [/հեռացման գործակից/iu, "արտահոսքի գործակից"],
    [/ժամանակահատված/iu, "ժամանակաշրջան"],
    [/կենդանի/iu, "գործող բանաձև"],
    [/երաշխավոր/iu, "ուղղորդում"],
    [/կորած|կորցրած/iu, "կորցված"],
    [/կանխիկ/iu, "դրամական հոսք"],
    [/հարմարեց/iu, "գնահատել"],
    [/(?<!ց)կյանքի (?:պարզ )?արժեք/iu, "ցկյանս արժեք"],
    [/ցուցակ/iu, "ցանկ"],
  ],
};

/** Words that only the functions may use, for other things: LEVERAGE is a lever, a joiner an argument's name. */
const LEFT_TO_FUNCTIONS: Record<Locale, readonly (readonly [RegExp, string])[]> = {
  en: [[/\bmonetary\b/i, "spending"]],
  fa: [[/اهرم/u, "عامل"]],
  ar: [[/رافعة|روافع/u, "عامل"]],
  pl: [[/dźwigni/iu, "czynnik"]],
  hy: [[/լծակ/iu, "գործոն"]],
};

describe.each(LOCALES)("the words in %s", (locale) => {
  test.each(LEFT[locale])("never say %s, but %s", (pattern) => {
    expect(found(everyString(locale), pattern)).toEqual([]);
  });

  test.each(LEFT_TO_FUNCTIONS[locale])("never say %s outside the functions, but %s", (pattern) => {
    expect(found(paneAndSheets(locale), pattern)).toEqual([]);
  });

  test("name sheets that Excel accepts as tabs, all with one prefix and no two alike", () => {
    const names = Object.values(sheetWords(locale).sheetNames);
    expect(names.filter((name) => !/^CLV [^[\]:*?/\\']{3,27}$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("head columns in a few words", () => {
    const { inputColumns, summary, checkColumns, groups } = sheetWords(locale);
    const heads = [inputColumns, summary.figureColumns, checkColumns, groups].flatMap((part) =>
      Object.values(part),
    );
    expect(heads.length).toBeGreaterThan(20);
    expect(heads.filter((head) => head.length > 32)).toEqual([]);
  });
});
