import fc from "fast-check";
import {
  calendarSerial,
  gregorianSerial,
  isoOfSerial,
  jalaliSerial,
} from "../../src/orders/cellValues/calendars";
import type { Calendar } from "../../src/orders/orderColumns";
import { ummAlQuraSerial } from "../../src/orders/cellValues/ummAlQura";

/** The runtime's own calendars (ICU), an independent source. */
function icuParts(calendar: string): (serial: number) => [number, number, number] {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    timeZone: "UTC",
  });
  return (serial) => {
    const parts = new Map(
      format.formatToParts(new Date((serial - 25569) * 86_400_000)).map((part) => [part.type, part.value]),
    );
    return [
      Number.parseInt(parts.get("year") ?? "", 10),
      Number(parts.get("month")),
      Number(parts.get("day")),
    ];
  };
}

const FIRST = 18264; // 1950-01-01
const LAST = 64000; // 2075-03-21

it.each<[Calendar, string]>([
  ["gregorian", "gregory"],
  ["jalali", "persian"],
  ["hijri", "islamic-umalqura"],
])("agrees with the runtime's calendar on every seventh day from 1950 to 2075: %s", (calendar, icu) => {
  const parts = icuParts(icu);
  const wrong: number[] = [];
  for (let serial = FIRST; serial <= LAST; serial += 7) {
    if (calendarSerial(calendar, ...parts(serial)) !== serial) wrong.push(serial);
  }
  expect(wrong).toEqual([]);
});

it("agrees with the runtime on the length of every Umm al-Qura month from 1350 to 1500", () => {
  const parts = icuParts("islamic-umalqura");
  for (let year = 1350; year <= 1500; year++) {
    for (let month = 1; month <= 12; month++) {
      const start = ummAlQuraSerial(year, month, 1);
      expect(parts(start)).toEqual([year, month, 1]);
      const has30 = !Number.isNaN(ummAlQuraSerial(year, month, 30));
      expect(parts(start + 29)[2]).toBe(has30 ? 30 : 1);
    }
  }
});

it("gives the serials that Excel gives", () => {
  expect(gregorianSerial(1970, 1, 1)).toBe(25569);
  expect(gregorianSerial(2024, 2, 29)).toBe(45351);
  expect(gregorianSerial(2000, 2, 29)).toBe(36585);
});

it("has Nowruz 1403 on 20 March 2024 and 1 Muharram 1446 on 7 July 2024", () => {
  expect(jalaliSerial(1403, 1, 1)).toBe(gregorianSerial(2024, 3, 20));
  expect(ummAlQuraSerial(1446, 1, 1)).toBe(gregorianSerial(2024, 7, 7));
});

it.each<[string, number]>([
  ["30 February", gregorianSerial(2024, 2, 30)],
  ["29 February of 1900, which Excel invents", gregorianSerial(1900, 2, 29)],
  ["31 April", gregorianSerial(2024, 4, 31)],
  ["month 13", gregorianSerial(2024, 13, 1)],
  ["day 0", gregorianSerial(2024, 1, 0)],
  ["31 Mehr", jalaliSerial(1403, 7, 31)],
  ["30 Esfand of 1402, no leap year", jalaliSerial(1402, 12, 30)],
  ["31 Muharram", ummAlQuraSerial(1446, 1, 31)],
  ["a Hijri year before the table", ummAlQuraSerial(1349, 1, 1)],
])("has no such date: %s", (_, serial) => {
  expect(serial).toBeNaN();
});

it("has 30 Esfand in the leap year 1403", () => {
  expect(jalaliSerial(1403, 12, 30)).toBe(gregorianSerial(2025, 3, 20));
});

it("writes a serial as ISO date and reads it back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80_000 }), (serial) => {
      const [year, month, day] = isoOfSerial(serial).split("-").map(Number);
      expect(gregorianSerial(year ?? NaN, month ?? NaN, day ?? NaN)).toBe(serial);
    }),
  );
});
