import fc from "fast-check";
import { asText, restored, written } from "../../src/excel/writing/cellText";
import { ExcelProblem } from "../../src/excel/problem";

it.each([
  "=1+1",
  "+1",
  "-x",
  "@SUM(A1)",
  "'quoted",
  "00123",
  "1,5",
  "3/4",
  "12%",
  "TRUE",
  "prawda",
  "#N/A",
  "May 5",
  " x",
  "€5",
])("writes %s with an apostrophe, so that it stays text", (text) => {
  expect(asText(text)).toBe(`'${text}`);
});

it.each(["Revenue", "Gross margin", "of revenue", "ارزش", "wartość klienta", ""])(
  "writes %p as it is",
  (text) => {
    expect(asText(text)).toBe(text);
  },
);

it("never lets a text begin with what Excel takes for a formula", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(asText(text)).not.toMatch(/^[=+\-@]/);
    }),
  );
});

it("cuts a text to what a cell can hold", () => {
  expect(asText("x".repeat(40_000))).toHaveLength(32_766);
});

it("clears or leaves a cell for which nothing is planned", () => {
  expect(written(null, "")).toBe("");
  expect(written(null, null)).toBeNull();
  expect(written("", null)).toBe("");
});

it.each([NaN, Infinity, -Infinity])("refuses the number %p", (value) => {
  expect(() => written(value, null)).toThrow(ExcelProblem);
});

it("refuses a formula without its equals sign and one that is too long", () => {
  expect(() => written({ formula: "SUM(A1)" }, null)).toThrow(ExcelProblem);
  expect(() => written({ formula: `=${"1+".repeat(5_000)}1` }, null)).toThrow(ExcelProblem);
});

it("brings cells back as they were read", () => {
  expect(restored("=A1+1", 5)).toBe("=A1+1");
  expect(restored("=1+1", "=1+1")).toBe("'=1+1");
  expect(restored("00123", "00123")).toBe("'00123");
  expect(restored(12, 12)).toBe(12);
  expect(restored(true, true)).toBe(true);
  expect(restored("", "")).toBe("");
  expect(restored("#N/A", "#N/A")).toBe("#N/A");
});
