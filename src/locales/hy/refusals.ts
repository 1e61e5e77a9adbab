import type { RefusalCode } from "../../numerics/refusal";

export const refusals: Record<RefusalCode, string> = {
  churnNotPositive:
    "Հեռացման գործակիցը 0 է. ոչ ոք չի հեռանում, ուստի կյանքի տևողությունն ավարտ չունի։ Տվեք 0-ից մեծ գործակից։",
  notANumber: "{argument}. «{value}» թիվ չէ։ Տվեք թիվ կամ թիվ պարունակող բջիջ։",
  notARate: "{argument}. {value}-ը 0-ի և 1-ի միջև գործակից չէ։ Գուցե նկատի ունեիք {value}%՞։",
  notFinite: "Արդյունքը չափազանց մեծ է ցուցադրելու համար։ Ստուգեք {argument}-ը։",
  outOfRange: "{argument}. {value} արժեքը թույլատրելի միջակայքից դուրս է՝ {range}։",
  retentionNotBelowDiscount:
    "{retention} պահպանման և {discount} զեղչման դեպքում արժեքը վերջավոր գումար չունի. պահպանումը պետք է փոքր լինի 1 + զեղչման դրույքից։",
  zeroDivisor: "{argument}-ը 0 է, իսկ արդյունքը բաժանվում է դրա վրա։",
};
