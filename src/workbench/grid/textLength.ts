import type { Injector } from "@univerjs/core";
import { BaseFunction, IFunctionService, NumberValueObject } from "@univerjs/engine-formula";
import type { ArrayValueObject, BaseValueObject, FunctionVariantType } from "@univerjs/engine-formula";

/**
 * LEN in place of the grid's own. Univer 0.25.1 counts the characters that a number's format shows; Excel counts those
 * of the number itself, as & joins them
 * (https://support.microsoft.com/office/len-lenb-functions-29236f94-cedc-429d-affd-b5e33d2c67cb).
 */
class TextLength extends BaseFunction {
  override minParams = 1;
  override maxParams = 1;

  constructor() {
    super("LEN");
  }

  override calculate(variant: FunctionVariantType): FunctionVariantType {
    const value = variant as BaseValueObject;
    if (!value.isArray()) return lengthOf(value);
    const lengths = (value as ArrayValueObject).mapValue(lengthOf) as ArrayValueObject;
    return lengths.getRowCount() === 1 && lengths.getColumnCount() === 1 ? lengths.getFirstCell() : lengths;
  }
}

function lengthOf(value: BaseValueObject): BaseValueObject {
  if (value.isError()) return value;
  return NumberValueObject.create(value.isNull() ? 0 : String(value.getValue()).length);
}

/** Puts our LEN in place of the grid's own. */
export function registerTextLength(injector: Injector): void {
  injector.get(IFunctionService).registerExecutors(new TextLength());
}
