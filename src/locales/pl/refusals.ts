import type { RefusalCode } from "../../numerics/refusal";

export const refusals: Record<RefusalCode, string> = {
  argumentMissing: "Brakuje argumentu {argument}. Podaj wartość albo komórkę.",
  notAWholeNumber: "{argument}: {value} nie jest liczbą całkowitą.",
  oneValueExpected: "Jeden z argumentów musi być pojedynczą wartością, a nie zakresem.",
  unexpected: "Nie udało się tego obliczyć. Sprawdź argumenty; jeśli są poprawne, zgłoś to.",
  noData: "Brak danych do obliczeń.",
  churnNotPositive:
    "Wskaźnik odejść wynosi 0: nikt nie odchodzi, więc czas życia klienta nie ma końca. Podaj wskaźnik większy od 0.",
  lengthsDiffer:
    "Liczba wartości w {argument} to {length}, a w {other} – {otherLength}: muszą sobie odpowiadać jedna do jednej.",
  notANumber: "{argument}: „{value}” nie jest liczbą. Podaj liczbę albo komórkę z liczbą.",
  notARate: "{argument}: {value} nie jest wskaźnikiem od 0 do 1. Czy chodziło o {value}%?",
  notFinite: "Wynik jest zbyt duży, aby go pokazać. Sprawdź {argument}.",
  outOfRange: "{argument}: wartość {value} jest poza zakresem: {range}.",
  retentionNotBelowDiscount:
    "Przy retencji {retention} i stopie dyskontowej {discount} suma nie jest skończona: retencja musi być mniejsza niż 1 + stopa dyskontowa.",
  tooFewValues: "{argument}: potrzeba co najmniej {needed} wartości, a podano {given}.",
  zeroDivisor: "{argument} wynosi 0, a wynik jest przez tę wartość dzielony.",
};
