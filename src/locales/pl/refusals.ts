import type { RefusalCode } from "../../numerics/refusal";

export const refusals: Record<RefusalCode, string> = {
  churnNotPositive:
    "Wskaźnik odejść wynosi 0: nikt nie odchodzi, więc czas życia klienta nie ma końca. Podaj wskaźnik większy od 0.",
  notANumber: "{argument}: „{value}” nie jest liczbą. Podaj liczbę albo komórkę z liczbą.",
  notARate: "{argument}: {value} nie jest wskaźnikiem od 0 do 1. Czy chodziło o {value}%?",
  notFinite: "Wynik jest zbyt duży, aby go pokazać. Sprawdź {argument}.",
  outOfRange: "{argument}: wartość {value} jest poza zakresem: {range}.",
  retentionNotBelowDiscount:
    "Przy retencji {retention} i stopie dyskontowej {discount} suma nie jest skończona: retencja musi być mniejsza niż 1 + stopa dyskontowa.",
  zeroDivisor: "{argument} wynosi 0, a wynik jest przez tę wartość dzielony.",
};
