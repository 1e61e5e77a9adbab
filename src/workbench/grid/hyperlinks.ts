import type { Injector } from "@univerjs/core";
import { BaseFunction, IFunctionService, StringValueObject } from "@univerjs/engine-formula";
import type { ArrayValueObject, BaseValueObject, FunctionVariantType } from "@univerjs/engine-formula";
import { cellKey } from "./functionAdapter";

/** Where the HYPERLINK formulas lead, by cell. */
export type FormulaLinks = Map<string, string>;

const single = (variant: FunctionVariantType): BaseValueObject => {
  const value = variant as BaseValueObject;
  return value.isArray() ? (value as ArrayValueObject).getFirstCell() : value;
};

/**
 * HYPERLINK in place of the grid's own. Univer 0.25.1 makes a rich text of its result, which has no value: other
 * formulas, the host and the saved file would read an empty cell. As in Excel, a cell's value is what the link says,
 * a number where it is one
 * (https://support.microsoft.com/office/hyperlink-function-333c7ce6-c5ae-4164-9c47-7de9b76f577f).
 */
class Hyperlink extends BaseFunction {
  override minParams = 1;
  override maxParams = 2;

  constructor(private readonly links: FormulaLinks) {
    super("HYPERLINK");
  }

  override calculate(address: FunctionVariantType, friendly?: FunctionVariantType): FunctionVariantType {
    const target = single(address);
    if (target.isError()) return target;
    const text = String(target.getValue() ?? "");
    this.links.set(cellKey(this.subUnitId ?? "", this.row, this.column), text);
    const shown = friendly ? single(friendly) : null;
    return shown && !shown.isNull() ? shown : StringValueObject.create(text);
  }
}

/** Puts our HYPERLINK in place of the grid's own; the links follow the calculation. */
export function registerHyperlinks(injector: Injector): FormulaLinks {
  const links: FormulaLinks = new Map();
  injector.get(IFunctionService).registerExecutors(new Hyperlink(links));
  return links;
}
