import { gregorianSerial } from "../../src/orders/cellValues/calendars";
import type { Cell } from "../../src/orders/cells";
import type { Finding, FindingReason, Findings } from "../../src/orders/findings";
import { createOrderReader } from "../../src/orders/readOrders";
import { defaultRules } from "../../src/orders/orderColumns";
import { brief, COLUMNS, NEW_YEAR, readRows } from "./columnsForTests";

const D = NEW_YEAR;
const GOOD: Cell[] = ["Ann", D, 10];

const findingOf = (findings: Findings, reason: FindingReason): Finding | undefined =>
  findings.find((finding) => finding.reason === reason);

it("reads plain rows without a finding", () => {
  const read = readRows([GOOD, ["Bob", D + 1, 20.5]]);
  expect(read).toMatchObject({ sourceRows: 2, usedRows: 2, excludedRows: 0, findings: [], blocking: [] });
  expect([...read.orders.customer]).toEqual([0, 1]);
  expect(read.orders.customerIds).toEqual(["Ann", "Bob"]);
  expect([...read.orders.day]).toEqual([D, D + 1]);
  expect([...read.orders.amount]).toEqual([10, 20.5]);
  expect([...read.orders.sourceRow]).toEqual([1, 2]);
});

it("skips the rows above the data, also when they fill the first block", () => {
  const columns = { ...COLUMNS, headerRow: 2, dataRow: 3 };
  const reader = createOrderReader(columns, defaultRules(columns));
  reader.add([["Report"], [""]], 10);
  reader.add([["Customer", "Date", "Amount"], GOOD], 12);
  const read = reader.finish();
  expect(read.sourceRows).toBe(1);
  expect([...read.orders.sourceRow]).toEqual([13]);
});

it("takes the day of a date with time", () => {
  expect([...readRows([["Ann", D + 0.99, 1]]).orders.day]).toEqual([D]);
});

it("multiplies quantity and price to the decimal product", () => {
  const read = readRows(
    [
      ["Ann", D, 3, 19.99],
      ["Bob", D, "2", "1,5"],
    ],
    {
      amount: { kind: "product", quantity: 2, price: 3 },
      amountReading: { decimalSign: "," },
    },
  );
  expect([...read.orders.amount]).toEqual([59.97, 3]);
});

