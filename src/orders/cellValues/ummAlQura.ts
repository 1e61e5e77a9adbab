/**
 * The Umm al-Qura calendar of Saudi Arabia is tabulated, not computed: each year is three hexadecimal digits, of which
 * bit m − 1 tells whether month m has 30 days (1) or 29 (0). Years 1350 to 1500 AH (1931 to 2077). The month lengths
 * are those of CLDR's calendar `islamic-umalqura`, and a test compares every month with the runtime's own `Intl`.
 * Other countries go by sight of the moon and may differ by a day.
 */
const FIRST_YEAR = 1350;
const LAST_YEAR = 1500;

/** Excel day serial of 1 Muharram 1350 (1931-05-19). */
const FIRST_DAY = 11462;

const MONTHS =
  "b2aa554ada5d2da6d9eaae94d2ac564aea6d56ad55d4aa9352ba5b53a6b5ea9d52d29a554ad56daea6e4ed1da2aaa95a2da5b9bb27646c95" +
  "552ab4dbaba5b4da9d52aa592d26d8ed2daad5aa5a4b4979372b6975d69d52c9592b25b4db9d55d2da5d4aa9554daad3aabd2bc4b89a9552" +
  "d5adb6a6d4dc9d92aa69562ae56d36ab55aaa94d49d95d2ba5b55aad55a9a92e26e55dada6d46a5b27a4d4ad56db5a754f49e92d26a56356" +
  "6b5baab92b2568ba9b55aada5b4da9b52a9a536276575af26d46a95552ad4bd9ba574b69b52a9552da5d4daad96b2e95e2ac9692eaad56ad" +
  "65d4a";

interface HijriYear {
  readonly start: number;
  readonly longMonths: number;
}

const monthLength = (year: HijriYear, month: number): number => 29 + ((year.longMonths >> (month - 1)) & 1);

const YEARS: readonly HijriYear[] = (() => {
  const years: HijriYear[] = [];
  let start = FIRST_DAY;
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const at = (year - FIRST_YEAR) * 3;
    const entry = { start, longMonths: parseInt(MONTHS.slice(at, at + 3), 16) };
    years.push(entry);
    for (let month = 1; month <= 12; month++) start += monthLength(entry, month);
  }
  return years;
})();

/** Excel day serial of an Umm al-Qura date, years 1350–1500; NaN where there is no such date. */
export function ummAlQuraSerial(year: number, month: number, day: number): number {
  const entry = YEARS[year - FIRST_YEAR];
  if (!entry || month < 1 || month > 12 || day < 1 || day > monthLength(entry, month)) return NaN;
  let serial = entry.start + day - 1;
  for (let past = 1; past < month; past++) serial += monthLength(entry, past);
  return serial;
}
