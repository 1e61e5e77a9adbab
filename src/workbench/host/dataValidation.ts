import type { Rect } from "../rect";
import { addressOf, intersection } from "../rect";
import type { ValidationPart } from "../workbookParts";
import { assertNotProtected, fullAddress, sheetParts } from "./context";
import type { HostContext } from "./context";
import { hostError } from "./errors";
import { flagArgument, isHostObject, recordArgument } from "./hostObject";
import type { HostObject } from "./hostObject";

const KINDS = ["wholeNumber", "decimal", "date", "time", "textLength"] as const;
const OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
];

function newValidation(rect: Rect): ValidationPart {
  return {
    rect,
    kind: "none",
    operator: "Between",
    formula1: "",
    formula2: null,
    promptTitle: "",
    promptMessage: "",
    errorTitle: "",
    errorMessage: "",
    errorStyle: "Stop",
    ignoreBlanks: true,
  };
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** A bound of a rule: a number, a formula or a range. */
function bound(context: HostContext, value: unknown): string | number {
  if (typeof value === "number" || typeof value === "string") return value;
  if (isHostObject(value) && value.rect) return `=${fullAddress(context, value.rect)}`;
  throw hostError("InvalidArgument", "A validation rule wants a number, a formula or a range.");
}

/** https://learn.microsoft.com/javascript/api/excel/excel.datavalidationrule */
function readRule(context: HostContext, input: unknown): Partial<ValidationPart> {
  const rule = recordArgument(input, "rule");
  const kind = KINDS.find((candidate) => rule[candidate] !== undefined);
  if (rule.list !== undefined) {
    const source = recordArgument(rule.list, "list").source;
    return { kind: "list", formula1: bound(context, source) };
  }
  if (rule.custom !== undefined) {
    return { kind: "custom", formula1: bound(context, recordArgument(rule.custom, "custom").formula) };
  }
  if (!kind)
    throw hostError(
      "InvalidArgument",
      `not implemented by the workbench: the rule ${Object.keys(rule).join()}`,
    );
  const { formula1, formula2, operator } = recordArgument(rule[kind], kind);
  if (typeof operator !== "string" || !OPERATORS.includes(operator)) {
    throw hostError("InvalidArgument", `A validation rule wants an operator, not ${String(operator)}.`);
  }
  return {
    kind: kind === "wholeNumber" ? "whole" : kind,
    operator,
    formula1: bound(context, formula1),
    formula2: formula2 === undefined || formula2 === null ? null : bound(context, formula2),
  };
}

function ruleOf(part: ValidationPart | undefined): unknown {
  if (!part || part.kind === "none") return {};
  if (part.kind === "list") return { list: { inCellDropDown: true, source: part.formula1 } };
  if (part.kind === "custom") return { custom: { formula: part.formula1 } };
  const { operator, formula1, formula2 } = part;
  return { [part.kind === "whole" ? "wholeNumber" : part.kind]: { operator, formula1, formula2 } };
}

const TYPES: Readonly<Record<ValidationPart["kind"], string>> = {
  none: "None",
  whole: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  list: "List",
  custom: "Custom",
  textLength: "TextLength",
};

export function dataValidation(context: HostContext, rect: Rect): HostObject {
  const parts = sheetParts(context, rect.sheet);
  const found = (): ValidationPart | undefined =>
    parts.validations.find((part) => addressOf(part.rect) === addressOf(rect)) ??
    parts.validations.find((part) => intersection(part.rect, rect));
  const change = (values: Partial<ValidationPart>): void => {
    assertNotProtected(context, rect.sheet);
    let part = parts.validations.find((candidate) => addressOf(candidate.rect) === addressOf(rect));
    if (!part) parts.validations.push((part = newValidation(rect)));
    Object.assign(part, values);
  };
  return {
    type: "DataValidation",
    get: {
      type: () => TYPES[found()?.kind ?? "none"],
      rule: () => ruleOf(found()),
      ignoreBlanks: () => found()?.ignoreBlanks ?? true,
      prompt: () => ({
        showPrompt: true,
        title: found()?.promptTitle ?? "",
        message: found()?.promptMessage ?? "",
      }),
      errorAlert: () => ({
        showAlert: true,
        style: found()?.errorStyle ?? "Stop",
        title: found()?.errorTitle ?? "",
        message: found()?.errorMessage ?? "",
      }),
    },
    set: {
      rule: (value) => change(readRule(context, value)),
      ignoreBlanks: (value) => change({ ignoreBlanks: flagArgument(value, "ignoreBlanks") }),
      prompt: (value) => {
        const { title, message } = recordArgument(value, "prompt");
        change({ promptTitle: text(title), promptMessage: text(message) });
      },
      errorAlert: (value) => {
        const { title, message, style } = recordArgument(value, "errorAlert");
        change({ errorTitle: text(title), errorMessage: text(message), errorStyle: text(style) || "Stop" });
      },
    },
    call: {
      clear: () => {
        parts.validations = parts.validations.filter((part) => !intersection(part.rect, rect));
      },
    },
  };
}
