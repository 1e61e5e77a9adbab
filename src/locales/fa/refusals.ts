import type { RefusalCode } from "../../numerics/refusal";

export const refusals: Record<RefusalCode, string> = {
  argumentMissing: "{argument} داده نشده است. یک مقدار یا سلول بدهید.",
  cellEmpty: "{argument}: سلول {index} خالی است. آن را پر کنید یا همهٔ ردیف را خالی بگذارید.",
  churnNotPositive:
    "نرخ ریزش صفر است: هیچ مشتری‌ای نمی‌رود، پس طول عمر پایانی ندارد. نرخ ریزشی بزرگ‌تر از صفر بدهید.",
  columnsExpected: "{argument} باید {columns} ستون داشته باشد.",
  countsRise:
    "مقدار {index} از {argument} از مقدار پیش از خود بیشتر است. این‌ها مشتریان باقی‌ماندهٔ یک گروه هم‌دوره‌اند و تعدادشان فقط می‌تواند کم شود.",
  fitNotConverged:
    "جست‌وجوی پارامترها به پایان نرسید. داده‌ها را بررسی کنید، یا با weak_prior برابر TRUE دوباره برازش کنید.",
  growthNotBelowDiscount:
    "با نرخ ماندگاری {retention}، رشد {growth} و نرخ تنزیل {discount} حاصل‌جمع کران‌دار نیست: ماندگاری × (۱ + رشد) باید کمتر از ۱ + نرخ تنزیل باشد.",
  intervalNeedsFit: "برای بازه، کل بلوکی را که FIT با stats برابر TRUE می‌دهد به {argument} بدهید.",
  lengthsDiffer:
    "{argument} {length} مقدار دارد و {other} {otherLength} مقدار؛ مقدارهای این دو باید یک‌به‌یک متناظر باشند.",
  negativeTotal: "جمع مقدارهای {argument} برابر {total} است: سهم از مجموعی که مثبت نیست معنا ندارد.",
  neverEnds:
    "با نرخ تنزیل {discount} حاصل‌جمع کران‌دار نیست: بعضی مشتریان هیچ‌گاه از پرداخت باز نمی‌ایستند. نرخ تنزیلی بزرگ‌تر از صفر یا تعداد دوره‌ها را بدهید.",
  neverPaysBack: "حاشیه‌های سود هرگز به {cac} نمی‌رسند: ارزش آن‌ها در کل دورهٔ همکاری {value} است.",
  noBreakEven: "هیچ مقداری از {argument} در بازهٔ مجاز، ارزش مشتری را به {cost} نمی‌رساند.",
  noData: "داده‌ای برای محاسبه وجود ندارد.",
  noFiniteMean: "با q = {q} میانگین ارزش سفارش امید ریاضی کران‌دار ندارد: q باید بزرگ‌تر از ۱ باشد.",
  noIntervalAtBoundary:
    "بازه‌ای نیست: {argument} برازشی در مرز و بدون خطای معیار است. level را خالی بگذارید، یا با weak_prior برابر TRUE دوباره برازش کنید.",
  noRepeatOrders:
    "هیچ مشتری‌ای دوباره سفارش نداده است (همهٔ xها صفرند)، پس دربارهٔ سفارش‌های مجدد چیزی نمی‌توان دانست.",
  noSegment:
    "هیچ ردیفی از جدول بخش‌ها با امتیازهای {scores} منطبق نیست. ردیفی با حدهای خالی به پایان جدول بیفزایید.",
  noTimeObserved: "سن همهٔ مشتریان صفر است: زمانی نگذشته که سفارشی بتواند برسد.",
  noVariation: "همهٔ مقدارهای {argument} یکسان‌اند، پس چیزی را نمی‌توان مقایسه کرد.",
  nobodyLeft: "هنوز هیچ‌کس نرفته است، پس این داده‌ها دربارهٔ ریزش چیزی نمی‌گویند.",
  notANumber: "{argument}: «{value}» عدد نیست. یک عدد، یا سلولی که عدد دارد، بدهید.",
  notARate: "{argument}: {value} نرخی بین ۰ و ۱ نیست. آیا منظورتان {value}٪ بود؟",
  notATransition:
    "ردیف {row} از {argument} مجموعه‌ای از احتمال‌ها نیست: هر یک باید بین ۰ و ۱ باشد و جمعشان، که اکنون {sum} است، از ۱ بیشتر نشود.",
  notAWholeNumber: "{argument}: {value} عدد صحیح نیست.",
  notFinite: "نتیجه بزرگ‌تر از آن است که نشان داده شود. {argument} را بررسی کنید.",
  notSquare:
    "{argument} {rows} ردیف و {columns} ستون دارد: شمار ردیف‌ها و ستون‌ها باید برابر باشد، یکی برای هر حالت.",
  oneValueExpected: "{argument} باید یک مقدار تنها باشد، نه یک محدوده.",
  outOfRange: "{argument}: مقدار {value} بیرون از بازهٔ مجاز است: {range}.",
  retentionNotBelowDiscount:
    "با نرخ ماندگاری {retention} و نرخ تنزیل {discount} حاصل‌جمع کران‌دار نیست: ماندگاری باید کمتر از ۱ + نرخ تنزیل باشد.",
  tooFewValues: "{argument}: دست‌کم {needed} مقدار لازم است؛ {given} مقدار داده شده است.",
  tooManyValues: "{argument}: حداکثر {most} مقدار پذیرفته می‌شود؛ {given} مقدار داده شده است.",
  unexpected: "این محاسبه انجام نشد. آرگومان‌ها را بررسی کنید؛ اگر درست‌اند، لطفاً گزارش دهید.",
  unknownName: "{argument}: «{value}» شناخته‌شده نیست. گزینه‌ها: {names}.",
  zeroDivisor: "{argument} صفر است و نتیجه بر آن تقسیم می‌شود.",
};
