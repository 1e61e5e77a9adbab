import type { RefusalCode } from "../../numerics/refusal";

export const refusals: Record<RefusalCode, string> = {
  churnNotPositive:
    "نرخ ریزش صفر است: هیچ مشتری‌ای نمی‌رود، پس طول عمر پایانی ندارد. نرخ ریزشی بزرگ‌تر از صفر بدهید.",
  notANumber: "{argument}: «{value}» عدد نیست. یک عدد، یا خانه‌ای که عدد دارد، بدهید.",
  notARate: "{argument}: {value} نرخی بین ۰ و ۱ نیست. آیا منظورتان {value}٪ بود؟",
  notFinite: "نتیجه بزرگ‌تر از آن است که نشان داده شود. {argument} را بررسی کنید.",
  outOfRange: "{argument}: مقدار {value} بیرون از بازهٔ مجاز است: {range}.",
  retentionNotBelowDiscount:
    "با نرخ ماندگاری {retention} و نرخ تنزیل {discount} حاصل‌جمع کران‌دار نیست: ماندگاری باید کمتر از ۱ + نرخ تنزیل باشد.",
  zeroDivisor: "{argument} صفر است و نتیجه بر آن تقسیم می‌شود.",
};
