import fc from "fast-check";
import { readCsv } from "../../src/orders/readCsv";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

it("reads numbers as numbers and everything else as text", () => {
  expect(readCsv(utf8("id,date,amount\n007,2024-01-31,12.50\n8,x,-3\n")).cells).toEqual([
    ["id", "date", "amount"],
    ["007", "2024-01-31", 12.5],
    [8, "x", -3],
  ]);
});

it.each<[string, string]>([
  ["a,b\n1,2", ","],
  ["a;b\n1,5;2,5", ";"],
  ["a\tb\n1\t2", "\t"],
  ["a|b\n1|2", "|"],
  ["sep=;\na;b", ";"],
])("finds the separator of %j", (text, separator) => {
  const read = readCsv(utf8(text));
  expect(read.separator).toBe(separator);
  expect(read.cells[0]).toEqual(["a", "b"]);
});

it("understands quotes with separators, doubled quotes and line breaks", () => {
  expect(readCsv(utf8('a,"b ""x"", y"\r\n"line\nbreak",2\r\n"",""')).cells).toEqual([
    ["a", 'b "x", y'],
    ["line\nbreak", 2],
    ["", ""],
  ]);
});

it("keeps a quoted number as text", () => {
  expect(readCsv(utf8('a,b\n"12",12')).cells[1]).toEqual(["12", 12]);
});

it.each(["1234567890123456", "00", "-", ".", "1.", ".5", "1e5", "+1", "1.2.3"])(
  "keeps %s as text",
  (field) => {
    expect(readCsv(utf8(`a,b\n${field},x`)).cells[1]).toEqual([field, "x"]);
  },
);

it("fills short rows and skips empty lines", () => {
  expect(readCsv(utf8("a,b,c\n\n1\r\r2,3\n")).cells).toEqual([
    ["a", "b", "c"],
    [1, "", ""],
    [2, 3, ""],
  ]);
});

it("reads UTF-8 with and without a mark, UTF-16 both ways, and code pages", () => {
  const text = "klient;kwota\nŁukasz;علی";
  const utf16 = (little: boolean): Uint8Array => {
    const bytes = new DataView(new ArrayBuffer(2 + text.length * 2));
    bytes.setUint16(0, 0xfeff, little);
    for (let i = 0; i < text.length; i++) bytes.setUint16(2 + i * 2, text.charCodeAt(i), little);
    return new Uint8Array(bytes.buffer);
  };
  const expected = [
    ["klient", "kwota"],
    ["Łukasz", "علی"],
  ];
  expect(readCsv(utf8(text)).cells).toEqual(expected);
  expect(readCsv(utf8(`\ufeff${text}`)).cells).toEqual(expected);
  expect(readCsv(utf16(true))).toMatchObject({ cells: expected, encoding: "utf-16le" });
  expect(readCsv(utf16(false))).toMatchObject({ cells: expected, encoding: "utf-16be" });
  const polish = Uint8Array.from([0xa3, 0x75, 0x6b, 0x61, 0x73, 0x7a, 0x3b, 0x31]); // "Łukasz;1" in windows-1250
  expect(readCsv(polish, { codePage: "windows-1250" }).cells).toEqual([["Łukasz", 1]]);
});

it("gives nothing for an empty file", () => {
  expect(readCsv(utf8("")).cells).toEqual([]);
});

it("reads back any table that was written by the rules of CSV", () => {
  const field = fc
    .string({ unit: "binary", maxLength: 12 })
    .filter((text) => !/^[\d.\-]*$/.test(text) && !/[\ud800-\udfff]/.test(text));
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  fc.assert(
    fc.property(table, (rows) => {
      const text = rows
        .map((row) => row.map((each) => `"${each.replace(/"/g, '""')}"`).join(","))
        .join("\r\n");
      expect(readCsv(utf8(text), { separator: "," }).cells).toEqual(rows);
    }),
  );
});

it("reads back any amount of cents", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), (cents) => {
      const value = cents / 100;
      expect(readCsv(utf8(`a,${value}`)).cells[0]?.[1]).toBe(value);
    }),
  );
});
