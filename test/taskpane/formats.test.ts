import { formatsOf } from "../../src/taskpane/words/formats";

it("counts years and months as the language does, fractions too", () => {
  const years = (locale: Parameters<typeof formatsOf>[0]): string[] =>
    [1, 2, 5, 19.934].map((value) => formatsOf(locale).lasting(value, "year"));
  expect(years("en")).toEqual(["1 year", "2 years", "5 years", "19.93 years"]);
  expect(years("pl")).toEqual(["1 rok", "2 lata", "5 lat", "19,93 roku"]);
  expect(years("fa")).toEqual(["۱ سال", "۲ سال", "۵ سال", "۱۹٫۹۳ سال"]);
  expect(formatsOf("pl").lasting(2, "month")).toBe("2 miesiące");
});