describe("each rule names its rows", () => {
  it.each<Cell>(["", "  ", null, "#N/A", "#REF!", "NULL", "n/a", "-"])("blank id %j", (id) => {
    const read = readRows([GOOD, [id, D, 5]]);
    expect(brief(read)).toEqual(["blankId excluded 2"]);
    expect(findingOf(read.findings, "blankId")?.examples).toEqual([{ row: 2, text: String(id ?? "") }]);
  });

  it("unreadable date", () => {
    const read = readRows([GOOD, ["Bob", "31/02/2024", 5], ["Bob", "", 7]]);
    expect(brief(read)).toEqual(["unreadableDate excluded 2,3"]);
    expect(findingOf(read.findings, "unreadableDate")?.examples[0]).toEqual({ row: 2, text: "31/02/2024" });
  });

  it("date in the future, shown as a date", () => {
    const read = readRows([GOOD, ["Ann", D + 10.5, 5], ["Ann", D + 11, 6]], {}, { lastDay: D + 10 });
    expect(brief(read)).toEqual(["futureDate excluded 3"]);
    expect(findingOf(read.findings, "futureDate")?.examples[0]?.text).toBe("2024-01-12");
  });

  it("dates in which Excel may have exchanged day and month", () => {
    // 3, 4, … 8 April opened as 4 March, 4 April, … and 25 April to 30 April left as text.
    const exchanged = [3, 4, 5, 6, 7, 8].map((month) => gregorianSerial(2024, month, 4));
    const texts = [25, 26, 27, 28, 29, 30].map((day) => `${day}/04/2024`);
    const rows = [...exchanged, ...texts].map((date, i): Cell[] => ["Ann", date, i + 0.5]);
    const read = readRows(rows);
    expect(brief(read)).toEqual(["exchangedDate kept 1,2,3,4,5,6"]);
    expect(read.findings[0]?.examples[0]?.text).toBe("2024-03-04");
    // One true date beyond the 12th shows that the true dates are as they were written.
    expect(brief(readRows([...rows, ["Ann", gregorianSerial(2024, 4, 13), 9]]))).toEqual([]);
    expect(brief(readRows([...rows, ["Ann", "04/05/2024", 9]]))).toEqual([]);
    expect(brief(readRows(rows.slice(0, 6)))).toEqual([]);
  });

  it("unreadable amount", () => {
    const read = readRows([GOOD, ["Bob", D, "see invoice"], ["Bob", D, ""], ["Bob", D, true]]);
    expect(brief(read)).toEqual(["unreadableAmount excluded 2,3,4"]);
  });

  it("number stored as text", () => {
    const read = readRows([GOOD, ["Bob", D, "1,234.50"]]);
    expect(brief(read)).toEqual(["textAmount kept 2"]);
    expect([...read.orders.amount]).toEqual([10, 1234.5]);
  });

  it("amount of zero, kept by default and left out by rule", () => {
    const rows = [GOOD, ["Bob", D, 0]];
    expect(brief(readRows(rows))).toEqual(["zeroAmount kept 2"]);
    const strict = readRows(rows, {}, { zeroAmounts: "exclude" });
    expect(brief(strict)).toEqual(["zeroAmount excluded 2"]);
    expect(strict.orders.customerIds).toEqual(["Ann"]);
  });

  it("return, netted by default and left out by rule", () => {
    const rows = [GOOD, ["Ann", D + 1, -4]];
    const net = readRows(rows);
    expect(brief(net)).toEqual(["return kept 2"]);
    expect([...net.orders.amount]).toEqual([10, -4]);
    expect(brief(readRows(rows, {}, { returns: "exclude" }))).toEqual(["return excluded 2"]);
  });

  it("return of a customer without any order, which is no longer listed as kept", () => {
    const read = readRows([GOOD, ["Bob", D, -4], ["Cid", D, 3]]);
    expect(brief(read)).toEqual(["returnWithoutOrder excluded 2"]);
    expect(read.orders.customerIds).toEqual(["Ann", "Cid"]);
    expect([...read.orders.customer]).toEqual([0, 1]);
  });

  it("exact duplicate without an order id: noted, counted", () => {
    expect(brief(readRows([GOOD, GOOD]))).toEqual(["duplicate kept 2"]);
  });

  it("exact duplicate with an order id: left out", () => {
    const rows: Cell[][] = [
      ["Ann", D, 10, "A1"],
      ["Ann", D, 10, "A1 "],
      ["Ann", D, 10, "A2"],
      ["Ann", D + 0.5, 10, "A1"],
      ["Ann", D, 10, ""],
      ["Ann", D, 10, ""],
    ];
    const read = readRows(rows, { orderId: 3 });
    expect(brief(read)).toEqual(["duplicate excluded 2"]);
    expect(read.usedRows).toBe(5);
    expect(brief(readRows(rows, { orderId: 3 }, { duplicates: "keep" }))).toEqual(["duplicate kept 2"]);
  });

  it.each<Cell[]>([
    ["Total", "", 30],
    ["", "", 30],
    ["", "Suma:", 30],
    ["جمع کل", "", 30],
    ["الإجمالي", "", ""],
    ["Ընդամենը", "", 30],
    ["Total", D + 9, 30],
    ["", D, "Total 2024"],
  ])("total row %j, %j, %j", (...total) => {
    expect(brief(readRows([GOOD, ["Bob", D, 20], total]))).toEqual(["totalRow excluded 3"]);
  });

  it("subtotals by sum, each over the rows since the last", () => {
    const rows: Cell[][] = [GOOD, ["Bob", D, 20], ["", "", 30], ["Ann", D, 1], ["Bob", D, 2], ["", "", 3]];
    expect(brief(readRows([...rows, ["", "", 33]]))).toEqual(["totalRow excluded 3,6,7"]);
  });

  it("an order of a firm called Total is no total row", () => {
    const read = readRows([GOOD, ["Total", D, 99]]);
    expect(brief(read)).toEqual([]);
  });

  it("empty row", () => {
    expect(brief(readRows([GOOD, ["", null, " "], []]))).toEqual(["emptyRow excluded 2,3"]);
  });

  it("ids that differ by case or spaces: one customer by default, two by rule", () => {
    const rows: Cell[][] = [
      ["Ann Lee", D, 1],
      [" ann  lee", D, 2],
      ["ANN LEE", D, 3],
      ["Ann Lee", D, 4],
    ];
    const read = readRows(rows);
    expect(brief(read)).toEqual(["similarId kept 2,3"]);
    expect(read.orders.customerIds).toEqual(["Ann Lee"]);
    const exact = readRows(rows, {}, { customerIds: "exact" });
    expect(brief(exact)).toEqual(["similarId kept 2,3"]);
    expect(exact.orders.customerIds).toEqual(["Ann Lee", "ann lee", "ANN LEE"]);
  });

  it("customer numbers of more than 15 digits, of which Excel has made the last ones zeros; not such texts", () => {
    const read = readRows([
      [999_999_999_999_999, D, 1],
      [1_234_567_890_123_450, D, 2],
      ["1234567890123456", D, 3],
    ]);
    expect(brief(read)).toEqual(["longId kept 2"]);
    expect(read.orders.customerIds).toHaveLength(3);
  });

  it("takes the number 7 and the text 7 for one customer", () => {
    expect(
      readRows([
        [7, D, 1],
        ["7", D, 2],
      ]).orders.customerIds,
    ).toEqual(["7"]);
  });
});

