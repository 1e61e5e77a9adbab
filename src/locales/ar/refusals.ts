import type { RefusalCode } from "../../numerics/refusal";

export const refusals: Record<RefusalCode, string> = {
  argumentMissing: "الوسيطة {argument} مفقودة. أدخل قيمة أو خلية.",
  notAWholeNumber: "{argument}: {value} ليس عددًا صحيحًا.",
  oneValueExpected: "يجب أن تكون إحدى الوسيطات قيمة واحدة لا نطاقًا.",
  unexpected: "تعذّر الحساب. تحقق من الوسيطات، وإن كانت صحيحة فأبلغنا من فضلك.",
  noData: "لا توجد بيانات للحساب.",
  churnNotPositive: "معدل التسرب صفر: لا يغادر أي عميل، فلا نهاية لمدة بقائه. أدخل معدل تسرب أكبر من صفر.",
  lengthsDiffer:
    "عدد القيم في {argument} هو {length} وفي {other} هو {otherLength}، ويجب أن يتساويا: لكل قيمة ما يقابلها.",
  notANumber: "{argument}: «{value}» ليس رقمًا. أدخل رقمًا أو خلية تحتوي على رقم.",
  notARate: "{argument}: {value} ليس معدلًا بين 0 و1. هل تقصد {value}%؟",
  notFinite: "النتيجة أكبر من أن تُعرض. تحقق من {argument}.",
  outOfRange: "{argument}: القيمة {value} خارج النطاق المسموح: {range}.",
  retentionNotBelowDiscount:
    "مع معدل احتفاظ {retention} ومعدل خصم {discount} لا يكون للقيمة مجموع منتهٍ: يجب أن يقل الاحتفاظ عن 1 + معدل الخصم.",
  tooFewValues: "{argument}: العدد الأدنى من القيم هو {needed}، والمُدخل {given}.",
  zeroDivisor: "{argument} يساوي صفرًا، والنتيجة مقسومة عليه.",
};
