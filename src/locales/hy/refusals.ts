import type { RefusalCode } from "../../numerics/refusal";

export const refusals: Record<RefusalCode, string> = {
  argumentMissing: "{argument}-ը բացակայում է։ Տվեք արժեք կամ բջիջ։",
  notAWholeNumber: "{argument}. {value}-ը ամբողջ թիվ չէ։",
  oneValueExpected: "Արգումենտներից մեկը պետք է լինի մեկ արժեք, ոչ թե տիրույթ։",
  unexpected: "Հաշվարկը չհաջողվեց։ Ստուգեք արգումենտները. եթե դրանք ճիշտ են, խնդրում ենք հայտնել։",
  noData: "Հաշվարկի համար տվյալներ չկան։",
  churnNotPositive:
    "Հեռացման գործակիցը 0 է. ոչ ոք չի հեռանում, ուստի կյանքի տևողությունն ավարտ չունի։ Տվեք 0-ից մեծ գործակից։",
  lengthsDiffer:
    "{argument}-ն ունի {length} արժեք, իսկ {other}-ը՝ {otherLength}. դրանք պետք է համապատասխանեն մեկը մեկին։",
  notANumber: "{argument}. «{value}» թիվ չէ։ Տվեք թիվ կամ թիվ պարունակող բջիջ։",
  notARate: "{argument}. {value}-ը 0-ի և 1-ի միջև գործակից չէ։ Գուցե նկատի ունեիք {value}%՞։",
  notFinite: "Արդյունքը չափազանց մեծ է ցուցադրելու համար։ Ստուգեք {argument}-ը։",
  outOfRange: "{argument}. {value} արժեքը թույլատրելի միջակայքից դուրս է՝ {range}։",
  retentionNotBelowDiscount:
    "{retention} պահպանման և {discount} զեղչման դեպքում արժեքը վերջավոր գումար չունի. պահպանումը պետք է փոքր լինի 1 + զեղչման դրույքից։",
  tooFewValues: "{argument}. անհրաժեշտ է առնվազն {needed} արժեք, տրվել է {given}։",
  zeroDivisor: "{argument}-ը 0 է, իսկ արդյունքը բաժանվում է դրա վրա։",
};
