import type { FindingTreatmentWords, FindingWords } from "../en/findings";

export const findings: FindingWords = {
  mixedCurrencies: {
    label: "Kilka walut",
    explanation: "Kwoty są w więcej niż jednej walucie. Nigdy nie są sumowane tak, jakby były w jednej.",
    action: "Wybierz walutę, która ma się liczyć, albo podaj kurs każdej z pozostałych.",
  },
  blankId: {
    label: "Brak klienta",
    explanation:
      "Komórka klienta jest pusta lub zawiera błąd, więc zamówienie nie należy do nikogo. Wiersz pominięto.",
    action: "Uzupełnij klienta albo przyjmij, że te zamówienia się nie liczą.",
  },
  unreadableDate: {
    label: "Nieczytelna data",
    explanation:
      "Komórka daty jest pusta albo nie zawiera istniejącej daty w zapisie tej kolumny. Wiersz pominięto.",
    action: "Popraw datę albo sprawdź zapis dat w tej kolumnie (dzień, miesiąc, rok, kalendarz).",
  },
  futureDate: {
    label: "Data z przyszłości",
    explanation: "Data przypada po ostatnim uwzględnianym dniu. Wiersz pominięto.",
    action: "Popraw datę albo przesuń ostatni uwzględniany dzień.",
  },
  exchangedDate: {
    label: "Dzień i miesiąc być może zamienione",
    explanation:
      "Każda prawdziwa data w tej kolumnie ma dzień do 12, a każda data pozostawiona jako tekst – dzień powyżej 12. Dzieje się tak, gdy Excel otwiera listę przy innym ustawieniu dat: zamienia dzień z miesiącem tam, gdzie może. Wiersze liczą się z datami takimi, jakie są.",
    action:
      "Zaimportuj listę ponownie z jej własną kolejnością dat (Dane, Z pliku tekstowego/CSV) albo przyjmij daty takie, jakie są.",
  },
  unreadableAmount: {
    label: "Nieczytelna kwota",
    explanation: "Komórka kwoty jest pusta albo nie zawiera liczby w zapisie tej kolumny. Wiersz pominięto.",
    action: "Popraw kwotę albo sprawdź separator dziesiętny tej kolumny.",
  },
  otherCurrency: {
    label: "Inna waluta",
    explanation: "Kwota jest w walucie, która nie została wybrana i nie ma podanego kursu. Wiersz pominięto.",
    action: "Podaj kurs tej waluty, jeśli jej zamówienia mają się liczyć.",
  },
  missingCurrency: {
    label: "Nie podano waluty",
    explanation:
      "Wiersz nie podaje waluty. Liczy się, jeśli wszystkie pozostałe mają jedną walutę; przy kilku walutach jest pomijany.",
    action: "Uzupełnij walutę.",
  },
  duplicate: {
    label: "Dokładny duplikat",
    explanation:
      "Wiersz jest taki sam jak wcześniejszy: klient, data, kwota i numer zamówienia. Z numerem zamówienia liczy się raz; bez numeru może to być drugi zakup i się liczy.",
    action: "Obejrzyj te wiersze i zdecyduj, czy duplikaty mają się liczyć.",
  },
  orderLine: {
    label: "Kolejna pozycja zamówienia",
    explanation:
      "Wiersz ma numer zamówienia i klienta takie jak wcześniejszy wiersz: oba są pozycjami jednego zamówienia. Kwota się liczy, ale zamówienie liczy się raz, z datą pierwszej pozycji.",
    action:
      "Nic, jeśli zamówienie może mieć kilka wierszy. Jeśli każdy wiersz jest osobnym zamówieniem, wybierz to.",
  },
  return: {
    label: "Zwrot",
    explanation: "Kwota jest ujemna. Pomniejsza przychód od klienta, chyba że zwroty mają być pomijane.",
    action: "Nic, jeśli są to zwroty lub korekty.",
  },
  returnWithoutOrder: {
    label: "Zwrot bez zamówienia",
    explanation: "Klient ma tu wyłącznie zwroty: zakupu nie ma w tych wierszach. Wiersz pominięto.",
    action: "Dołącz wcześniejsze zamówienia albo przyjmij, że ten zwrot się nie liczy.",
  },
  zeroAmount: {
    label: "Kwota zerowa",
    explanation:
      "Kwota wynosi 0. Liczy się jako zakup bez przychodu, chyba że takie wiersze mają być pomijane.",
    action: "Nic, jeśli były to prezenty lub bezpłatne wymiany.",
  },
  totalRow: {
    label: "Wiersz sumy",
    explanation: "Wiersz jest sumą wierszy powyżej, a nie zamówieniem. Pominięto go.",
    action: "Nic. Sprawdź wiersz, jeśli jednak jest zamówieniem.",
  },
  emptyRow: {
    label: "Pusty wiersz",
    explanation: "Wiersz niczego nie zawiera.",
    action: "Nic.",
  },
  textAmount: {
    label: "Liczba zapisana jako tekst",
    explanation:
      "Kwota jest liczbą zapisaną jako tekst. Została odczytana i się liczy, ale funkcja SUMA w Excelu ją pomija.",
    action: "Zamień te komórki na liczby, aby uwzględniały je także Twoje formuły.",
  },
  similarId: {
    label: "Inna pisownia klienta",
    explanation:
      "Klient jest zapisany inną wielkością liter, z innymi spacjami lub inną postacią liter (np. ي zamiast ی) niż wcześniej. Spacje nigdy nie tworzą innego klienta, a wielkość i postać liter tylko wtedy, gdy tak wybrano.",
    action: "Stosuj jedną pisownię albo wybierz, że wielkość liter rozróżnia klientów.",
  },
  longId: {
    label: "Numer klienta dłuższy niż 15 cyfr",
    explanation:
      "Excel zachowuje 15 cyfr liczby, a resztę zamienia na zera, więc kilku klientów mogło stać się jednym.",
    action: "Wczytaj tę kolumnę jako tekst, ze wszystkimi cyframi.",
  },
};

export const findingTreatments: FindingTreatmentWords = {
  excluded: "pominięto",
  kept: "uwzględniono",
  blocking: "czeka na Twoją decyzję",
};
