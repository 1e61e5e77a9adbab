import { LOCALES, type Locale } from "../../src/locales/locale";
import { everyString, found, paneAndSheets } from "./everyString";

describe.each(LOCALES)("the punctuation in %s", (locale) => {
  const all = everyString(locale);

  test("has no stray spaces, and the true ellipsis", () => {
    expect(all.length).toBeGreaterThan(400);
    expect(found(all, / {2}|^\s|\s$|\n|\.\.\.| [,.;:!?](?=\s|$)/)).toEqual([]);
  });

  test("opens and closes its quotation marks and brackets", () => {
    const pairs: Record<Locale, readonly [string, string]> = {
      en: ["“", "”"],
      fa: ["«", "»"],
      ar: ["«", "»"],
      pl: ["„", "”"],
      hy: ["«", "»"],
    };
    const count = (text: string, mark: string): number => text.split(mark).length - 1;
    const [open, close] = pairs[locale];
    const uneven = all.filter(
      ({ text }) => count(text, open) !== count(text, close) || count(text, "(") !== count(text, ")"),
    );
    expect(uneven).toEqual([]);
    const foreign = ["“", "”", "«", "»", "„"].filter((mark) => mark !== open && mark !== close).join("");
    expect(found(all, new RegExp(`[${foreign}]`, "u"))).toEqual([]);
  });

  test("keeps the straight quotation mark for what is typed into cells", () => {
    expect(found(paneAndSheets(locale), /"/)).toEqual([]);
  });
});

describe.each(["fa", "ar"] as const)("texts from right to left in %s", (locale) => {
  test("have the comma, the semicolon and the question mark of their script", () => {
    expect(found(everyString(locale), /[\u0621-\u06cc\u200c»]\s?[,;?](?!\w)/u)).toEqual([]);
  });

  test("never begin with a sign that would change sides", () => {
    expect(found(everyString(locale), /^[-−+=#(]/u)).toEqual([]);
  });
});

test("Persian is written with Persian letters and digits, and joins what belongs together", () => {
  const own = paneAndSheets("fa").filter(({ place }) => !place.startsWith("findings.similarId"));
  expect(found(own, /[يكة]/u)).toEqual([]);
  // What is typed keeps the digits of the keyboard.
  expect(
    found(
      own.filter(({ place }) => place !== "paneWhatIf.sheetRate"),
      /[0-9%]/u,
    ),
  ).toEqual([]);
  expect(found(everyString("fa"), /(?:^|\s)(?:ن?می|ها|های|هایی)(?=\s)/u)).toEqual([]);
});

test("Arabic is written with Arabic letters, Latin digits and the sign that goes with them", () => {
  const own = everyString("ar").filter(({ place }) => !place.startsWith("findings.similarId"));
  expect(found(own, /[یکگچپۀ۰-۹٠-٩٪٫٬]/u)).toEqual([]);
});

test("Polish writes 2,5 and 40%, dashes as dashes, and no foreign letters", () => {
  expect(found(everyString("pl"), /(?<![\d.])\d+\.\d+(?![\d.])|\d %| - |\s-(?=\p{L})/u)).toEqual([]);
});

test("Armenian ends a sentence with its own full stop and asks within the word", () => {
  const own = everyString("hy");
  expect(found(own, /[Ա-Ֆա-և]:|[Ա-Ֆա-և]\.$/u)).toEqual([]);
  expect(found(own, /[Ա-Ֆա-և»]\?/u)).toEqual([]);
  expect(found(own, /(?<![\d.])\d+\.\d+(?![\d.])|\d %/u)).toEqual([]);
});

test("English writes 40%, and the apostrophe as one", () => {
  expect(found(everyString("en"), /\d %|\p{L}'\p{L}/u)).toEqual([]);
});
