import type { Cell, CellRows } from "../../src/orders/cells";
import { gregorianSerial } from "../../src/orders/cellValues/calendars";
import { completeColumns } from "../../src/orders/orderColumns";
import { createOrderReader } from "../../src/orders/readOrders";
import { recognise } from "../../src/orders/recognising/recognise";

const D = 45292;

/** Rows with recurring customers, rising dates and uneven amounts. */
const rows = (count: number, row: (index: number) => Cell[]): Cell[][] =>
  Array.from({ length: count }, (_, index) => row(index));

const plain = (index: number): Cell[] => [
  1000 + index,
  `K${index % 7}`,
  D + index,
  10.5 + ((index * 37) % 90),
];

describe("headings", () => {
  it("are found in the first row", () => {
    const { columns, headings } = recognise([["Order", "Customer", "Date", "Amount"], ...rows(20, plain)]);
    expect(columns).toMatchObject({ headerRow: 0, dataRow: 1 });
    expect(headings.map((each) => each.heading)).toEqual(["Order", "Customer", "Date", "Amount"]);
    expect(headings[1]?.examples).toEqual(["K0", "K1", "K2"]);
  });

  it("are found below titles, notes and empty rows", () => {
    const head: CellRows = [
      ["Sales 2024", "", "", ""],
      ["Printed on", D, "", ""],
      ["", "", "", ""],
      ["Order", "Customer", "Date", "Amount"],
      ...rows(20, plain),
    ];
    expect(recognise(head).columns).toMatchObject({ headerRow: 3, dataRow: 4 });
  });

  it("may be absent", () => {
    const { columns } = recognise(rows(20, plain));
    expect(columns).toMatchObject({ headerRow: null, dataRow: 0, customer: 1, date: 2 });
    expect(columns.amount).toEqual({ kind: "column", column: 3 });
  });

  it.each<[string, string[]]>([
    ["en", ["Order No.", "Customer ID", "Order Date", "Total Amount (EUR)", "Region"]],
    ["snake case", ["order_id", "customer_id", "order_date", "total_amount", "sales_channel"]],
    ["camel case", ["orderId", "customerId", "orderDate", "totalAmount", "region"]],
    ["fa", ["شماره سفارش", "کد مشتری", "تاریخ سفارش", "مبلغ کل", "منطقه"]],
    ["fa with Arabic letters", ["شماره سفارش", "كد مشتري", "تاريخ سفارش", "مبلغ كل", "منطقه"]],
    ["ar", ["رقم الطلب", "رقم العميل", "تاريخ الطلب", "المبلغ الإجمالي", "المنطقة"]],
    ["pl", ["Nr zamówienia", "Nr klienta", "Data zamówienia", "Wartość brutto", "Kanał sprzedaży"]],
    ["hy", ["Պատվերի համար", "Հաճախորդի կոդ", "Պատվերի ամսաթիվ", "Ընդհանուր գումար", "Մարզ"]],
  ])("name the columns in whatever order they stand: %s", (_, names) => {
    const [order = "", customer = "", date = "", amount = "", group = ""] = names;
    const head: CellRows = [
      [amount, group, order, date, customer],
      ...rows(30, (i) => [10.5 + i, i % 2 ? "A" : "B", 500 + i, D + i, 70 + (i % 5)]),
    ];
    const { columns, questions, missing } = recognise(head);
    expect(columns).toMatchObject({
      customer: 4,
      date: 3,
      amount: { kind: "column", column: 0 },
      orderId: 2,
      group: 1,
    });
    expect(missing).toEqual([]);
    expect(questions).toEqual([]);
  });
});

