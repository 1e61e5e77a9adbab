import type { Validation } from "../../summary/plan";

/** Longest title and text of a validation's message (Excel specifications). */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

/** Says what may be typed into the cells, and refuses the rest. */
export function addValidation(range: Excel.Range, { rule, title, message }: Validation): void {
  const validation = range.dataValidation;
  if (rule.kind === "list") {
    validation.rule = { list: { inCellDropDown: true, source: rule.values.join(",") } };
  } else if (rule.kind === "date") {
    // Dates are given as formulas: a bare serial is not accepted here.
    const { min, max } = rule;
    validation.rule = { date: { formula1: `=${min}`, formula2: `=${max}`, operator: "Between" } };
  } else if (rule.kind === "whole") {
    validation.rule = { wholeNumber: between(rule.min, rule.max) };
  } else {
    validation.rule = { decimal: between(rule.min, rule.max) };
  }
  validation.ignoreBlanks = true;
  const words = { title: title.slice(0, LONGEST_TITLE), message: message.slice(0, LONGEST_MESSAGE) };
  validation.prompt = { ...words, showPrompt: true };
  validation.errorAlert = { ...words, showAlert: true, style: "Stop" };
}

interface Between {
  formula1: number;
  formula2: number;
  operator: "Between";
}

const between = (min: number, max: number): Between => ({
  formula1: min,
  formula2: max,
  operator: "Between",
});