describe("currencies", () => {
  const MIXED: Cell[][] = [
    ["Ann", D, 10, "EUR"],
    ["Bob", D, 20, "USD"],
    ["Ann", D, 30, "eur"],
    ["Cid", D, 40, ""],
  ];

  it("are never added silently: nothing is used until the user decides", () => {
    const read = readRows(MIXED, { currency: 3 });
    expect(read).toMatchObject({ usedRows: 0, excludedRows: 4, blocking: ["mixedCurrencies"] });
    expect(brief(read)).toEqual(["mixedCurrencies blocking 1,2,3,4"]);
    expect(read.currencies).toEqual([
      { currency: "EUR", rows: 2, amount: 40 },
      { currency: "USD", rows: 1, amount: 20 },
      { currency: "", rows: 1, amount: 40 },
    ]);
  });

  it("count alone where one is chosen", () => {
    const read = readRows(MIXED, { currency: 3 }, { currency: { kind: "only", currency: "EUR" } });
    expect(brief(read)).toEqual(["otherCurrency excluded 2", "missingCurrency excluded 4"]);
    expect(read).toMatchObject({ currency: "EUR", usedRows: 2, blocking: [] });
  });

  it("are converted to the cent where rates are given", () => {
    const rule = { kind: "convert", into: "EUR", rates: { USD: 0.91234 } } as const;
    const read = readRows(MIXED, { currency: 3 }, { currency: rule });
    expect([...read.orders.amount]).toEqual([10, 18.25, 30]);
    expect(brief(read)).toEqual(["missingCurrency excluded 4"]);
  });

  it("are left out where the rate is missing or no rate at all", () => {
    for (const rate of [0, -1, NaN]) {
      const rule = { kind: "convert", into: "EUR", rates: { USD: rate } } as const;
      expect(brief(readRows(MIXED, { currency: 3 }, { currency: rule }))[0]).toBe("otherCurrency excluded 2");
    }
  });

  it("are taken over by rows without one where only one is named", () => {
    const read = readRows(
      [
        ["Ann", D, 10, "PLN"],
        ["Bob", D, 20, ""],
      ],
      { currency: 3 },
    );
    expect(read).toMatchObject({ currency: "PLN", usedRows: 2 });
    expect(brief(read)).toEqual(["missingCurrency kept 2"]);
  });

  it("are seen in the signs of text amounts", () => {
    const read = readRows([
      ["Ann", D, "€10"],
      ["Bob", D, "20 zł"],
    ]);
    expect(read.blocking).toEqual(["mixedCurrencies"]);
    expect(brief(read)).toEqual(["mixedCurrencies blocking 1,2"]);
  });

  it("are seen in number formats", () => {
    const formats = ["#,##0.00 [$€-407]", '#,##0.00 "zł"'];
    const read = readRows(
      [
        ["Ann", D, 10],
        ["Bob", D, 20],
      ],
      {},
      {},
      formats,
    );
    expect(read.blocking).toEqual(["mixedCurrencies"]);
    expect(
      readRows(
        [
          ["Ann", D, 10],
          ["Bob", D, 20],
        ],
        {},
        {},
        [formats[0] ?? "", formats[0] ?? ""],
      ).currency,
    ).toBe("EUR");
  });
});

it("keeps groups, rows without one under the empty name", () => {
  const read = readRows(
    [
      ["Ann", D, 1, "North"],
      ["Bob", D, 2, " North "],
      ["Cid", D, 3, ""],
    ],
    { group: 3 },
  );
  expect(read.orders.groupIds).toEqual(["North", ""]);
  expect([...(read.orders.group ?? [])]).toEqual([0, 0, 1]);
});

it("lists every row of a finding and shows the first five", () => {
  const rows: Cell[][] = Array.from({ length: 40 }, () => ["", D, 1]);
  const finding = findingOf(readRows(rows).findings, "blankId");
  expect(finding?.count).toBe(40);
  expect([...(finding?.rows ?? [])]).toEqual(rows.map((_, index) => index + 1));
  expect(finding?.examples).toHaveLength(5);
});
