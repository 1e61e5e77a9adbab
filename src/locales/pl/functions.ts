/* eslint-disable max-lines -- plain data; scripts/metadata.mjs reads one file of each language */
import type { FunctionTexts } from "../functionTexts";

export const functionTexts: FunctionTexts = {
  parameters: {
    acquisition_cost: "Koszt pozyskania klienta (kwota).",
    acquisition_rate: "Odsetek potencjalnych klientów, którzy stają się klientami, od 0 do 1.",
    active_by_tenure: "Liczba aktywnych klientów według liczby dotychczasowych odnowień.",
    active_counts: "Klienci jednej kohorty nadal aktywni na początku oraz po 1, 2, 3 … okresach.",
    after: "Kwota tych samych klientów w drugim okresie.",
    age: "Obecny wiek każdego klienta, w tej samej jednostce co tx; tygodnie to dni / 7.",
    amounts: "Kwota każdego zamówienia.",
    annual_rate: "Roczna stopa dyskontowa: 0,1 lub 10%.",
    annual_retention: "Odsetek klientów, którzy zostają przez rok; domyślnie 1.",
    aov: "Średnia wartość zamówienia (kwota).",
    arpa: "Średni przychód na konto w okresie (kwota).",
    as_of: "Dzień, na który kapitalizujemy; domyślnie ostatnia z dat.",
    base: "Argumenty formuły po kolei, jako jeden zakres; pominięte na końcu przyjmują wartości domyślne.",
    base_save_rate: "Odsetek klientów, którzy zostaliby bez oferty, od 0 do 1.",
    before: "Kwota na klienta w pierwszym okresie; 0 lub pusto, jeśli jej nie było.",
    bins: "Liczba grup; domyślnie 5.",
    cac: "Koszt pozyskania jednego klienta (kwota).",
    ceiling: "Wskaźnik, którego nie przekroczą żadne wydatki, od 0 do 1.",
    change: "Zmiana jako część wartości argumentu: 0,1 lub 10% to o jedną dziesiątą więcej.",
    churn: "Odsetek kont, które odchodzą w okresie, powyżej 0.",
    churn_rate: "Odsetek klientów, którzy odchodzą w okresie, od 0 do 1.",
    churned: "Ile płacili klienci, którzy odeszli, jako liczba dodatnia.",
    clv: "Wartość klienta przed odjęciem kosztu pozyskania (kwota).",
    clv_new: "Wartość nowego klienta przed odjęciem kosztu pozyskania (kwota).",
    clv_retained: "Wartość utrzymanego klienta przed odjęciem kosztu oferty (kwota).",
    cogs: "Koszt własny sprzedaży, jako liczba dodatnia.",
    column_parameter: "Który argument zmienia się z kolumny na kolumnę.",
    column_values: "Wartości, które przyjmuje ten argument.",
    contact_cost: "Koszt kontaktu (kwota); domyślnie 0.",
    contacts: "Liczba kontaktów w tym samym okresie.",
    continuous:
      "PRAWDA (TRUE) dla stopy o kapitalizacji ciągłej, takiej jak w CLV.CONTINUOUS; domyślnie FAŁSZ (FALSE).",
    contraction: "O ile mniej płacą ci klienci, jako liczba dodatnia.",
    cost: "Średni koszt pozyskania jednego klienta (kwota); domyślnie 0.",
    cost_per_contact: "Koszt jednego kontaktu (kwota).",
    cost_per_prospect: "Koszt dotarcia do jednego potencjalnego klienta (kwota).",
    customer_values: "Jedna wartość na klienta; puste komórki się nie liczą.",
    customers: "Ilu klientów oznacza każdy wiersz; domyślnie 1.",
    customers_end: "Liczba klientów na koniec okresu.",
    customers_start: "Liczba klientów na początku okresu, powyżej 0.",
    dates: "Data każdego zamówienia.",
    debt: "Zadłużenie (kwota); domyślnie 0.",
    delta: "Stopa dyskontowa o kapitalizacji ciągłej: ln(1 + discount).",
    discount: "Stopa dyskontowa za ten sam okres: 0,1 lub 10%.",
    durations: "Jak długo obserwowano każdego klienta.",
    end: "Ostatni dzień obserwacji; domyślnie ostatnia z dat. Późniejsze zamówienia się nie liczą.",
    equity: "Kapitał klientów (kwota).",
    events: "Liczba zdarzeń każdego rodzaju.",
    expansion: "O ile więcej płacą ci klienci (kwota).",
    fee: "Opłata za okres (kwota).",
    fees: "Opłaty z bieżących subskrypcji (kwoty).",
    first: "Pierwsza wartość.",
    frequency: "Liczba zamówień na klienta w okresie.",
    fulfilment: "Koszty kompletacji, pakowania i obsługi wysyłki, jako liczba dodatnia; domyślnie 0.",
    gross_margin: "Część przychodu, która zostaje po odjęciu kosztów: 0,4 lub 40%.",
    groups: "Liczba grup: 4 dla kwartyli, 10 dla decyli; domyślnie 4.",
    growth: "Wzrost marży na okres; domyślnie 0.",
    hazard: "Intensywność odejść na jednostkę czasu: −ln(retention).",
    headings: "PRAWDA (TRUE) dodaje nazwy stanów u góry i z lewej; domyślnie FAŁSZ (FALSE).",
    high: "Wynik, gdy dana wielkość jest na górnym krańcu.",
    holdout_length: "Długość tego czasu, w jednostce wieku; potrzebna razem z holdout_orders.",
    holdout_orders: "Zamówienia każdego klienta po końcu historii.",
    horizon: "Czas naprzód, w jednostce wieku.",
    initial_margin: "Zysk z pierwszej sprzedaży (kwota).",
    joiners: "Nowi klienci na koniec każdego okresu; domyślnie 0.",
    labels: "Nazwy wielkości.",
    large_value: "Wartość dużego klienta (kwota).",
    last: "Ostatnia wartość, tego samego znaku.",
    last_order: "Data ostatniego zamówienia.",
    level:
      "Poziom ufności przedziału, np. 0,95: każda odpowiedź to wtedy wartość, dolna i górna granica. Jako params podaj cały blok funkcji FIT ze stats = PRAWDA.",
    lever: "Który argument się zmienia: jego nazwa albo numer, licząc od 1.",
    lifespan: "Przez ile okresów klient zostaje.",
    lost: "Ilu z nich odeszło w trakcie okresu.",
    low: "Wynik, gdy dana wielkość jest na dolnym krańcu.",
    margin: "Zysk na klienta w okresie (kwota).",
    margins: "Marża każdego okresu po kolei. Pusta komórka to okres bez marży.",
    mean_interval: "Średnia liczba dni między zamówieniami, np. z CLV.ORDERINTERVAL.",
    mean_value: "Średnia wartość tych zamówień (kwota).",
    measure:
      '"active" – aktywni klienci, "share" – ich udział w kohorcie (wskaźnik ponownych zamówień według wieku, nie retencja), "revenue" – przychód, "cumulative" – przychód narastająco na klienta; domyślnie "active".',
    model:
      'Nazwa formuły: "SIMPLE", "CHURN", "SUBSCRIPTION", "RETENTION", "FINITE", "GROWTH", "CONTINUOUS" lub "SAAS".',
    monetary: "Ocena wydatków, 5 dla najwyższych.",
    multiple: "Po ilu odstępach milczenia klient uchodzi za utraconego; domyślnie 3.",
    n: "Liczba ponownych zamówień: 0, 1, 2 …",
    name: "Nazwa funkcji, z CLV. na początku albo bez.",
    new_customers: "Klienci pozyskani w tym samym okresie.",
    new_per_period: "Nowi klienci w okresie: jedna liczba albo po jednej na każdy okres.",
    new_revenue: "Przychód powtarzalny od nowych klientów (kwota).",
    of: '"retention", "discount" lub "margin"; domyślnie "retention".',
    offer_cost: "Koszt oferty, jeśli klient z niej skorzysta (kwota).",
    operating: "Pozostałe koszty operacyjne tej sprzedaży, jako liczba dodatnia; domyślnie 0.",
    order: "Stany w wybranej kolejności; domyślnie wszystkie, według numeru lub nazwy.",
    orders: "Liczba zamówień.",
    other: "Wartość wszystkiego innego (kwota); domyślnie 0.",
    other_assets: "Aktywa inne niż klienci (kwota); domyślnie 0.",
    other_costs: "Inne koszty rosnące wraz ze sprzedażą, jako liczba dodatnia; domyślnie 0.",
    parameter: "Który argument się zmienia: jego nazwa albo numer, licząc od 1.",
    payoffs: "Ile przynosi w okresie klient w każdym stanie (kwota); bieżący okres liczy się w całości.",
    periods: "Liczba okresów, od 1 do 10 000.",
    periods_per_year:
      "Ile razy w roku pobierana jest opłata, jedna liczba albo po jednej na opłatę: 12 co miesiąc, 1 co rok; domyślnie 12.",
    probability: "Szansa, że próba się powiedzie, od 0 do 1.",
    profit: "Zysk na klienta (kwota).",
    purchase_probabilities: "Prawdopodobieństwo zakupu przy świeżości 1, 2, 3 …",
    rate: "Stopa roczna: 0,15 lub 15%.",
    rate_now: "Obecny wskaźnik, powyżej 0 i poniżej pułapu (ceiling).",
    recency: "Ocena świeżości, 5 dla najświeższych zakupów.",
    referral: "Wartość klientów, których ten klient przyprowadza (kwota).",
    renewals: "Która decyzja o odnowieniu jest następna: 1 to pierwsza, n następuje po n − 1 odnowieniach.",
    repeat_customers: "Klienci z co najmniej dwoma zamówieniami.",
    residual_values: "Wartość rezydualna jednego klienta o danym stażu (kwota), np. z CLV.MIXTURE.",
    retained: "Klienci utrzymani w tym samym okresie.",
    retention: "Odsetek klientów, którzy zostają z okresu na okres, od 0 do 1.",
    retention_offer: "Koszt oferty utrzymaniowej (kwota).",
    retentions: "Wskaźnik retencji każdego rodzaju klientów.",
    revenue: "Przychód (kwota).",
    revenue_before: "Przychód powtarzalny poprzedniego kwartału (kwota).",
    revenue_now: "Przychód powtarzalny bieżącego kwartału (kwota).",
    reward: "Nagroda za jedno polecenie (kwota); domyślnie 0.",
    row_parameter: "Który argument zmienia się z wiersza na wiersz: jego nazwa albo numer, licząc od 1.",
    row_values: "Wartości, które przyjmuje ten argument.",
    save_rate: "Odsetek klientów, którzy zostają dzięki ofercie, od 0 do 1.",
    share: "Jaką część tej wartości można wydać na pozyskanie, od 0 do 1.",
    shipping: "Koszty wysyłki, jako liczba dodatnia; domyślnie 0.",
    sizes: "Ilu klientów każdego rodzaju pozyskano.",
    small_value: "Wartość jednego małego klienta (kwota).",
    spend_now: "Obecne wydatki na osobę, powyżej 0.",
    spend_params: "Wiersz p, q, gamma z CLV.GAMMAGAMMA.FIT.",
    start: "Przychód powtarzalny na początku okresu (kwota).",
    states: "Stan klienta w danym okresie.",
    stats:
      "PRAWDA (TRUE) dodaje błędy standardowe, logarytm wiarygodności, AIC, BIC, liczbę klientów, różne wiersze, iteracje i ocenę dopasowania.",
    steps: "Zmiany jako część wartości argumentu: -0,1 lub -10% to o jedną dziesiątą mniej.",
    sum_log_gaps:
      "Dla każdego klienta suma logarytmów naturalnych odstępów między zamówieniami, w jednostce wieku; 0, gdy x wynosi 0.",
    survival: "Odsetek klientów obecnych jeszcze po 0, 1, 2 … okresach: 1; 0,8; 0,7 …",
    t: "Czas naprzód, w jednostce wieku.",
    table: "Własna tabela w takim układzie, jaki podaje CLV.RFM.TABLE; domyślnie ta właśnie tabela.",
    target: "Ilu klientów ma być na końcu; domyślnie tylu, ilu na początku.",
    target_ratio: "Docelowy stosunek LTV:CAC; domyślnie 1.",
    tenure: "Ile razy klient już odnowił umowę.",
    threshold: "Zmiana, która wywołuje alert, jako odsetek: 0,2 lub 20%.",
    times: "Chwile, dla których ma być podane przeżycie; domyślnie wszystkie, w których ktoś odszedł.",
    timing:
      "0 wpływy na koniec okresów, 1 pierwsza płatność teraz, 2 tuż po płatności, 3 tuż przed odnowieniem; domyślnie 1.",
    top: "Odsetek klientów zaliczanych do najlepszych; domyślnie 0,2.",
    total_cost: "Koszt centrum kontaktu w okresie (kwota).",
    transactions: "Liczba transakcji na klienta.",
    transition: "Kwadratowy blok prawdopodobieństw: ze stanu wiersza do stanu kolumny.",
    tx: "Wiek każdego klienta przy ostatnim zamówieniu; 0, gdy x wynosi 0.",
    type1_values:
      "Wartość każdego poleconego klienta, który inaczej by nie przyszedł; wiersz na okres, puste komórki oznaczają brak klienta.",
    type2_savings: "Oszczędzony koszt pozyskania każdego, kto i tak by przyszedł; wiersz na okres.",
    unit: '"day", "week", "month", "quarter" lub "year"; domyślnie "month".',
    value_each: "Wartość jednego zdarzenia (kwota): jedna liczba albo po jednej na rodzaj.",
    values: "Jedna wartość na klienta.",
    weak_prior: "PRAWDA (TRUE) stabilizuje dopasowanie, które dane ledwie wyznaczają.",
    x: "Ponowne zamówienia każdego klienta: zamówienia po pierwszym, najwyżej jedno dziennie.",
    years: "Ile lat obejmują zamówienia; domyślnie 1.",
  },
  functions: {
    CAC: {
      description: "Koszt pozyskania klienta: wydatki na pozyskanie w przeliczeniu na pozyskanego klienta.",
      parameters: { spend: "Wydatki na pozyskanie klientów w okresie (kwota)." },
    },
    RETENTIONCOST: {
      description: "Koszt utrzymania klienta: wydatki na utrzymanie w przeliczeniu na utrzymanego klienta.",
      parameters: { spend: "Wydatki na utrzymanie klientów w okresie (kwota)." },
    },
    LTVCAC: {
      description:
        "Ile razy wartość klienta pokrywa koszt jego pozyskania. Należy podać wartość liczoną z zysku: liczona z przychodu zawyża wynik.",
    },
    PAYBACK: {
      description:
        "Okres zwrotu: po ilu płatnościach marże klienta pokryją koszt jego pozyskania. Przy podanej retencji i stopie dyskontowej liczą się marże oczekiwane i zdyskontowane.",
      parameters: {
        retention: "Odsetek klientów, którzy zostają z okresu na okres; domyślnie 1.",
        discount: "Stopa dyskontowa na okres; domyślnie 0.",
      },
    },
    ROI: { description: "Zwrot z wydatków na pozyskanie klienta." },
    MAXCAC: {
      description:
        "Ile najwyżej może kosztować pozyskanie klienta: jego wartość przy pierwszej płatności teraz, podzielona przez docelowy stosunek LTV:CAC.",
    },
    PROSPECT: {
      description: "Wartość potencjalnego klienta: oczekiwany zysk z dotarcia do jednej takiej osoby.",
      parameters: { clv: "Wartość klienta po pierwszej sprzedaży (kwota)." },
    },
    "BREAKEVEN.ACQUISITION": {
      description:
        "Wskaźnik pozyskania, przy którym pozyskiwanie nie przynosi ani zysku, ani straty. Powyżej 1 jest nieosiągalny.",
      parameters: { clv: "Wartość klienta po pierwszej sprzedaży (kwota)." },
    },
    "BREAKEVEN.RETENTION": {
      description:
        "Najniższa retencja, przy której klient jest wart kosztu pozyskania; 0, jeśli wystarczy dowolna.",
    },
    "BREAKEVEN.CHURN": {
      description: "Najwyższy wskaźnik odejść, przy którym klient jest wart kosztu pozyskania.",
    },
    "BREAKEVEN.MARGIN": {
      description: "Marża na okres, przy której klient jest wart kosztu pozyskania.",
    },
    RESPONSE: {
      description:
        "Wskaźnik pozyskania lub retencji, jakiego można oczekiwać przy danych wydatkach, na podstawie obecnego wskaźnika i osiągalnego pułapu.",
      parameters: { spend: "Badane wydatki na osobę (kwota)." },
    },
    "OPTIMAL.ACQUISITION": {
      description:
        "Wydatki na jednego potencjalnego klienta, przy których pozyskiwanie przynosi najwięcej. Odpowiadający im wskaźnik podaje CLV.RESPONSE.",
      parameters: {
        clv: "Wartość pozyskanego klienta przed odjęciem kosztu pozyskania (kwota).",
        ceiling: "Wskaźnik pozyskania, którego nie przekroczą żadne wydatki, od 0 do 1.",
        rate_now: "Obecny wskaźnik pozyskania, powyżej 0 i poniżej pułapu (ceiling).",
        spend_now: "Obecne wydatki na jednego potencjalnego klienta, powyżej 0.",
      },
    },
    "OPTIMAL.RETENTION": {
      description:
        "Wydatki na klienta w okresie, przy których utrzymywanie klientów przynosi najwięcej. Odpowiadający im wskaźnik podaje CLV.RESPONSE.",
      parameters: {
        margin: "Zysk na klienta w okresie przed odjęciem wydatków na utrzymanie (kwota).",
        ceiling: "Wskaźnik retencji, którego nie przekroczą żadne wydatki, od 0 do 1.",
        rate_now: "Obecny wskaźnik retencji, powyżej 0 i poniżej pułapu (ceiling).",
        spend_now: "Obecne wydatki na klienta w okresie, powyżej 0.",
      },
    },
    WINBACK: {
      description: "Oczekiwany zysk z próby odzyskania utraconego klienta.",
      parameters: {
        clv: "Wartość klienta po jego odzyskaniu (kwota).",
        cost: "Koszt próby (kwota).",
      },
    },
    AOV: {
      description: "Średnia wartość zamówienia: ile przynosi jedno zamówienie przed odjęciem kosztów.",
      parameters: {
        revenue: "Przychód w okresie (kwota).",
        orders: "Liczba zamówień w tym samym okresie, powyżej 0.",
      },
    },
    FREQUENCY: {
      description:
        "Liczba zamówień na klienta w roku. Pięć zamówień w dwa lata to 2,5 rocznie: należy podać liczbę lat.",
      parameters: { customers: "Liczba różnych klientów, którzy złożyli te zamówienia." },
    },
    GROSSMARGIN: {
      description:
        "Marża brutto: część przychodu, która zostaje po odjęciu kosztu własnego sprzedaży i innych kosztów zmiennych.",
    },
    CONTRIBUTION: {
      description:
        "Marża pokrycia: kwota, która zostaje z przychodu po odjęciu związanych z nim kosztów. To zysk, a nie przychód.",
    },
    CHURNRATE: {
      description:
        "Wskaźnik odejść: jakiej części klientów z początku okresu nie ma już na jego końcu. Bez new_customers to wskaźnik netto: nowi klienci przesłaniają odejścia, a rosnąca baza daje wartość ujemną.",
      parameters: {
        new_customers: "Klienci obecni na koniec, którzy przybyli w trakcie okresu; domyślnie 0.",
      },
    },
    RETENTIONRATE: {
      description:
        "Wskaźnik retencji: jaka część klientów z początku okresu jest nadal na jego końcu. Mówi, kto został, a nie kto zamówił ponownie: to podaje wskaźnik ponownych zamówień.",
      parameters: {
        new_customers: "Klienci obecni na koniec, którzy przybyli w trakcie okresu; domyślnie 0.",
      },
    },
    LIFESPAN: {
      description:
        "Średni czas życia klienta: przez ile okresów klient przeciętnie zostaje przy stałym wskaźniku odejść.",
      parameters: { churn_rate: "Odsetek klientów, którzy odchodzą w okresie, powyżej 0 i najwyżej 1." },
    },
    "LIFESPAN.MEDIAN": {
      description: "Mediana czasu życia klienta: po ilu okresach odeszła połowa klientów.",
      parameters: { retention: "Odsetek klientów, którzy zostają w okresie, od 0 do mniej niż 1." },
    },
    SIMPLE: {
      description:
        "Prosta wartość życiowa klienta: wartość zamówienia razy zamówienia w okresie razy liczba okresów, minus koszt pozyskania i utrzymania. To przychód, chyba że wartość zamówienia jest już zyskiem.",
      parameters: {
        frequency: "Zamówienia na klienta w okresie: tempo, a nie suma z całego czasu życia.",
        cost: "Średni koszt pozyskania i utrzymania jednego klienta (kwota); domyślnie 0.",
      },
    },
    CHURN: {
      description:
        "Wartość życiowa klienta oparta na odejściach: zysk z klienta przez średni czas życia 1 / wskaźnik odejść, minus koszt.",
      parameters: {
        frequency: "Zamówienia na klienta w jednym okresie wskaźnika odejść.",
        churn_rate: "Odsetek klientów, którzy odchodzą w okresie, powyżej 0 i najwyżej 1.",
      },
    },
    SUBSCRIPTION: {
      description: "Wartość subskrypcji: opłata przez określoną liczbę lat, bez odejść i bez dyskontowania.",
      parameters: {
        years: "Ile lat trwa subskrypcja.",
        periods_per_year: "Liczba opłat w roku; domyślnie 12.",
        margin: "Część opłaty, która zostaje po odjęciu kosztów; domyślnie 1, a wynik jest wtedy przychodem.",
      },
    },
    LTV: {
      description:
        "LTV grupy klientów: średnia ich indywidualnych wartości. CLV dotyczy jednego klienta, LTV jest średnią.",
    },
    HISTORIC: {
      description:
        "Historyczna wartość klienta: marża z dotychczasowych płatności; gdy podano daty i stopę, każda skapitalizowana od swojej daty na wspólny dzień.",
      parameters: {
        amounts: "Dotychczasowe płatności (kwoty).",
        margin:
          "Część płatności, która zostaje po odjęciu kosztów; domyślnie 1, a wynik jest wtedy przychodem.",
        dates: "Jedna data na płatność; bez dat płatności są po prostu sumowane.",
        annual_rate: "Roczna stopa, według której rośnie wartość dawnych płatności; domyślnie 0.",
      },
    },
    EQUITY: {
      description:
        "Kapitał klientów: suma iloczynów liczby klientów każdego rodzaju i wartości jednego z nich.",
      parameters: {
        customers: "Liczba klientów każdego rodzaju.",
        values: "Wartość jednego klienta danego rodzaju (kwota).",
      },
    },
    "EQUITY.BASE": {
      description:
        "Wartość obecnej bazy klientów: liczba klientów o każdym stażu razy ich wartość rezydualna, która rośnie ze stażem.",
    },
    "EQUITY.DYNAMIC": {
      description: "Kapitał obecnej bazy oraz klientów, którzy dopiero przyjdą – na koniec każdego okresu.",
      parameters: {
        base: "Wartość obecnej bazy klientów (kwota).",
        clv: "Wartość nowego klienta przed odjęciem kosztu pozyskania (kwota).",
        periods: "Liczba okresów pozyskiwania; domyślnie tyle, ile wartości ma new_per_period.",
      },
    },
    LEVERAGE: {
      description:
        "Dźwignia: o ile procent zmienia się wartość dla akcjonariuszy przy zmianie kapitału klientów o jeden procent.",
    },
    MARKOV: {
      description:
        "Wartość klienta w każdym stanie, gdy klienci przechodzą między stanami ze stałymi prawdopodobieństwami.",
      parameters: {
        transition:
          "Kwadratowy blok prawdopodobieństw: ze stanu wiersza do stanu kolumny. Ile w wierszu brakuje do 1, tylu odchodzi na zawsze.",
        periods: "Ile okresów po bieżącym się liczy; domyślnie wszystkie.",
      },
    },
    "MARKOV.STATE": {
      description: "W jakich stanach będą klienci po danej liczbie okresów.",
      parameters: {
        start: "Obecna liczba klientów w każdym stanie albo ich udziały.",
        periods: "Liczba okresów, od 0 do 10 000.",
      },
    },
    RECENCYMATRIX: {
      description:
        "Prawdopodobieństwa przejść klientów według świeżości: kto kupuje, wraca do świeżości 1, kto nie kupuje, starzeje się o jeden okres.",
      parameters: {
        purchase_probabilities:
          "Prawdopodobieństwo zakupu przy świeżości 1, 2, 3 …; przy ostatniej zostają ci, którzy nie kupują.",
      },
    },
    "RECENCY.CUTOFF": {
      description:
        "Ostatnia świeżość, przy której jeszcze opłaca się wydawać na klienta, który nie kupił ponownie.",
      parameters: {
        payoffs:
          "Ile przynosi w okresie klient przy każdej świeżości (kwota); wydatek bez sprzedaży jest ujemny.",
      },
    },
    TRANSITIONS: {
      description:
        "Zaobserwowane prawdopodobieństwa przejść: jaka część przejść z danego stanu prowadziła do każdego stanu. Liczą się przejścia między sąsiednimi okresami danych.",
      parameters: {
        customers: "Klient w każdym wierszu.",
        periods: "Okres w każdym wierszu: liczby, daty albo tekst w kolejności alfabetycznej.",
      },
    },
    REFERRAL: {
      description:
        "Wartość poleceń klienta: wartość klientów, którzy inaczej by nie przyszli, i oszczędzony koszt pozyskania tych, którzy by przyszli, minus nagroda za każdego. Wartość ma też klient jednorazowy, który przyprowadza innych.",
      parameters: {
        discount: "Stopa dyskontowa na okres: wiersz t liczy się t okresów od teraz; domyślnie 0.",
      },
    },
    NONPURCHASE: {
      description: "Wartość tego, co klienci robią poza kupowaniem: recenzji, opinii, pomocy innym klientom.",
    },
    TOTALVALUE: {
      description: "Ile klient przynosi łącznie: własne zakupy, polecenia i pozostałe.",
      parameters: { clv: "Wartość własnych zakupów klienta (kwota)." },
    },
    RETENTION: {
      description:
        "Wartość klienta, który w każdym okresie zostaje z tym samym prawdopodobieństwem, przez cały czas trwania relacji. Domyślnie pierwsza płatność jest teraz: tyle najwyżej może kosztować pozyskanie.",
      parameters: {
        margin: "Zysk na klienta w okresie (kwota). Podany tu przychód daje wartość w przychodzie.",
        acquisition_cost: "Koszt pozyskania klienta, odejmowany od wartości; domyślnie 0.",
      },
    },
    MULTIPLE: {
      description: "Mnożnik marży: ilu marż jednego okresu wart jest klient.",
      parameters: {
        timing:
          "0 wpływy na koniec okresów, 1 pierwsza płatność teraz, 2 tuż po płatności, 3 tuż przed odnowieniem; domyślnie 2.",
      },
    },
    FINITE: {
      description:
        "Wartość klienta przy stałej liczbie płatności. Domyślnie pierwsza z nich to ta, do której klient musi się jeszcze zdecydować na odnowienie.",
      parameters: {
        periods: "Liczba uwzględnianych płatności.",
        timing:
          "0 wpływy na koniec okresów, 1 pierwsza płatność teraz, 2 tuż po płatności, 3 tuż przed odnowieniem; domyślnie 2.",
        acquisition_cost: "Koszt pozyskania klienta, odejmowany od wartości; domyślnie 0.",
      },
    },
    NPV: {
      description:
        "Wartość bieżąca marż różnych w poszczególnych okresach, ważonych prawdopodobieństwem, że klient jeszcze jest.",
      parameters: {
        retention: "Jeden wskaźnik retencji dla wszystkich okresów albo po jednym na okres; domyślnie 1.",
        timing:
          "0 wpływy na koniec okresów, 1 pierwsza płatność teraz, 2 tuż po płatności, 3 tuż przed odnowieniem; domyślnie 2.",
        acquisition_cost: "Koszt pozyskania klienta, odejmowany od wartości; domyślnie 0.",
      },
    },
    XNPV: {
      description:
        "Wartość bieżąca marż o podanych datach, ważonych prawdopodobieństwem, że klient jeszcze jest.",
      parameters: {
        margins: "Marże (kwoty); koszt jest ujemny.",
        dates: "Jedna data na marżę. Czas biegnie od pierwszej i żadna nie może jej poprzedzać.",
      },
    },
    GROWTH: {
      description: "Wartość klienta, którego marża rośnie w każdym okresie w tym samym tempie.",
      parameters: {
        margin: "Obecny zysk na klienta w okresie (kwota).",
        growth: "Wzrost marży na okres: 0,03 lub 3%.",
      },
    },
    RESIDUAL: {
      description:
        "Wartość rezydualna klienta tuż przed decyzją o odnowieniu: to, co jeszcze przyniesie. Przy stałej retencji nie zależy od tego, jak długo klient już jest.",
    },
    MIXTURE: {
      description:
        "Wartość rezydualna klienta o znanym stażu, gdy klienci różnią się retencją: kto dłużej został, ten pewniej należy do lojalnych. Jedna średnia retencja zaniża wartość takiej bazy.",
    },
    RATE: {
      description:
        "Roczna stopa procentowa lub dyskontowa przeliczona na krótszy okres. Stopa miesięczna nie jest jej dwunastą częścią.",
      parameters: { periods_per_year: "Liczba okresów w roku: 12 miesięcy, 52 tygodnie, 4 kwartały." },
    },
    "CHURNRATE.PERIODS": {
      description:
        "Wskaźnik odejść za kilka okresów lub za część jednego: 2% miesięcznie to 21,5% rocznie, a nie 24%.",
      parameters: { periods: "Liczba okresów: 12 z miesięcy na rok, 1/12 z roku na miesiąc." },
    },
    "RETENTIONRATE.PERIODS": {
      description: "Wskaźnik retencji za kilka okresów lub za część jednego.",
      parameters: { periods: "Liczba okresów: 12 z miesięcy na rok, 1/12 z roku na miesiąc." },
    },
    CONTINUOUS: {
      description: "Wartość klienta, gdy płatności, odejścia i dyskontowanie są ciągłe w czasie.",
      parameters: { margin: "Zysk na klienta na jednostkę czasu (kwota)." },
    },
    CASHFLOW: {
      description:
        "Budżet jednego klienta, płatność po płatności. Ostatnia wartość narastająco to CLV.FINITE z tymi samymi argumentami.",
      parameters: {
        periods: "Liczba płatności, od 1 do 10 000.",
        timing:
          "0 wpływy na koniec okresów, 1 pierwsza płatność teraz, 2 tuż po płatności, 3 tuż przed odnowieniem; domyślnie 2.",
      },
    },
    DATAQUALITY: {
      description:
        "Jakość danych na liście zamówień: co sprawdza kontroler, zanim zaufa jakiejkolwiek liczbie z tej listy. Wiersze całkiem puste się nie liczą. Excel na komputerze przekazuje puste komórki jako 0.",
      parameters: { customers: "Klient każdego zamówienia." },
    },
    FORMULA: { description: "Wzór funkcji zapisany słowami i jego źródło." },
    VERSION: { description: "Wersja dodatku, który liczy – do odnotowania w dokumentacji kontroli." },
    "RFM.SCORE": {
      description:
        "Ocena RFM: klienci w równie licznych grupach według świeżości, częstości lub wydatków. Równe wartości dostają równe oceny.",
      parameters: {
        order:
          "0 najwyższa ocena dla największych wartości, 1 dla najmniejszych, jak przy dniach od ostatniego zamówienia; domyślnie 0.",
      },
    },
    "RFM.SEGMENT": {
      description:
        "Segment klienta według ocen RFM od 1 do 5. Tabela jest czytana od góry; liczy się pierwszy pasujący wiersz.",
      parameters: { frequency: "Ocena częstości, 5 dla najczęstszych zakupów." },
    },
    "RFM.TABLE": {
      description:
        "Tabela segmentów funkcji CLV.RFM.SEGMENT – do skopiowania jako wartości, zmiany i podania tej funkcji z powrotem.",
    },
    QUANTILE: {
      description:
        "Grupa kwantylowa każdej wartości: kwartyle, decyle lub inne równie liczne grupy. Równe wartości trafiają do jednej grupy.",
      parameters: {
        order: "0 grupa 1 zawiera wartości najmniejsze, 1 największe; domyślnie 0.",
      },
    },
    DECILE: {
      description:
        "Klienci w decylach według zysku, od najbardziej zyskownych, wraz z tym, co różni decyle między sobą.",
      parameters: { spend: "Przychód od klienta (kwota)." },
    },
    WHALE: {
      description:
        "Krzywa wieloryba: udział w zysku narastająco, od najbardziej zyskownego klienta w dół. Wznosi się powyżej 1, gdy inni klienci przynoszą stratę.",
    },
    CONCENTRATION: {
      description: "Koncentracja: jaką część całości przynoszą najlepsi klienci.",
      parameters: { values: "Jedna wartość na klienta (kwota)." },
    },
    GINI: {
      description:
        "Współczynnik Giniego: jak nierówni są klienci, od 0 (wszyscy jednakowi) do prawie 1 (jeden ma wszystko).",
      parameters: { values: "Jedna wartość na klienta, żadna ujemna." },
    },
    HERFINDAHL: {
      description:
        "Wskaźnik Herfindahla-Hirschmana: jak bardzo firma zależy od niewielu klientów, od 1/N (wszyscy jednakowi) do 1 (jeden ma wszystko).",
      parameters: { values: "Jedna wartość na klienta, żadna ujemna." },
    },
    DECOMPOSE: {
      description: "Zysk rozłożony na cztery czynniki; ich iloczyn jest zyskiem.",
      parameters: {
        customers: "Liczba aktywnych klientów.",
        transactions: "Liczba ich transakcji.",
        spend: "Przychód od nich (kwota).",
        profit: "Zysk z tego przychodu (kwota).",
      },
    },
    UPDOWN: {
      description:
        "Skąd bierze się różnica między dwoma okresami: klienci nowi, utraceni, kupujący więcej, mniej albo tyle samo.",
    },
    ELASTICITY: {
      description:
        "Elastyczność: o ile procent zmienia się wartość CLV.RETENTION przy zmianie retencji, stopy dyskontowej lub marży o jeden procent.",
      parameters: {
        timing:
          "0 wpływy na koniec okresów, 1 pierwsza płatność teraz, 2 tuż po płatności, 3 tuż przed odnowieniem; domyślnie 2.",
      },
    },
    SENSITIVITY: {
      description: "Wynik formuły wartości, gdy zmienia się jeden z jej argumentów, a pozostałe są stałe.",
    },
    GRID: {
      description:
        "Wynik formuły wartości, gdy zmieniają się dwa jej argumenty: tabela, która – inaczej niż tabela danych Excela – pozostaje zwykłą, żywą formułą.",
    },
    TORNADO: {
      description:
        "Wykres tornado: która wielkość znaczy najwięcej, najdłuższy pasek na górze. Z kolumn drugiej i trzeciej należy zrobić skumulowany wykres słupkowy.",
      parameters: { base: "Wynik w wariancie bazowym." },
    },
    UPLIFT: {
      description:
        "Przyrost wartości na klienta, gdy jeden argument formuły zmieni się o podany odsetek. Sprzedaż krzyżowa i droższe warianty podnoszą wartość zamówienia, program lojalnościowy – częstość, obsługa obniża odejścia.",
    },
    COSTPERCONTACT: { description: "Koszt jednego kontaktu w centrum kontaktu." },
    COSTTOSERVE: {
      description: "Koszt obsługi klienta: liczba kontaktów razy koszt jednego.",
      parameters: { contacts: "Liczba kontaktów na klienta w okresie." },
    },
    SAVEOFFER: {
      description:
        "Oczekiwany zysk z jednej oferty utrzymaniowej. Skorzystają z niej – i będą kosztować – także ci, którzy i tak by zostali.",
      parameters: { clv: "Wartość klienta, który zostaje (kwota)." },
    },
    MAXOFFER: {
      description: "Ile najwyżej może kosztować oferta utrzymaniowa, aby nie przyniosła straty.",
      parameters: {
        clv: "Wartość klienta, który zostaje (kwota).",
        save_rate: "Odsetek klientów, którzy zostają dzięki ofercie, powyżej 0.",
      },
    },
    REPLACEORRETAIN: {
      description:
        "Zastąpić czy utrzymać: o ile bardziej opłaca się utrzymać klienta dzięki ofercie niż pozyskać nowego po pełnej cenie.",
    },
    EQUIVALENT: {
      description: "Ilu małych klientów płacących pełną cenę jest wartych jednego dużego klienta z rabatem.",
    },
    MRR: {
      description: "Miesięczny przychód powtarzalny (MRR): wszystkie opłaty w przeliczeniu na miesiąc.",
    },
    ARR: { description: "Roczny przychód powtarzalny (ARR): wszystkie opłaty w przeliczeniu na rok." },
    ARPU: {
      description: "Średni przychód na użytkownika (ARPU).",
      parameters: { revenue: "Przychód w okresie (kwota).", customers: "Liczba klientów w okresie." },
    },
    NRR: {
      description:
        "Retencja przychodów netto (NRR): ile klienci z początku okresu płacą teraz w stosunku do tego, ile płacili wtedy. Nowi klienci się nie liczą.",
    },
    GRR: {
      description:
        "Retencja przychodów brutto (GRR): jaka część przychodu z początku okresu została, bez tego, co doszło. Nigdy powyżej 1.",
    },
    QUICKRATIO: {
      description:
        "Wskaźnik quick ratio firmy subskrypcyjnej: przychód powtarzalny zyskany w stosunku do utraconego.",
      parameters: {
        expansion: "O ile więcej płacą dotychczasowi klienci (kwota).",
        contraction: "O ile mniej płacą dotychczasowi klienci, jako liczba dodatnia.",
      },
    },
    LOGOCHURN: {
      description:
        "Wskaźnik odejść klientów (logo churn): odsetek klientów utraconych w okresie, niezależnie od tego, ile płacili.",
      parameters: { customers_start: "Liczba klientów na początku okresu." },
    },
    REVENUECHURN: {
      description:
        "Wskaźnik utraty przychodów (revenue churn): jaką część przychodu powtarzalnego utracono w okresie przez odejścia i przez niższe opłaty.",
      parameters: {
        contraction: "O ile mniej płacą ci, którzy zostali, jako liczba dodatnia; domyślnie 0.",
      },
    },
    SAAS: {
      description:
        "Wartość abonenta: przychód na konto razy marża, podzielone przez wskaźnik odejść; wszystko z tego samego okresu.",
      parameters: {
        margin:
          "Część przychodu, która zostaje po odjęciu kosztów: 0,75 lub 75%. Bez niej wynik byłby przychodem.",
      },
    },
    MAGICNUMBER: {
      description:
        "Magic number: nowy roczny przychód powtarzalny na jednostkę wydatków na sprzedaż i marketing.",
      parameters: { spend: "Wydatki na sprzedaż i marketing w poprzednim kwartale (kwota)." },
    },
    SURVIVAL: {
      description: "Krzywa przeżycia: jaka część kohorty jest nadal aktywna po każdym okresie.",
    },
    "RETENTION.CURVE": {
      description:
        "Wskaźniki retencji kohorty, okres po okresie: kto został spośród obecnych okres wcześniej. Zwykle rosną, bo mniej lojalni odchodzą pierwsi.",
    },
    TENURE: {
      description:
        "Oczekiwany staż w horyzoncie krzywej przeżycia, zdyskontowany, jeśli podano stopę. To, co następuje po końcu krzywej, jest pominięte.",
      parameters: { discount: "Stopa dyskontowa na okres; domyślnie 0." },
    },
    KAPLANMEIER: {
      description:
        "Krzywa przeżycia klientów, z których część jeszcze jest. Ci liczą się tak długo, jak ich obserwowano.",
      parameters: {
        churned: "PRAWDA (TRUE) lub 1, gdy klient wtedy odszedł, FAŁSZ (FALSE) lub 0, gdy jeszcze był.",
      },
    },
    COHORT: {
      description:
        "Tabela kohort: klienci według okresu pierwszego zamówienia i to, co robili w każdym wieku. Komórki poza danymi są puste. Ostatni okres może być niepełny, przez co młode kohorty wypadają słabiej.",
      parameters: {
        customers: "Klient każdego zamówienia.",
        amounts: 'Kwota każdego zamówienia, potrzebna dla "revenue" i "cumulative".',
      },
    },
    REPEATRATE: {
      description:
        "Wskaźnik ponownych zamówień: odsetek klientów, którzy zamówili więcej niż raz. To nie retencja, która mówi, kto z okresu na okres został: nie należy go tak używać.",
      parameters: { customers: "Wszyscy klienci z zamówieniem." },
    },
    TREND: {
      description: "Trend: zmiana na okres według linii prostej poprowadzonej przez wartości.",
      parameters: {
        values: "Wartości kolejnych okresów.",
        periods: "Kiedy zmierzono każdą wartość; domyślnie 1, 2, 3 …",
      },
    },
    CAGR: {
      description: "Średnie złożone tempo wzrostu na okres od pierwszej wartości do ostatniej.",
      parameters: { periods: "Liczba okresów między nimi." },
    },
    CHANGE: {
      description: "Zmiana z każdej wartości na następną, z alertem, gdy jest duża – w górę lub w dół.",
      parameters: { values: "Wartości kolejnych okresów." },
    },
    ORDERINTERVAL: {
      description: "Średnia liczba dni między zamówieniami klienta. Zamówienia z jednego dnia liczą się raz.",
      parameters: { dates: "Daty zamówień jednego klienta, w dowolnej kolejności." },
    },
    NEXTORDER: { description: "Kiedy należy się spodziewać następnego zamówienia klienta." },
    CHURNDATE: {
      description:
        "Dzień, od którego milczący klient uchodzi za utraconego: tyle średnich odstępów po ostatnim zamówieniu.",
    },
    REPLACEMENTS: {
      description: "Ilu nowych klientów potrzeba w okresie, aby zastąpić odchodzących i osiągnąć cel.",
      parameters: { customers: "Liczba klientów na początku." },
    },
    "REPLACEMENT.PLAN": {
      description:
        "Odchodzący w każdym okresie oraz nowi klienci potrzebni, aby baza się utrzymała lub rosła.",
      parameters: {
        customers: "Liczba klientów na początku.",
        growth: "Wzrost bazy na okres; domyślnie 0.",
      },
    },
    BUDGET: {
      description:
        "Budżet na pozyskanie klientów: część wartości każdego z nich, ale nie więcej, niż kosztują.",
      parameters: {
        customers: "Liczba klientów do pozyskania.",
        cac: "Ile kosztuje pozyskanie jednego klienta, jeśli wiadomo; budżet wtedy tego nie przekracza.",
      },
    },
    FORECAST: {
      description:
        "Przychód (nie zysk) z bazy klientów w poszczególnych okresach. Klienci zamawiają, dopóki są; nowi – od następnego okresu.",
      parameters: { customers: "Liczba klientów na początku." },
    },
    "SBG.FIT": {
      description:
        "Dopasowuje model shifted-beta-geometric do kohorty klientów z umową: każdy odchodzi na koniec okresu z własnym, niezmiennym prawdopodobieństwem; retencja rośnie, bo mniej lojalni odchodzą pierwsi.",
      parameters: {
        active_counts:
          "Klienci jednej kohorty nadal aktywni na początku oraz po 1, 2, 3 … okresach; co najmniej trzy liczby.",
        stats:
          "PRAWDA (TRUE) dodaje błędy standardowe, logarytm wiarygodności, AIC, BIC, liczbę klientów, iteracje i ocenę dopasowania.",
      },
    },
    "SBG.SURVIVAL": {
      description:
        "Część kohorty, która jest jeszcze po t okresach, według modelu shifted-beta-geometric – także poza danymi.",
      parameters: {
        t: "Liczba okresów: 0, 1, 2 …",
        params: "Wiersz alpha, beta z CLV.SBG.FIT.",
      },
    },
    "SBG.PROB": {
      description: "Część kohorty, która odchodzi w okresie t, według modelu shifted-beta-geometric.",
      parameters: {
        t: "Okres: 1, 2, 3 …",
        params: "Wiersz alpha, beta z CLV.SBG.FIT.",
      },
    },
    "SBG.RETENTION": {
      description:
        "Retencja w okresie t według modelu shifted-beta-geometric: jaka część obecnych okres wcześniej została.",
      parameters: {
        t: "Okres: 1, 2, 3 …",
        params: "Wiersz alpha, beta z CLV.SBG.FIT.",
      },
    },
    "SBG.DEL": {
      description:
        "Zdyskontowany oczekiwany czas życia nowego klienta z umową, w okresach, z pierwszą płatnością teraz. Razy marża okresu daje wartość klienta.",
      parameters: {
        discount: "Stopa dyskontowa na okres umowy.",
        params: "Wiersz alpha, beta z CLV.SBG.FIT.",
      },
    },
    "SBG.DERL": {
      description:
        "Zdyskontowany oczekiwany pozostały czas życia tuż przed decyzją o odnowieniu. Rośnie z odnowieniami: kto został długo, zapewne zostanie dłużej.",
      parameters: {
        discount: "Stopa dyskontowa na okres umowy.",
        params: "Wiersz alpha, beta z CLV.SBG.FIT.",
      },
    },
    "BDW.FIT": {
      description:
        "Dopasowuje model beta-discrete-Weibull: jak shifted-beta-geometric, ale własna szansa odejścia klienta może ze stażem rosnąć (c powyżej 1) lub maleć (c poniżej 1). Dla umów, w których odejścia nie maleją równomiernie.",
      parameters: {
        active_counts:
          "Klienci jednej kohorty nadal aktywni na początku oraz po 1, 2, 3 … okresach; co najmniej cztery liczby.",
        stats:
          "PRAWDA (TRUE) dodaje błędy standardowe, logarytm wiarygodności, AIC, BIC, liczbę klientów, iteracje i ocenę dopasowania.",
      },
    },
    "BDW.SURVIVAL": {
      description: "Część kohorty, która jest jeszcze po t okresach, według modelu beta-discrete-Weibull.",
      parameters: {
        t: "Liczba okresów: 0, 1, 2 …",
        params: "Wiersz alpha, beta, c z CLV.BDW.FIT.",
      },
    },
    "BDW.PROB": {
      description: "Część kohorty, która odchodzi w okresie t, według modelu beta-discrete-Weibull.",
      parameters: {
        t: "Okres: 1, 2, 3 …",
        params: "Wiersz alpha, beta, c z CLV.BDW.FIT.",
      },
    },
    "BDW.RETENTION": {
      description:
        "Retencja w okresie t według modelu beta-discrete-Weibull: jaka część obecnych okres wcześniej została.",
      parameters: {
        t: "Okres: 1, 2, 3 …",
        params: "Wiersz alpha, beta, c z CLV.BDW.FIT.",
      },
    },
    "BGNBD.FIT": {
      description:
        "Dopasowuje model BG/NBD do klientów bez umowy: każdy zamawia losowo we własnym tempie, a po każdym ponownym zamówieniu odchodzi na zawsze z własnym prawdopodobieństwem.",
    },
    "BGNBD.LL": {
      description:
        "Logarytm wiarygodności historii każdego klienta według BG/NBD: ich suma mówi, jak dobrze pasują parametry.",
      parameters: {
        params: "Wiersz r, alpha, a, b z CLV.BGNBD.FIT.",
      },
    },
    "BGNBD.EXPECTED": {
      description: "Liczba ponownych zamówień oczekiwana od nowego klienta w czasie t, według BG/NBD.",
      parameters: {
        params: "Wiersz r, alpha, a, b z CLV.BGNBD.FIT.",
      },
    },
    "BGNBD.CONDITIONAL": {
      description:
        "Liczba zamówień oczekiwana od każdego klienta w najbliższym czasie t, przy znanej historii, według BG/NBD.",
      parameters: {
        params: "Wiersz r, alpha, a, b z CLV.BGNBD.FIT.",
      },
    },
    "BGNBD.ALIVE": {
      description:
        "Prawdopodobieństwo, że dany klient jest nadal klientem, według BG/NBD. W tym modelu klient z x = 0 jest zawsze aktywny.",
      parameters: {
        params: "Wiersz r, alpha, a, b z CLV.BGNBD.FIT.",
      },
    },
    "BGNBD.PMF": {
      description:
        "Prawdopodobieństwo, że nowy klient złoży w czasie t dokładnie n ponownych zamówień, według BG/NBD.",
      parameters: {
        params: "Wiersz r, alpha, a, b z CLV.BGNBD.FIT.",
      },
    },
    "BGNBD.DERT": {
      description:
        "Zdyskontowana oczekiwana liczba przyszłych transakcji według BG/NBD: wszystkie zamówienia, które jeszcze przyjdą, tym mniej warte, im późniejsze. Razy marża i wartość zamówienia daje wartość rezydualną klienta.",
      parameters: {
        params: "Wiersz r, alpha, a, b z CLV.BGNBD.FIT.",
        delta:
          "Stopa dyskontowa o kapitalizacji ciągłej na jednostkę wieku: CLV.RATE(0,15; 52; PRAWDA) dla 15% rocznie i tygodni.",
      },
    },
    "MBGNBD.FIT": {
      description:
        "Dopasowuje model MBG/NBD: jak BG/NBD, ale klient może odejść już po pierwszym zamówieniu, więc ten, kto nigdy nie wrócił, mógł odejść.",
    },
    "MBGNBD.LL": {
      description:
        "Logarytm wiarygodności historii każdego klienta według MBG/NBD: ich suma mówi, jak dobrze pasują parametry.",
      parameters: {
        params: "Wiersz r, alpha, a, b z CLV.MBGNBD.FIT.",
      },
    },
    "MBGNBD.EXPECTED": {
      description: "Liczba ponownych zamówień oczekiwana od nowego klienta w czasie t, według MBG/NBD.",
      parameters: {
        params: "Wiersz r, alpha, a, b z CLV.MBGNBD.FIT.",
      },
    },
    "MBGNBD.CONDITIONAL": {
      description:
        "Liczba zamówień oczekiwana od każdego klienta w najbliższym czasie t, przy znanej historii, według MBG/NBD.",
      parameters: {
        params: "Wiersz r, alpha, a, b z CLV.MBGNBD.FIT.",
      },
    },
    "MBGNBD.ALIVE": {
      description:
        "Prawdopodobieństwo, że dany klient jest nadal klientem, według MBG/NBD. Klient z x = 0 mógł już odejść.",
      parameters: {
        params: "Wiersz r, alpha, a, b z CLV.MBGNBD.FIT.",
      },
    },
    "MBGNBD.PMF": {
      description:
        "Prawdopodobieństwo, że nowy klient złoży w czasie t dokładnie n ponownych zamówień, według MBG/NBD.",
      parameters: {
        params: "Wiersz r, alpha, a, b z CLV.MBGNBD.FIT.",
      },
    },
    "MBGNBD.DERT": {
      description:
        "Zdyskontowana oczekiwana liczba przyszłych transakcji według MBG/NBD: wszystkie zamówienia, które jeszcze przyjdą, tym mniej warte, im późniejsze. Razy marża i wartość zamówienia daje wartość rezydualną klienta.",
      parameters: {
        params: "Wiersz r, alpha, a, b z CLV.MBGNBD.FIT.",
        delta:
          "Stopa dyskontowa o kapitalizacji ciągłej na jednostkę wieku: CLV.RATE(0,15; 52; PRAWDA) dla 15% rocznie i tygodni.",
      },
    },
    "PARETO.FIT": {
      description:
        "Dopasowuje model Pareto/NBD: każdy klient zamawia losowo we własnym tempie i odchodzi niezauważony po własnym czasie życia, w dowolnej chwili.",
    },
    "PARETO.LL": {
      description:
        "Logarytm wiarygodności historii każdego klienta według Pareto/NBD: ich suma mówi, jak dobrze pasują parametry.",
      parameters: {
        params: "Wiersz r, alpha, s, beta z CLV.PARETO.FIT.",
      },
    },
    "PARETO.EXPECTED": {
      description: "Liczba ponownych zamówień oczekiwana od nowego klienta w czasie t, według Pareto/NBD.",
      parameters: {
        params: "Wiersz r, alpha, s, beta z CLV.PARETO.FIT.",
      },
    },
    "PARETO.CONDITIONAL": {
      description:
        "Liczba zamówień oczekiwana od każdego klienta w najbliższym czasie t, przy znanej historii, według Pareto/NBD.",
      parameters: {
        params: "Wiersz r, alpha, s, beta z CLV.PARETO.FIT.",
      },
    },
    "PARETO.ALIVE": {
      description:
        "Prawdopodobieństwo, że dany klient jest nadal klientem, według Pareto/NBD. Im dłuższe milczenie w stosunku do własnego rytmu klienta, tym jest niższe.",
      parameters: {
        params: "Wiersz r, alpha, s, beta z CLV.PARETO.FIT.",
      },
    },
    "PARETO.PMF": {
      description:
        "Prawdopodobieństwo, że nowy klient złoży w czasie t dokładnie n ponownych zamówień, według Pareto/NBD.",
      parameters: {
        params: "Wiersz r, alpha, s, beta z CLV.PARETO.FIT.",
      },
    },
    "PARETO.DERT": {
      description:
        "Zdyskontowana oczekiwana liczba przyszłych transakcji według Pareto/NBD: wszystkie zamówienia, które jeszcze przyjdą, tym mniej warte, im późniejsze. Razy marża i wartość zamówienia daje wartość rezydualną klienta.",
      parameters: {
        params: "Wiersz r, alpha, s, beta z CLV.PARETO.FIT.",
        delta:
          "Stopa dyskontowa o kapitalizacji ciągłej na jednostkę wieku: CLV.RATE(0,15; 52; PRAWDA) dla 15% rocznie i tygodni.",
      },
    },
    "GAMMAGAMMA.FIT": {
      description:
        "Dopasowuje model Gamma-Gamma do wartości zamówień klientów z ponownymi zamówieniami: zamówienia klienta wahają się wokół jego średniej, a średnie różnią się między klientami. Zakłada niezależność wartości i częstości: zob. CLV.SPENDCHECK.",
      parameters: {
        x: "Ponowne zamówienia każdego klienta; klienci z 0 są pomijani.",
      },
    },
    "GAMMAGAMMA.LL": {
      description:
        "Logarytm wiarygodności średniej wartości zamówień każdego klienta według Gamma-Gamma; 0 dla klienta bez ponownych zamówień.",
      parameters: {
        params: "Wiersz p, q, gamma z CLV.GAMMAGAMMA.FIT.",
        x: "Ponowne zamówienia każdego klienta.",
        mean_value: "Średnia wartość tych zamówień (kwota); dowolna, gdy x wynosi 0.",
      },
    },
    "GAMMAGAMMA.MEAN": {
      description:
        "Średnia wartość zamówienia oczekiwana od każdego klienta: jego własna średnia przyciągana do średniej wszystkich, tym mocniej, im mniej zamówień. Przy x = 0 to średnia wszystkich klientów.",
      parameters: {
        params: "Wiersz p, q, gamma z CLV.GAMMAGAMMA.FIT.",
        x: "Ponowne zamówienia każdego klienta.",
        mean_value: "Średnia wartość tych zamówień (kwota); dowolna, gdy x wynosi 0.",
      },
    },
    "BGBB.FIT": {
      description:
        "Dopasowuje model BG/BB do klientów, którzy mają regularne okazje do zamówienia (coroczny apel, paczka co miesiąc): aktywny klient korzysta z każdej z własnym prawdopodobieństwem, a przed każdą może z własnym prawdopodobieństwem odejść.",
      parameters: {
        x: "Liczba okazji, z których skorzystał każdy klient.",
        tx: "Ostatnia wykorzystana okazja, licząc od 1; 0, gdy x wynosi 0.",
        n: "Liczba okazji, które miał każdy klient.",
      },
    },
    "BGBB.LL": {
      description: "Logarytm wiarygodności historii każdego klienta według BG/BB.",
      parameters: {
        params: "Wiersz alpha, beta, gamma, delta z CLV.BGBB.FIT.",
        x: "Liczba okazji, z których skorzystał każdy klient.",
        tx: "Ostatnia wykorzystana okazja, licząc od 1; 0, gdy x wynosi 0.",
        n: "Liczba okazji, które miał każdy klient.",
      },
    },
    "BGBB.EXPECTED": {
      description: "Liczba zamówień oczekiwana od nowego klienta przy n okazjach, według BG/BB.",
      parameters: {
        params: "Wiersz alpha, beta, gamma, delta z CLV.BGBB.FIT.",
        n: "Liczba przyszłych okazji.",
      },
    },
    "BGBB.CONDITIONAL": {
      description:
        "Liczba zamówień oczekiwana od każdego klienta przy następnych t okazjach, przy znanej historii, według BG/BB.",
      parameters: {
        params: "Wiersz alpha, beta, gamma, delta z CLV.BGBB.FIT.",
        t: "Liczba przyszłych okazji.",
        x: "Liczba okazji, z których skorzystał każdy klient.",
        tx: "Ostatnia wykorzystana okazja, licząc od 1; 0, gdy x wynosi 0.",
        n: "Liczba okazji, które miał każdy klient.",
      },
    },
    "BGBB.ALIVE": {
      description:
        "Prawdopodobieństwo, że dany klient jest aktywny przy następnej okazji, n + 1, według BG/BB.",
      parameters: {
        params: "Wiersz alpha, beta, gamma, delta z CLV.BGBB.FIT.",
        x: "Liczba okazji, z których skorzystał każdy klient.",
        tx: "Ostatnia wykorzystana okazja, licząc od 1; 0, gdy x wynosi 0.",
        n: "Liczba okazji, które miał każdy klient.",
      },
    },
    "BGBB.DERT": {
      description:
        "Zdyskontowana oczekiwana liczba przyszłych transakcji według BG/BB: wszystkie zamówienia po okazji n, każde zdyskontowane na nią.",
      parameters: {
        params: "Wiersz alpha, beta, gamma, delta z CLV.BGBB.FIT.",
        x: "Liczba okazji, z których skorzystał każdy klient.",
        tx: "Ostatnia wykorzystana okazja, licząc od 1; 0, gdy x wynosi 0.",
        n: "Liczba okazji, które miał każdy klient.",
        discount: "Stopa dyskontowa na okazję, powyżej 0.",
      },
    },
    "BGCNBD.FIT": {
      description:
        "Dopasowuje model BG/CNBD-k dla regularnych klientów: jak BG/NBD, ale zamówienie przechodzi przez k etapów, więc im większe k, tym równiej przychodzą zamówienia. k wybiera wiarygodność; 1 oznacza, że BG/NBD wystarcza.",
    },
    "BGCNBD.EXPECTED": {
      description: "Liczba ponownych zamówień oczekiwana od nowego klienta w czasie t, według BG/CNBD-k.",
      parameters: {
        params: "Wiersz r, alpha, a, b, k z CLV.BGCNBD.FIT.",
      },
    },
    "BGCNBD.CONDITIONAL": {
      description:
        "Liczba zamówień oczekiwana od każdego klienta w najbliższym czasie t, przy znanej historii, według BG/CNBD-k.",
      parameters: {
        params: "Wiersz r, alpha, a, b, k z CLV.BGCNBD.FIT.",
      },
    },
    "BGCNBD.ALIVE": {
      description:
        "Prawdopodobieństwo, że dany klient jest nadal klientem, według BG/CNBD-k: długie milczenie regularnego klienta waży więcej niż w BG/NBD.",
      parameters: {
        params: "Wiersz r, alpha, a, b, k z CLV.BGCNBD.FIT.",
      },
    },
    "MBGCNBD.FIT": {
      description:
        "Dopasowuje model MBG/CNBD-k dla regularnych klientów: jak MBG/NBD, ale zamówienie przechodzi przez k etapów, więc im większe k, tym równiej przychodzą zamówienia. k wybiera wiarygodność; 1 oznacza, że MBG/NBD wystarcza.",
    },
    "MBGCNBD.EXPECTED": {
      description: "Liczba ponownych zamówień oczekiwana od nowego klienta w czasie t, według MBG/CNBD-k.",
      parameters: {
        params: "Wiersz r, alpha, a, b, k z CLV.MBGCNBD.FIT.",
      },
    },
    "MBGCNBD.CONDITIONAL": {
      description:
        "Liczba zamówień oczekiwana od każdego klienta w najbliższym czasie t, przy znanej historii, według MBG/CNBD-k.",
      parameters: {
        params: "Wiersz r, alpha, a, b, k z CLV.MBGCNBD.FIT.",
      },
    },
    "MBGCNBD.ALIVE": {
      description:
        "Prawdopodobieństwo, że dany klient jest nadal klientem, według MBG/CNBD-k: długie milczenie regularnego klienta waży więcej niż w MBG/NBD.",
      parameters: {
        params: "Wiersz r, alpha, a, b, k z CLV.MBGCNBD.FIT.",
      },
    },
    RFM: {
      description:
        "Klienci z zamówień w postaci, jakiej wymagają modele probabilistyczne: ponowne zamówienia, wiek przy ostatnim z nich, wiek obecny i średnia wartość ponownych zamówień. Zamówienia z jednego dnia są jednym; kwota ujemna to zwrot – nie zamówienie, lecz pomniejsza wartość.",
      parameters: {
        customers: "Klient każdego zamówienia: nazwa lub numer.",
        amounts: "Wartość każdego zamówienia (kwota); bez niej ostatnia kolumna jest pusta.",
        unit: 'Jednostka wieku: "day", "week", "month", "quarter" lub "year"; domyślnie "week".',
      },
    },
    SPENDCHECK: {
      description:
        "Sprawdza założenie Gamma-Gamma: wartość zamówień klienta nie zależy od ich liczby. Korelacja bliska 0 jest dobra; od około 0,3 w górę lub w dół model myli się co do częstych klientów.",
      parameters: {
        x: "Ponowne zamówienia każdego klienta; klienci z 0 są pomijani.",
      },
    },
    PREDICT: {
      description:
        "Dzisiejsza wartość przyszłych zamówień każdego klienta: marża × oczekiwana wartość zamówienia × zdyskontowana oczekiwana liczba zamówień. Stopa dyskontowa jest roczna, niezależnie od jednostki wieku.",
      parameters: {
        model:
          'Model, z którego pochodzi params: "bgnbd", "mbgnbd", "pareto", "bgcnbd", "mbgcnbd" lub "bgbb", którego czas liczy się w okazjach.',
        params: "Wiersz z funkcji FIT tego modelu.",
        mean_value: "Średnia wartość ponownych zamówień każdego klienta (kwota); dowolna, gdy x wynosi 0.",
        margin: "Marża jako część wartości zamówienia.",
        discount: "Roczna stopa dyskontowa.",
        horizon: "Czas naprzód, w jednostce wieku; domyślnie bez końca.",
        unit: 'Jednostka wieku: "day", "week", "month", "quarter" lub "year"; domyślnie "week".',
        level:
          "Poziom ufności przedziału, np. 0,95: każda odpowiedź to wtedy wartość, dolna i górna granica. Jako params i spend_params podaj całe bloki obu funkcji FIT ze stats = PRAWDA.",
      },
    },
    "PREDICT.TOTAL": {
      description:
        "Dzisiejsza wartość przyszłych zamówień wszystkich klientów razem, z granicami: suma CLV.PREDICT. Granic poszczególnych klientów nie można dodawać, bo wszystkie opierają się na tych samych dopasowanych parametrach i mylą się razem.",
      parameters: {
        model:
          'Model, z którego pochodzi params: "bgnbd", "mbgnbd", "pareto", "bgcnbd", "mbgcnbd" lub "bgbb", którego czas liczy się w okazjach.',
        params: "Wiersz z funkcji FIT tego modelu.",
        mean_value: "Średnia wartość ponownych zamówień każdego klienta (kwota); dowolna, gdy x wynosi 0.",
        margin: "Marża jako część wartości zamówienia, jedna dla wszystkich.",
        discount: "Roczna stopa dyskontowa, jedna dla wszystkich.",
        horizon: "Czas naprzód, w jednostce wieku; domyślnie bez końca.",
        unit: 'Jednostka wieku: "day", "week", "month", "quarter" lub "year"; domyślnie "week".',
        level:
          "Poziom ufności przedziału, np. 0,95: odpowiedź to wtedy wartość, dolna i górna granica. Jako params i spend_params podaj całe bloki obu funkcji FIT ze stats = PRAWDA.",
      },
    },
    COMPARE: {
      description:
        "Porównuje modele na jednej historii: jak dobrze każdy pasuje i – przy okresie testowym – jak dobrze przewidział to, co nastąpiło, na tle dwóch prognoz bez modelu (dotychczasowe tempo trwa; nic więcej nie przyjdzie).",
    },
    OUTLOOK: {
      description:
        "Dopasowuje model i patrzy naprzód: dla wszystkich klientów razem i dla każdego prawdopodobieństwo, że jest aktywny, oraz oczekiwane zamówienia w horyzoncie, z granicami, które mówią, jak dobrze wyznaczają je dane (a nie jak bardzo odbiegnie jeden klient).",
      parameters: {
        sum_log_gaps:
          'Dla "bgcnbd" i "mbgcnbd": dla każdego klienta suma logarytmów naturalnych odstępów między zamówieniami.',
        level: "Poziom ufności granic; domyślnie 0,95.",
        model:
          'Model: "bgnbd", "mbgnbd", "pareto", "bgcnbd", "mbgcnbd" lub "bgbb", którego czas liczy się w okazjach.',
      },
    },
    BOOTSTRAP: {
      description:
        "Przedziały bootstrapowe dopasowania: klienci są wielokrotnie losowani ze zwracaniem, a model dopasowywany do każdej próby. Nie zakładają niczego o kształcie wiarygodności i trwają tyle, ile tyle dopasowań.",
      parameters: {
        sum_log_gaps:
          'Dla "bgcnbd" i "mbgcnbd": dla każdego klienta suma logarytmów naturalnych odstępów między zamówieniami.',
        draws: "Liczba prób, od 20 do 5000; domyślnie 500.",
        horizon: "Czas naprzód: dodaje zamówienia oczekiwane w nim od wszystkich klientów.",
        level: "Poziom ufności przedziałów; domyślnie 0,95.",
        model:
          'Model: "bgnbd", "mbgnbd", "pareto", "bgcnbd", "mbgcnbd" lub "bgbb", którego czas liczy się w okazjach.',
        seed: "Początek losowania, liczba całkowita: ta sama daje te same przedziały; domyślnie 1.",
      },
    },
    PROFILE: {
      description:
        "Przedziały z profilu wiarygodności dla parametrów dopasowania: wartości, których nie odrzuca test ilorazu wiarygodności, przy pozostałych parametrach dopasowanych na nowo. Właściwe przy niesymetrycznych wiarygodnościach, jak dla s i beta w Pareto/NBD.",
      parameters: {
        sum_log_gaps:
          'Dla "bgcnbd" i "mbgcnbd": dla każdego klienta suma logarytmów naturalnych odstępów między zamówieniami.',
        level: "Poziom ufności przedziałów; domyślnie 0,95.",
        model:
          'Model: "bgnbd", "mbgnbd", "pareto", "bgcnbd", "mbgcnbd" lub "bgbb", którego czas liczy się w okazjach.',
      },
    },
  },
};
