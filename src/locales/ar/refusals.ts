import type { RefusalCode } from "../../numerics/refusal";

export const refusals: Record<RefusalCode, string> = {
  argumentMissing: "الوسيطة {argument} مفقودة. أدخل قيمة أو خلية.",
  cellEmpty: "{argument}: الخلية رقم {index} فارغة. املأها أو اترك الصف كله فارغًا.",
  churnNotPositive: "معدل التسرب صفر: لا يغادر أي عميل، فلا نهاية لمدة بقائه. أدخل معدل تسرب أكبر من صفر.",
  columnsExpected:
    "{argument}: {columns, plural, one {يلزم عمود واحد} two {يلزم عمودان} few {تلزم # أعمدة} many {يلزم # عمودًا} other {يلزم # عمود}}.",
  countsRise:
    "القيمة رقم {index} في {argument} أكبر مما قبلها. هؤلاء هم الباقون من فوج واحد من العملاء، فلا يمكن لعددهم إلا أن ينقص.",
  drawsNotFitted:
    "{failed} من {draws} من السحوبات لا يمكن تقديرها: العملاء الذين طلبوا ثانية أقل من أن تُعرف الحدود بالسحب. أدخل عملاء أكثر أو استخدم CLV.PROFILE.",
  fitNotConverged:
    "لم ينتهِ البحث عن المعلمات. تحقق من البيانات، أو أعد التقدير مع جعل weak_prior مساوية TRUE.",
  growthNotBelowDiscount:
    "مع معدل احتفاظ {retention} ونمو {growth} ومعدل خصم {discount} لا يكون للقيمة مجموع منتهٍ: يجب أن يقل الاحتفاظ × (1 + النمو) عن 1 + معدل الخصم.",
  intervalNeedsFit: "للحصول على مجال أدخل في {argument} كامل الكتلة التي تعطيها FIT مع stats مساوية TRUE.",
  lengthsDiffer:
    "عدد القيم في {argument} هو {length} وفي {other} هو {otherLength}، ويجب أن يتساويا: لكل قيمة ما يقابلها.",
  negativeTotal: "مجموع قيم {argument} هو {total}: لا معنى للحصص من مجموع غير موجب.",
  neverEnds:
    "مع معدل خصم {discount} لا يكون للقيمة مجموع منتهٍ: بعض العملاء لا يتوقفون عن الدفع أبدًا. أدخل معدل خصم أكبر من صفر أو عدد الفترات.",
  neverPaysBack: "لن يبلغ مجموع هوامش الربح {cac}: قيمتها طوال العلاقة مع العميل {value}.",
  noBreakEven: "لا توجد قيمة لـ {argument} ضمن النطاق المسموح تجعل قيمة العميل تبلغ {cost}.",
  noData: "لا توجد بيانات للحساب.",
  noFiniteMean: "عند q = {q} ليس لمتوسط قيمة الطلب توقع منتهٍ: يجب أن تكون q أكبر من 1.",
  noIntervalAtBoundary:
    "لا مجال: {argument} تقدير عند الحد بلا أخطاء معيارية. اترك level فارغة، أو أعد التقدير مع جعل weak_prior مساوية TRUE.",
  noRepeatOrders: "لم يطلب أي عميل مرة أخرى (كل قيم x أصفار)، فلا يمكن معرفة شيء عن تكرار الطلب.",
  noSegment: "لا يوجد في جدول الشرائح صف يطابق الدرجات {scores}. أضف في آخره صفًا بحدود فارغة.",
  noTimeObserved: "عمر كل عميل صفر: لم يمضِ وقت يمكن أن يأتي فيه طلب.",
  noVariation: "كل قيم {argument} متساوية، فلا يمكن مقارنة شيء.",
  nobodyLeft: "لم يغادر أحد بعد، فلا تقول هذه البيانات شيئًا عن المغادرة.",
  notANumber: "{argument}: «{value}» ليس رقمًا. أدخل رقمًا أو خلية تحتوي على رقم.",
  notARate: "{argument}: {value} ليس معدلًا بين 0 و1. هل تقصد {value}%؟",
  notATransition:
    "الصف {row} من {argument} ليس احتمالات صالحة: يجب أن يكون كل منها بين 0 و1، وألا يتجاوز مجموعها 1، وهو الآن {sum}.",
  notAWholeNumber: "{argument}: {value} ليس عددًا صحيحًا.",
  notFinite: "النتيجة أكبر من أن تُعرض. تحقق من {argument}.",
  notSquare: "عدد صفوف {argument} هو {rows} وعدد الأعمدة {columns}: يجب أن يتساويا، واحد لكل حالة.",
  oneValueExpected: "يجب أن تكون الوسيطة {argument} قيمة واحدة لا نطاقًا.",
  outOfRange: "{argument}: القيمة {value} خارج النطاق المسموح: {range}.",
  retentionNotBelowDiscount:
    "مع معدل احتفاظ {retention} ومعدل خصم {discount} لا يكون للقيمة مجموع منتهٍ: يجب أن يقل الاحتفاظ عن 1 + معدل الخصم.",
  tooFewValues:
    "{argument}: {needed, plural, one {تلزم قيمة واحدة} two {تلزم قيمتان} few {تلزم # قيم} many {تلزم # قيمة} other {تلزم # قيمة}} على الأقل، وعدد المُدخل {given}.",
  tooManyValues:
    "{argument}: تُقبل {most, plural, one {قيمة واحدة} two {قيمتان} few {# قيم} many {# قيمة} other {# قيمة}} على الأكثر، وعدد المُدخل {given}.",
  unexpected: "تعذّر الحساب. تحقق من الوسيطات، وإن كانت صحيحة فأبلغنا من فضلك.",
  unknownName: "{argument}: «{value}» غير معروف هنا. الخيارات الممكنة: {names}.",
  zeroDivisor: "{argument} يساوي صفرًا، والنتيجة مقسومة عليه.",
};
