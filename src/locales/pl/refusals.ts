import type { RefusalCode } from "../../numerics/refusal";

export const refusals: Record<RefusalCode, string> = {
  argumentMissing: "Brakuje argumentu {argument}. Podaj wartość albo komórkę.",
  cellEmpty: "{argument}: komórka nr {index} jest pusta. Wypełnij ją albo pozostaw pusty cały wiersz.",
  churnNotPositive:
    "Wskaźnik odejść wynosi 0: nikt nie odchodzi, więc czas życia klienta nie ma końca. Podaj wskaźnik większy od 0.",
  columnsExpected:
    "{argument}: {columns, plural, one {potrzebna jest # kolumna} few {potrzebne są # kolumny} many {potrzeba # kolumn} other {potrzeba # kolumny}}.",
  countsRise:
    "Wartość nr {index} w {argument} jest większa od poprzedniej. To klienci jednej kohorty, którzy jeszcze zostali, więc ich liczba może tylko maleć.",
  drawsNotFitted:
    "{failed} z {draws} prób nie da się dopasować: zbyt mało klientów zamówiło ponownie, by wyznaczyć przedziały losowaniem. Podaj więcej klientów albo użyj CLV.PROFILE.",
  fitNotConverged:
    "Poszukiwanie parametrów nie dobiegło końca. Sprawdź dane albo dopasuj ponownie, podając weak_prior = PRAWDA.",
  growthNotBelowDiscount:
    "Przy retencji {retention}, wzroście {growth} i stopie dyskontowej {discount} suma nie jest skończona: retencja × (1 + wzrost) musi być mniejsza niż 1 + stopa dyskontowa.",
  intervalNeedsFit:
    "Przedział wymaga, by {argument} był całym blokiem, który FIT zwraca przy stats = PRAWDA.",
  lengthsDiffer:
    "Liczba wartości w {argument} to {length}, a w {other} – {otherLength}: muszą sobie odpowiadać jedna do jednej.",
  negativeTotal:
    "Suma wartości {argument} wynosi {total}: udziały w sumie, która nie jest dodatnia, nic nie znaczą.",
  neverEnds:
    "Przy stopie dyskontowej {discount} suma nie jest skończona: część klientów nigdy nie przestaje płacić. Podaj stopę większą od 0 albo liczbę okresów.",
  neverPaysBack: "Marże nigdy nie zwrócą kosztu {cac}: przez cały czas trwania relacji są warte {value}.",
  noBreakEven: "Żadna dopuszczalna wartość {argument} nie sprawi, że klient będzie wart {cost}.",
  noData: "Brak danych do obliczeń.",
  noFiniteMean:
    "Przy q = {q} średnia wartość zamówienia nie ma skończonej wartości oczekiwanej: q musi być większe od 1.",
  noIntervalAtBoundary:
    "Brak przedziału: {argument} to dopasowanie na granicy, bez błędów standardowych. Pomiń level albo dopasuj ponownie, podając weak_prior = PRAWDA.",
  noRepeatOrders:
    "Żaden klient nie zamówił ponownie (wszystkie x są równe 0), więc o ponownych zamówieniach nic nie wiadomo.",
  noSegment:
    "Żaden wiersz tabeli segmentów nie pasuje do ocen {scores}. Dodaj na jej końcu wiersz z pustymi granicami.",
  noTimeObserved:
    "Wiek każdego klienta wynosi 0: nie minął jeszcze czas, w którym mogłoby przyjść zamówienie.",
  noVariation: "Wszystkie wartości {argument} są jednakowe, więc nie ma czego porównać.",
  nobodyLeft: "Nikt jeszcze nie odszedł, więc te dane nic nie mówią o odejściach.",
  notANumber: "{argument}: „{value}” nie jest liczbą. Podaj liczbę albo komórkę z liczbą.",
  notARate: "{argument}: {value} nie jest wskaźnikiem od 0 do 1. Czy chodziło o {value}%?",
  notATransition:
    "Wiersz {row} w {argument} nie zawiera prawdopodobieństw: każde musi mieścić się od 0 do 1, a ich suma, teraz {sum}, nie może przekraczać 1.",
  notAWholeNumber: "{argument}: {value} nie jest liczbą całkowitą.",
  notFinite: "Wynik jest zbyt duży, aby go pokazać. Sprawdź {argument}.",
  notSquare:
    "{argument}: liczba wierszy to {rows}, a kolumn {columns}; musi być ich tyle samo, po jednej na każdy stan.",
  oneValueExpected: "Argument {argument} musi być pojedynczą wartością, a nie zakresem.",
  outOfRange: "{argument}: wartość {value} jest poza zakresem: {range}.",
  retentionNotBelowDiscount:
    "Przy retencji {retention} i stopie dyskontowej {discount} suma nie jest skończona: retencja musi być mniejsza niż 1 + stopa dyskontowa.",
  tooFewValues:
    "{argument}: {needed, plural, one {potrzebna jest co najmniej # wartość} few {potrzebne są co najmniej # wartości} many {potrzeba co najmniej # wartości} other {potrzeba co najmniej # wartości}}, a podano {given}.",
  tooManyValues:
    "{argument}: można podać najwyżej {most, plural, one {# wartość} few {# wartości} many {# wartości} other {# wartości}}, a podano {given}.",
  unexpected: "Nie udało się tego obliczyć. Sprawdź argumenty; jeśli są poprawne, zgłoś to.",
  unknownName: "{argument}: nieznana nazwa „{value}”. Możliwe są: {names}.",
  zeroDivisor: "{argument} wynosi 0, a wynik jest przez tę wartość dzielony.",
};
