import type { RefusalCode } from "../../numerics/refusal";

export const refusals: Record<RefusalCode, string> = {
  argumentMissing: "{argument} داده نشده است. یک مقدار یا خانه بدهید.",
  notAWholeNumber: "{argument}: {value} عدد صحیح نیست.",
  oneValueExpected: "یکی از آرگومان‌ها باید یک مقدار تنها باشد، نه یک محدوده.",
  unexpected: "این محاسبه انجام نشد. آرگومان‌ها را بررسی کنید؛ اگر درست‌اند، لطفاً گزارش دهید.",
  noData: "داده‌ای برای محاسبه وجود ندارد.",
  churnNotPositive:
    "نرخ ریزش صفر است: هیچ مشتری‌ای نمی‌رود، پس طول عمر پایانی ندارد. نرخ ریزشی بزرگ‌تر از صفر بدهید.",
  lengthsDiffer:
    "{argument} {length} مقدار دارد و {other} {otherLength} مقدار؛ این دو باید یک‌به‌یک با هم جور باشند.",
  notANumber: "{argument}: «{value}» عدد نیست. یک عدد، یا خانه‌ای که عدد دارد، بدهید.",
  notARate: "{argument}: {value} نرخی بین ۰ و ۱ نیست. آیا منظورتان {value}٪ بود؟",
  notFinite: "نتیجه بزرگ‌تر از آن است که نشان داده شود. {argument} را بررسی کنید.",
  outOfRange: "{argument}: مقدار {value} بیرون از بازهٔ مجاز است: {range}.",
  retentionNotBelowDiscount:
    "با نرخ ماندگاری {retention} و نرخ تنزیل {discount} حاصل‌جمع کران‌دار نیست: ماندگاری باید کمتر از ۱ + نرخ تنزیل باشد.",
  tooFewValues: "{argument}: دست‌کم {needed} مقدار لازم است؛ {given} مقدار داده شده است.",
  zeroDivisor: "{argument} صفر است و نتیجه بر آن تقسیم می‌شود.",
};