describe("columns", () => {
  it("take quantity × price where no amount is named", () => {
    const head: CellRows = [
      ["Invoice", "Qty", "Unit Price", "Client", "Invoice Date"],
      ...rows(20, (i) => [i, 1 + (i % 3), 9.99, `K${i % 4}`, D + i]),
    ];
    expect(recognise(head).columns.amount).toEqual({ kind: "product", quantity: 1, price: 2 });
  });

  it("prefer the column that holds quantity × price already", () => {
    const head: CellRows = [
      ["Client", "Date", "Quantity", "Price", "Sum net", "Value"],
      ...rows(20, (i) => [`K${i % 4}`, D + i, 1 + (i % 3), 10.5, (1 + (i % 3)) * 10.5, 3.25 + i]),
    ];
    const { columns, choices } = recognise(head);
    expect(columns.amount).toEqual({ kind: "column", column: 4 });
    expect(choices.amount.confidence).toBeGreaterThan(0.95);
  });

  it("ask which of two equal amounts counts", () => {
    const head: CellRows = [
      ["Customer", "Date", "Net amount", "Gross amount", "Tax"],
      ...rows(20, (i) => [`K${i % 4}`, D + i, 10.5 + i, 12.6 + i, 2.1]),
    ];
    expect(recognise(head).questions).toEqual([{ kind: "column", role: "amount", options: [2, 3] }]);
  });

  it("do not ask again what the user has decided", () => {
    const head: CellRows = [
      ["Customer", "Date", "Net amount", "Gross amount"],
      ...rows(20, (i) => [`K${i % 4}`, D + i, 10.5 + i, 12.6 + i]),
    ];
    const amount = { kind: "column", column: 3 } as const;
    const { columns, questions } = recognise(head, { fixed: { amount } });
    expect(columns.amount).toEqual(amount);
    expect(questions).toEqual([]);
  });

  it("prefer the order date to the delivery date, and the customer's id to the name", () => {
    const head: CellRows = [
      ["Customer Name", "Customer ID", "Delivery Date", "Order Date", "Amount"],
      ...rows(20, (i) => [`Name ${i % 4}`, i % 4, D + i + 3, D + i, 5.5 + i]),
    ];
    const { columns, choices, questions } = recognise(head);
    expect(columns).toMatchObject({ customer: 1, date: 3 });
    expect(choices.date.alternatives[0]?.column).toBe(2);
    expect(questions).toEqual([]);
  });

  it("are missing where there are none", () => {
    const { columns, missing } = recognise([
      ["Name", "Note"],
      ["Ann", "hello"],
      ["Bob", "there"],
    ]);
    expect(missing).toEqual(expect.arrayContaining(["date", "amount"]));
    expect(completeColumns(columns)).toBeUndefined();
  });

  it("give nothing but also no error for an empty selection", () => {
    expect(recognise([]).missing).toEqual(["customer", "date", "amount"]);
  });

  it("know dates by their number format", () => {
    const head = rows(20, (i) => [`K${i % 4}`, 40_000.5 + i * 7.25, D + i]);
    const numberFormats = head.map(() => ["General", "#,##0.00", "dd/mm/yyyy"]);
    expect(recognise(head, { numberFormats }).columns).toMatchObject({
      date: 2,
      amount: { kind: "column", column: 1 },
    });
  });

  it("know currencies from a column, from signs and from number formats", () => {
    const named = [
      ["Customer", "Date", "Amount", "Currency"],
      ...rows(9, (i) => ["K", D + i, 1.5, i ? "EUR" : "usd"]),
    ];
    expect(recognise(named)).toMatchObject({ columns: { currency: 3 }, currencies: ["USD", "EUR"] });
    const signs = [["Customer", "Date", "Amount"], ...rows(9, (i) => ["K", D + i, `${i}.50 zł`])];
    expect(recognise(signs).currencies).toEqual(["PLN"]);
    const numbers = [["Customer", "Date", "Amount"], ...rows(9, (i) => ["K", D + i, i + 0.5])];
    const numberFormats = numbers.map(() => ["", "", "#,##0.00 [$€-407]"]);
    expect(recognise(numbers, { numberFormats }).currencies).toEqual(["EUR"]);
  });
});

describe("rules", () => {
  const lines = (ids: (index: number) => Cell): CellRows => [
    ["Order", "Customer", "Date", "Amount"],
    ...rows(30, (i) => [ids(i), `K${i % 4}`, D + i, 5.5 + i]),
  ];

  it("leave duplicates out where an order id proves them", () => {
    expect(recognise(lines((i) => i)).rules.duplicates).toBe("exclude");
  });

  it("keep duplicates where an order has several rows, one per article", () => {
    expect(recognise(lines((i) => Math.floor(i / 3))).rules.duplicates).toBe("keep");
  });

  it("keep duplicates where there is no order id", () => {
    const head = [["Customer", "Date", "Amount"], ...rows(9, (i) => ["K", D + i, 5.5 + i])];
    expect(recognise(head).rules.duplicates).toBe("keep");
  });
});

const withDates = (texts: readonly string[]): CellRows => [
  ["Customer", "Date", "Amount"],
  ...texts.map((text, index): Cell[] => [`K${index % 2}`, text, 5.5 + index]),
];

