import type { rates as en } from "../en/rates";

/** Several currencies: their rates in the pane and on the sheets. */
export const rates: typeof en = {
  heading: "Փոխարժեքներ",
  rate: "1 {from}՝ {into}-ով",
  rateExplain:
    "Որքան {into} արժե մեկ {from}-ը։ Որտեղ թերթերում բանաձևեր են, փոխարժեքի փոփոխությունը փոխում է բոլոր թվերը։",
  digits: "Տասնորդական նիշեր փոխարկումից հետո",
  digitsExplain: "Յուրաքանչյուր փոխարկված գումար կլորացվում է այսքան տասնորդական նիշով։",
  rowCurrency: "Արժույթ",
  ownAmount: "Գումարն իր արժույթով",
  ownTotal: "Գումարներն ինչպես աղբյուրում են՝ մինչև փոխարկումը",
  noOrigin: "փոխարժեքի աղբյուրը նշված չէ",
  note: "յուրաքանչյուր պատվեր փոխարկվել է այս փոխարժեքով. աղբյուրը՝ {origin}",
  convert: "Բոլորը՝ փոխարկելով ձեր տված փոխարժեքներով",
  into: "Փոխարկել",
  origin: "{from}-ի փոխարժեքի աղբյուրը",
  originHint: "Օրինակ՝ ԿԲ, 25.11.2026",
  needed: "Մուտքագրեք {from}-ի փոխարժեքը՝ 0-ից մեծ թիվ։",
};
