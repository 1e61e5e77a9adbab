import { readEntry, type EntryRule } from "../../src/taskpane/entries/readEntry";
import { entryProblemText, wordsOf } from "../../src/taskpane/words/words";
import { isoOfSerial, serialOfIso } from "../../src/taskpane/words/days";

const margin: EntryRule = { kind: "rate", min: -1, max: 1, optional: false };
const days: EntryRule = { kind: "days", min: 1, max: 3650, optional: false };

describe("readEntry", () => {
  it("understands forty per cent in three ways", () => {
    for (const text of ["40", "40 %", "0.4"]) expect(readEntry(margin, text, "en")).toEqual({ value: 0.4 });
  });

  it("refuses what is out of range, and says the range in words", () => {
    const entry = readEntry(margin, "250%", "en");
    expect(entry).toEqual({ problem: { code: "badRange", value: 2.5 } });
    if ("problem" in entry)
      expect(entryProblemText(entry.problem, margin, wordsOf("en"))).toBe(
        "250% is outside the range from -100% to 100%.",
      );
  });

  it("refuses half a day", () => {
    expect(readEntry(days, "1.5", "en")).toEqual({ problem: { code: "badRange", value: 1.5 } });
  });

  it("takes an empty optional field as not given, and asks for the others", () => {
    expect(readEntry({ ...margin, optional: true }, " ", "en")).toEqual({ value: null });
    expect(readEntry(margin, " ", "en")).toEqual({ problem: { code: "needed" } });
  });

  it("reads dates as day serials: 45292 is 1 January 2024", () => {
    expect(serialOfIso("2024-01-01")).toBe(45292);
    expect(isoOfSerial(45292)).toBe("2024-01-01");
    expect(serialOfIso("2024-13-01")).toBeUndefined();
    expect(readEntry({ kind: "date", min: 1, max: 99999, optional: false }, "soon", "en")).toEqual({
      problem: { code: "badDate", text: "soon" },
    });
  });
});