describe("dates", () => {
  it.each<[string, string[], object]>([
    ["a day beyond 12 comes first", ["03/04/2024", "25/04/2024"], { calendar: "gregorian", order: "dmy" }],
    ["a day beyond 12 comes second", ["03/04/2024", "04/25/2024"], { calendar: "gregorian", order: "mdy" }],
    ["the year comes first", ["2024-03-04", "2024-05-06"], { calendar: "gregorian", order: "ymd" }],
    ["points part the numbers", ["03.04.2024", "05.04.2024"], { calendar: "gregorian", order: "dmy" }],
    ["the month is a word", ["3 Apr 2024", "5 May 2024"], { calendar: "gregorian", order: "dmy" }],
    ["Jalali years", ["1402/12/28", "1403/01/05"], { calendar: "jalali", order: "ymd" }],
    [
      "Jalali in Persian digits, day first",
      ["۲۸/۱۲/۱۴۰۲", "۰۵/۰۱/۱۴۰۳"],
      { calendar: "jalali", order: "dmy" },
    ],
    ["Hijri years", ["1445/01/05", "1445/02/29"], { calendar: "hijri", order: "ymd" }],
    ["Hijri in Arabic digits", ["٢٩/٠٢/١٤٤٥", "٠٥/٠٣/١٤٤٥"], { calendar: "hijri", order: "dmy" }],
  ])("are decided without a question where %s", (_, texts, reading) => {
    const { columns, questions } = recognise(withDates(texts));
    expect(columns.dateReading).toMatchObject(reading);
    expect(questions).toEqual([]);
  });

  it("ask about day and month where every date can be read both ways", () => {
    const head = withDates(["03/04/2024", "04/05/2024", "05/05/2024"]);
    expect(recognise(head).questions).toEqual([
      { kind: "dateOrder", column: 1, options: ["dmy", "mdy"], example: "03/04/2024" },
    ]);
    expect(recognise(head, { monthFirst: true }).columns.dateReading.order).toBe("mdy");
  });

  it("take the order in which the list is sorted, and still ask", () => {
    const { columns, questions } = recognise(withDates(["01/02/2024", "01/05/2024", "02/03/2024"]));
    expect(columns.dateReading.order).toBe("mdy");
    expect(questions).toHaveLength(1);
  });

  it("ask where some dates can only be read one way and some only the other", () => {
    const { questions } = recognise(withDates(["25/03/2024", "26/03/2024", "03/25/2024", "01/02/2024"]));
    expect(questions).toMatchObject([{ kind: "dateOrder", options: ["dmy", "mdy"] }]);
  });

  it("do not ask where both readings are the same day", () => {
    expect(recognise(withDates(["04/04/2024", "05/05/2024"])).questions).toEqual([]);
  });

  it("ask about the calendar where years fit two of them", () => {
    const { questions } = recognise(withDates(["1405/01/05", "1445/02/03"]));
    expect(questions).toMatchObject([
      { kind: "calendar", options: expect.arrayContaining(["jalali", "hijri"]) },
    ]);
  });

  it("never take Hijri years for Jalali ones", () => {
    // The fault of an earlier attempt: 1445 as a Jalali year would be 2066.
    const { columns } = recognise(withDates(["1445/01/05", "1446/02/03"]), {
      today: gregorianSerial(2026, 11, 22),
    });
    expect(columns.dateReading.calendar).toBe("hijri");
  });

  it("know eight digits and their calendar", () => {
    const head = (first: number): CellRows => [
      ["Customer", "Date", "Amount"],
      ...rows(12, (i) => [`K${i % 3}`, first + i, 2.5 + i]),
    ];
    expect(recognise(head(20240301)).columns.dateReading).toMatchObject({
      numbers: "yyyymmdd",
      calendar: "gregorian",
    });
    expect(recognise(head(14030301)).columns.dateReading).toMatchObject({
      numbers: "yyyymmdd",
      calendar: "jalali",
    });
  });

  it("follow the workbook's date system", () => {
    const head = rows(20, (i) => [`K${i % 4}`, D - 1462 + i, 5.5 + i]);
    expect(recognise(head, { system1904: true }).columns.dateReading.system1904).toBe(true);
  });
});

describe("text amounts", () => {
  const withAmounts = (texts: readonly string[]): CellRows => [
    ["Customer", "Date", "Amount"],
    ...texts.map((text, index): Cell[] => [`K${index % 2}`, D + index, text]),
  ];

  it("show their decimal sign", () => {
    expect(recognise(withAmounts(["1,234", "12,50"])).columns.amountReading.decimalSign).toBe(",");
    expect(recognise(withAmounts(["1,234", "12.50"])).columns.amountReading.decimalSign).toBe(".");
    expect(recognise(withAmounts(["1,234", "12.50"])).questions).toEqual([]);
  });

  it("ask where 1,234 can be either, and take thousands meanwhile", () => {
    const comma = recognise(withAmounts(["1,234", "2,500"]));
    expect(comma.questions).toEqual([
      { kind: "decimalSign", column: 2, options: [".", ","], example: "1,234" },
    ]);
    const point = recognise(withAmounts(["1.234", "2.500"]));
    expect(point.questions).toEqual([
      { kind: "decimalSign", column: 2, options: [",", "."], example: "1.234" },
    ]);
  });

  it("ask where cells contradict each other", () => {
    expect(recognise(withAmounts(["12,50", "13,70", "12.50"])).questions).toMatchObject([
      { kind: "decimalSign", options: [",", "."] },
    ]);
  });
});

it("what is recognised can be read at once", () => {
  const head: CellRows = [
    ["Raport", "", "", ""],
    ["Nr zamówienia", "Klient", "Data", "Kwota"],
    ["Z/1", "Anna", "25.03.2024", "1.234,50 zł"],
    ["Z/2", "Jan", "26.03.2024", "(10,00 zł)"],
    ["Z/3", "Anna", "27.03.2024", "15,00 zł"],
    ["Razem", "", "", "1.239,50 zł"],
  ];
  const { columns, rules } = recognise(head);
  const complete = completeColumns(columns);
  if (!complete) throw new Error("columns not recognised");
  const reader = createOrderReader(complete, rules);
  reader.add(head, 0);
  const read = reader.finish();
  expect([...read.orders.amount]).toEqual([1234.5, 15]);
  expect(read.currency).toBe("PLN");
  expect(read.findings.map((each) => each.reason)).toEqual(["returnWithoutOrder", "totalRow", "textAmount"]);
});
