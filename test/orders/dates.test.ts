import fc from "fast-check";
import { gregorianSerial, isoOfSerial, jalaliSerial } from "../../src/orders/cellValues/calendars";
import { readDate } from "../../src/orders/cellValues/dates";
import type { DateReading } from "../../src/orders/orderColumns";
import { ummAlQuraSerial } from "../../src/orders/cellValues/ummAlQura";
import { READING } from "./columnsForTests";

const read = (cell: string | number | boolean | null, reading: Partial<DateReading> = {}): number =>
  readDate(cell, { ...READING, ...reading });

const DAY = gregorianSerial(2024, 4, 3);

it.each<[string | number, Partial<DateReading>]>([
  [DAY, {}],
  [DAY - 1462, { system1904: true }],
  [String(DAY), {}],
  [20240403, { numbers: "yyyymmdd" }],
  ["20240403", { order: "ymd" }],
  ["2024-04-03", { order: "ymd" }],
  ["2024-04-03", { order: "dmy" }],
  ["2024/4/3", { order: "ymd" }],
  ["03/04/2024", { order: "dmy" }],
  ["04/03/2024", { order: "mdy" }],
  ["3.4.2024", { order: "dmy" }],
  ["3. 4. 2024", { order: "dmy" }],
  ["03-04-24", { order: "dmy" }],
  ["3.04.2024 r.", { order: "dmy" }],
  ["3 April 2024", {}],
  ["April 3rd, 2024", {}],
  ["Wed, Apr 3 2024", {}],
  ["3-Apr-24", {}],
  ["2024 Apr 3", {}],
  ["3 kwietnia 2024 r.", {}],
  ["3 kwi 2024", {}],
  ["3 ապրիլի 2024", {}],
  ["3 ապր. 2024 թ.", {}],
  ["٣ أبريل ٢٠٢٤", {}],
  ["٣ نيسان ٢٠٢٤", {}],
  ["۳ آوریل ۲۰۲۴", {}],
  ["۰۳/۰۴/۲۰۲۴", { order: "dmy" }],
  ["\u200e03/04/2024\u200f", { order: "dmy" }],
])("reads %s as 3 April 2024", (cell, reading) => {
  expect(read(cell, reading)).toBe(DAY);
});

it.each<[string, Partial<DateReading>, number]>([
  ["۱۴۰۳/۰۱/۱۵", { calendar: "jalali", order: "ymd" }, jalaliSerial(1403, 1, 15)],
  ["15/01/1403", { calendar: "jalali", order: "dmy" }, jalaliSerial(1403, 1, 15)],
  ["۱۵ فروردین ۱۴۰۳", {}, jalaliSerial(1403, 1, 15)],
  ["چهارشنبه ۱۵ فروردين ۱۴۰۳", {}, jalaliSerial(1403, 1, 15)],
  ["١٤٤٥/٠٩/٢٤", { calendar: "hijri", order: "ymd" }, ummAlQuraSerial(1445, 9, 24)],
  ["٢٤ رمضان ١٤٤٥", {}, ummAlQuraSerial(1445, 9, 24)],
  ["٢٤ رمضان ١٤٤٥ هـ", {}, ummAlQuraSerial(1445, 9, 24)],
  ["٥ ذو الحجة ١٤٤٥", {}, ummAlQuraSerial(1445, 12, 5)],
])("reads %s in its calendar", (text, reading, serial) => {
  expect(read(text, reading)).toBe(serial);
});

it.each<[string, number]>([
  ["2024-04-03T18:00:00Z", 0.75],
  ["2024-04-03 06:00", 0.25],
  ["03/04/2024 6:00 PM", 0.75],
  ["03/04/2024 12:00 am", 0],
  ["03/04/2024, 12:00:00.123+03:30", 0.5],
])("keeps the time of day of %s and takes the day as written", (text, time) => {
  expect(read(text)).toBeCloseTo(DAY + time, 9);
});

it.each([
  "31/02/2024",
  "2024-02-30",
  "31.04.2024",
  "2024-13-01",
  "00/01/2024",
  "3/4",
  "April 2024",
  "3 Foo 2024",
  "03/04/2024 25:00",
  "03/04/2024 about noon",
  "1234.50",
  "tomorrow",
  "",
  "#N/A",
])("does not read %j", (text) => {
  expect(read(text)).toBeNaN();
});

it.each([0, 12, 60, 18263, 73416, -5, Infinity])("does not take the number %d for an order date", (value) => {
  expect(read(value)).toBeNaN();
});

it("does not read booleans and empty cells", () => {
  expect(read(true)).toBeNaN();
  expect(read(null)).toBeNaN();
});

it("does not read a month beyond 12, whatever would make sense the other way round", () => {
  expect(read("04/13/2024", { order: "dmy" })).toBeNaN();
  expect(read("13/04/2024", { order: "mdy" })).toBeNaN();
});

it("reads back every day in every way of writing", () => {
  const persian = (text: string): string =>
    text.replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
  fc.assert(
    fc.property(fc.integer({ min: 18264, max: 73415 }), (serial) => {
      const [year, month, day] = isoOfSerial(serial).split("-");
      expect(read(`${year}-${month}-${day}`, { order: "ymd" })).toBe(serial);
      expect(read(`${day}/${month}/${year}`, { order: "dmy" })).toBe(serial);
      expect(read(`${month}/${day}/${year}`, { order: "mdy" })).toBe(serial);
      expect(read(persian(`${day}.${month}.${year}`), { order: "dmy" })).toBe(serial);
      expect(read(Number(`${year}${month}${day}`), { numbers: "yyyymmdd" })).toBe(serial);
    }),
  );
});
