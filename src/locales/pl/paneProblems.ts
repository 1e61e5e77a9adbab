import type { paneProblems as en } from "../en/paneProblems";

export const paneProblems: typeof en = {
  noSelection: {
    title: "Nie zaznaczono żadnych komórek",
    help: "Kliknij komórkę na liście zamówień, a potem naciśnij „Odczytaj zaznaczenie”.",
  },
  severalAreas: {
    title: "Zaznaczono kilka osobnych obszarów",
    help: "Zaznacz jeden blok komórek: wystarczy kliknąć raz na liście zamówień.",
  },
  chartSelected: {
    title: "Zaznaczony jest wykres",
    help: "Kliknij komórkę na liście zamówień, a potem naciśnij „Odczytaj zaznaczenie”.",
  },
  shapeSelected: {
    title: "Zaznaczony jest obraz lub kształt",
    help: "Kliknij komórkę na liście zamówień, a potem naciśnij „Odczytaj zaznaczenie”.",
  },
  notARange: {
    title: "W zaznaczeniu nie ma komórek, które można odczytać",
    help: "Otwórz arkusz z zamówieniami, kliknij komórkę na liście i spróbuj ponownie.",
  },
  emptySelection: {
    title: "Zaznaczone komórki są puste",
    help: "Zaznacz komórki z zamówieniami, razem z nagłówkami.",
  },
  oneCell: {
    title: "Wypełniona jest tu tylko jedna komórka",
    help: "Zaznacz całą listę zamówień: jeden wiersz na zamówienie, z klientem, datą i kwotą.",
  },
  oneRow: {
    title: "Zaznaczono tylko jeden wiersz",
    help: "Podsumowanie wymaga listy: zaznacz wszystkie zamówienia razem z nagłówkami.",
  },
  tooManyCells: {
    title: "Zaznaczenie jest za duże, aby je odczytać",
    help: "Zaznacz tylko kolumny z klientem, datą i kwotą. Limit komórek: {most}.",
  },
  ownSheetSelected: {
    title: "Arkusz „{sheet}” utworzył ten dodatek",
    help: "Otwórz arkusz z własnymi zamówieniami i zaznacz je tam.",
  },
  sourceMissing: {
    title: "Zamówień nie ma tam, gdzie były",
    help: "Arkusz „{sheet}” lub jego tabelę usunięto, przemianowano albo opróżniono. Zaznacz zamówienia ponownie.",
  },
  editMode: {
    title: "Trwa edycja komórki",
    help: "Naciśnij w arkuszu Enter lub Esc, a potem spróbuj ponownie.",
  },
  protectedWorkbook: {
    title: "Skoroszyt jest chroniony",
    help: "Nie można dodać arkusza. Wybierz Recenzja › Chroń skoroszyt, aby zdjąć ochronę, i spróbuj ponownie.",
  },
  protectedSheet: {
    title: "Arkusz „{sheet}” jest chroniony",
    help: "Otwórz go, wybierz Recenzja › Nie chroń arkusza i spróbuj ponownie.",
  },
  protectedCells: {
    title: "Jeden z arkuszy jest chroniony",
    help: "Otwórz chroniony arkusz, wybierz Recenzja › Nie chroń arkusza i spróbuj ponownie.",
  },
  readOnlyWorkbook: {
    title: "Skoroszyt jest tylko do odczytu",
    help: "Zapisz własną kopię, otwórz ją i spróbuj ponownie.",
  },
  unsupportedExcel: {
    title: "Ta wersja Excela tego nie potrafi",
    help: "Zaktualizuj Excela albo otwórz skoroszyt w Excelu dla sieci Web.",
  },
  noExcel: {
    title: "Nie ma połączenia z Excelem",
    help: "Otwórz okienko w Excelu: Narzędzia główne › Wartość klienta.",
  },
  busy: {
    title: "Excel jest zajęty",
    help: "Poczekaj, aż Excel skończy obliczenia, i spróbuj ponownie.",
  },
  stillCalculating: {
    title: "Formuła CLV jest jeszcze obliczana",
    help: "{sheet}!{address} nie ma jeszcze wartości. Poczekaj chwilę i spróbuj ponownie.",
  },
  payloadTooLarge: {
    title: "Excel nie przyjął takiej ilości danych",
    help: "Zaznacz mniej kolumn lub wierszy albo wybierz mniej arkuszy i spróbuj ponownie.",
  },
  valuesMissing: {
    title: "Excel nie podał wartości niektórych komórek",
    help: "Zaznacz tylko kolumny z klientem, datą i kwotą i spróbuj ponownie.",
  },
  sheetMissing: {
    title: "Brakuje arkusza",
    help: "Arkusz w międzyczasie usunięto lub przemianowano. Spróbuj ponownie.",
  },
  sheetExists: {
    title: "Arkusz o tej nazwie już istnieje",
    help: "Nie utworzył go ten dodatek, więc pozostał nietknięty. Zmień jego nazwę i spróbuj ponownie.",
  },
  nameTaken: {
    title: "Nazwa „{name}” jest już używana w tym skoroszycie",
    help: "Zmień ją w oknie Formuły › Menedżer nazw i spróbuj ponownie.",
  },
  tableTaken: {
    title: "Tabela o nazwie „{name}” już istnieje",
    help: "Zmień jej nazwę na karcie Projekt tabeli i spróbuj ponownie.",
  },
  cellsInTheWay: {
    title: "Niektóre komórki są zajęte",
    help: "W arkuszu „{sheet}” w {address} są Twoje dane. Przenieś je i spróbuj ponownie.",
  },
  cellNotEmpty: {
    title: "Aktywna komórka nie jest pusta",
    help: "Kliknij pustą komórkę i wstaw funkcję ponownie.",
  },
  formulaRefused: {
    title: "Excel odrzucił formułę",
    help: "Sprawdź, czy skoroszyt otwiera się bez problemów, i spróbuj ponownie. Jeśli błąd się powtórzy, wybierz mniej arkuszy.",
  },
  invalidPlan: {
    title: "Nie udało się przygotować podsumowania",
    help: "To błąd dodatku. Zgłoś go, podając poniższe szczegóły.",
  },
  connectionLost: {
    title: "Utracono połączenie z Excelem",
    help: "Sprawdź połączenie, poczekaj chwilę i spróbuj ponownie. Jeśli to nie pomoże, otwórz skoroszyt od nowa.",
  },
  cancelled: { title: "Anulowano", help: "Skoroszyt jest taki jak przedtem." },
  rollbackFailed: {
    title: "Nie wszystko udało się przywrócić",
    help: "Obejrzyj arkusze dodane przed chwilą i usuń je ręcznie. Zamówienia pozostały nietknięte.",
  },
  settingsTooLarge: {
    title: "W tym skoroszycie nie da się zapamiętać aż tyle",
    help: "Sam wynik jest kompletny. Następnym razem może być trzeba wybrać ustawienia od nowa.",
  },
  tooManyFormulas: {
    title: "Formuł CLV jest zbyt wiele, aby je zapamiętać",
    help: "Zapisz kopię skoroszytu i wklej w niej wartości: Kopiuj, potem Wklej specjalnie › Wartości.",
  },
  unexpected: {
    title: "Wystąpił nieoczekiwany błąd",
    help: "Spróbuj ponownie. Jeśli się powtórzy, zamknij okienko, otwórz je i powtórz ostatni krok.",
  },
  columnMissing: {
    title: "Kolumny „{heading}” nie ma już wśród zamówień",
    help: "Przywróć nagłówek kolumny w arkuszu „{sheet}” albo zaznacz zamówienia ponownie i wybierz kolumny. Nic nie zostało zmienione.",
  },
  columnTwice: {
    title: "Kilka kolumn ma nagłówek „{heading}”",
    help: "Nadaj każdej kolumnie w arkuszu „{sheet}” własny nagłówek albo zaznacz zamówienia ponownie i wybierz kolumny. Nic nie zostało zmienione.",
  },
  inputRefused: {
    title: "Wpisanej wartości nie można użyć",
    help: "„{label}” w {cell} to {value}. Dozwolone: {allowed}. Popraw komórkę albo ją opróżnij, by wróciła wartość początkowa, i odśwież. Niczego nie zmieniono.",
  },
  noOrders: {
    title: "Żadnego wiersza nie da się odczytać jako zamówienia",
    help: "Sprawdź, w których kolumnach są klient, data i kwota (krok {step}).",
  },
  noRevenue: {
    title: "Nie ma przychodu",
    help: "Wszystkie wiersze to zwroty lub zera. Sprawdź kolumnę z kwotą (krok {step}).",
  },
  oneDay: {
    title: "Wszystkie zamówienia są z jednego dnia",
    help: "Wartość klienta wymaga zamówień rozłożonych w czasie. Sprawdź kolumnę z datą (krok {step}).",
  },
  engineFailed: {
    title: "Obliczenia zostały przerwane",
    help: "Zamknij okienko, otwórz je i spróbuj ponownie. Jeśli się powtórzy, wybierz mniej arkuszy.",
  },
  languageNotLoaded: {
    title: "Nie udało się wczytać języka {language}",
    help: "Okienko pozostaje w obecnym języku. Sprawdź połączenie z siecią i wybierz język ponownie.",
  },
  catalogueNotLoaded: {
    title: "Nie udało się wczytać listy funkcji",
    help: "Sprawdź połączenie z siecią i spróbuj ponownie. Same funkcje działają w komórkach jak dotychczas.",
  },
};
