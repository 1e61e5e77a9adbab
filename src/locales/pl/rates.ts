import type { rates as en } from "../en/rates";

/** Several currencies: their rates in the pane and on the sheets. */
export const rates: typeof en = {
  heading: "Kursy walut",
  rate: "1 {from} w {into}",
  rateExplain:
    "Ile {into} wart jest jeden {from}. Tam, gdzie arkusze zawierają formuły, zmiana kursu zmienia wszystkie wyniki.",
  digits: "Miejsca dziesiętne po przeliczeniu",
  digitsExplain: "Każda przeliczona kwota jest zaokrąglana do tylu miejsc po przecinku.",
  rowCurrency: "Waluta",
  ownAmount: "Kwota we własnej walucie",
  ownTotal: "Kwoty jak w źródle, przed przeliczeniem",
  noOrigin: "nie podano źródła kursu",
  note: "każde zamówienie przeliczono po tym kursie; źródło kursu: {origin}",
  convert: "Wszystkie, przeliczone po podanych kursach",
  into: "Przelicz na",
  origin: "Źródło kursu {from}",
  originHint: "Na przykład: NBP, 25.11.2026",
  needed: "Podaj kurs {from}: liczbę większą od 0.",
};
