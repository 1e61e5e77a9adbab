import type { rates as en } from "../en/rates";

/** Several currencies: their rates in the pane and on the sheets. */
export const rates: typeof en = {
  heading: "نرخ‌های ارز",
  rate: "۱ {from} به {into}",
  rateExplain: "ارزش یک {from} به {into}. هر جا کاربرگ‌ها فرمول دارند، تغییر نرخ همهٔ رقم‌ها را تغییر می‌دهد.",
  digits: "رقم‌های اعشار پس از تبدیل",
  digitsExplain: "هر مبلغ تبدیل‌شده تا این تعداد رقم اعشار گرد می‌شود.",
  rowCurrency: "ارز",
  ownAmount: "مبلغ به ارز خودش",
  ownTotal: "مبلغ‌ها همان‌گونه که در منبع آمده‌اند، پیش از تبدیل",
  noOrigin: "منبع نرخ گفته نشده",
  note: "هر سفارش با همین نرخ تبدیل شده است؛ منبع نرخ: {origin}",
  convert: "همه، با تبدیل به نرخی که می‌دهید",
  into: "تبدیل به",
  origin: "منبع نرخ {from}",
  originHint: "برای نمونه: بانک مرکزی، ۴ آذر ۱۴۰۵",
  needed: "نرخ {from} را وارد کنید: عددی بزرگ‌تر از صفر.",
};
