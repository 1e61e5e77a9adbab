import type { RefusalCode } from "../../numerics/refusal";

export const refusals: Record<RefusalCode, string> = {
  churnNotPositive: "معدل التسرب صفر: لا يغادر أي عميل، فلا نهاية لمدة بقائه. أدخل معدل تسرب أكبر من صفر.",
  notANumber: "{argument}: «{value}» ليس رقمًا. أدخل رقمًا أو خلية تحتوي على رقم.",
  notARate: "{argument}: {value} ليس معدلًا بين 0 و1. هل تقصد {value}%؟",
  notFinite: "النتيجة أكبر من أن تُعرض. تحقق من {argument}.",
  outOfRange: "{argument}: القيمة {value} خارج النطاق المسموح: {range}.",
  retentionNotBelowDiscount:
    "مع معدل احتفاظ {retention} ومعدل خصم {discount} لا يكون للقيمة مجموع منتهٍ: يجب أن يقل الاحتفاظ عن 1 + معدل الخصم.",
  zeroDivisor: "{argument} يساوي صفرًا، والنتيجة مقسومة عليه.",
};
