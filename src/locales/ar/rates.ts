import type { rates as en } from "../en/rates";

/** Several currencies: their rates in the pane and on the sheets. */
export const rates: typeof en = {
  heading: "أسعار الصرف",
  rate: "1 {from} بعملة {into}",
  rateExplain: "ما يساويه {from} واحد بعملة {into}. حيث تحتوي الأوراق على صيغ، يغيّر تعديل السعر كل الأرقام.",
  digits: "المنازل العشرية بعد التحويل",
  digitsExplain: "يُقرَّب كل مبلغ محوَّل إلى هذا العدد من المنازل العشرية.",
  rowCurrency: "العملة",
  ownAmount: "المبلغ بعملته",
  ownTotal: "المبالغ كما هي في المصدر، قبل التحويل",
  noOrigin: "لم يُذكر مصدر السعر",
  note: "حُوِّل كل طلب بهذا السعر؛ مصدر السعر: {origin}",
  convert: "جميعها، بعد تحويلها بأسعار تحددها أنت",
  into: "التحويل إلى",
  origin: "مصدر سعر {from}",
  originHint: "مثال: البنك المركزي، 25 نوفمبر 2026",
  needed: "أدخل سعر {from}: عددًا أكبر من صفر.",
};
