import { FINDING_REASONS } from "../../src/orders/findings";
import { findingTreatmentWords, findingWords } from "../../src/locales/findingText";
import { LOCALES } from "../../src/locales/locale";

it.each(LOCALES)("has words for every finding: %s", (locale) => {
  const words = findingWords(locale);
  expect(Object.keys(words).sort()).toEqual([...FINDING_REASONS].sort());
  for (const reason of FINDING_REASONS) {
    const { label, explanation, action } = words[reason];
    expect(label.length).toBeLessThanOrEqual(40);
    for (const text of [label, explanation, action]) expect(text.trim()).not.toBe("");
  }
});

it.each(LOCALES)("has words for every treatment: %s", (locale) => {
  expect(Object.keys(findingTreatmentWords(locale)).sort()).toEqual(["blocking", "excluded", "kept"]);
});

it("does not leave English words in another language", () => {
  const english = findingWords("en");
  for (const locale of LOCALES.filter((each) => each !== "en")) {
    for (const reason of FINDING_REASONS)
      expect(findingWords(locale)[reason].label).not.toBe(english[reason].label);
  }
});
