import type { Injector, Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  IFunctionService,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type { BaseValueObject, FunctionVariantType, IFunctionInfo } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import { CellError, PENDING } from "../functionCalls";
import type { CellResult, FunctionCaller, FunctionMetadata, FunctionResult } from "../functionCalls";
import { columnLetters } from "../rect";

/**
 * Univer's CLV.* functions, answered by whoever `caller` is. `registerFunction` of the facade would turn blanks and
 * omitted arguments into 0; a subclass of BaseFunction keeps them null, as Excel on the web hands them over.
 */

/** The last error of each cell, for the message that Excel shows beside it. */
export interface ErrorLog {
  messageOf(sheet: string, row: number, column: number): string | undefined;
  /** Told of every error when a cell is calculated. */
  onError(listener: (sheet: string, row: number, column: number, message: string) => void): void;
}

class Errors implements ErrorLog {
  private readonly messages = new Map<string, string>();
  private tell: Parameters<ErrorLog["onError"]>[0] = () => undefined;

  note(sheet: string, row: number, column: number, message: string | undefined): void {
    if (message) {
      this.messages.set(cellKey(sheet, row, column), message);
      this.tell(sheet, row, column, message);
    } else this.messages.delete(cellKey(sheet, row, column));
  }

  messageOf(sheet: string, row: number, column: number): string | undefined {
    return this.messages.get(cellKey(sheet, row, column));
  }

  onError(listener: Parameters<ErrorLog["onError"]>[0]): void {
    this.tell = listener;
  }
}

/** A cell as the key of a map. */
export const cellKey = (sheet: string, row: number, column: number): string => `${sheet}:${row}:${column}`;

const ERROR_TYPES = new Map<string, ErrorType>(Object.values(ErrorType).map((type) => [type, type]));
const errorObject = (code: string): ErrorValueObject =>
  ErrorValueObject.create(ERROR_TYPES.get(code) ?? ErrorType.VALUE);

function plain(value: Nullable<BaseValueObject>): unknown {
  if (value === null || value === undefined || value.isNull()) return null;
  if (value.isError()) return { type: "Error", basicValue: (value as ErrorValueObject).getErrorType() };
  return value.getValue();
}

function rowsOf(array: ArrayValueObject): unknown[][] {
  const rows: unknown[][] = Array.from({ length: array.getRowCount() }, () =>
    Array.from({ length: array.getColumnCount() }, () => null),
  );
  array.iterator((value, row, column) => {
    const line = rows[row];
    if (line) line[column] = plain(value);
  });
  return rows;
}

/** What a parameter gets: rows for a range parameter, else one value. */
function argument(variant: FunctionVariantType | undefined, isMatrix: boolean): unknown {
  if (variant === undefined) return null;
  if (variant.isReferenceObject()) return null;
  const value = variant as BaseValueObject;
  if (value.isArray()) {
    const rows = rowsOf(value as ArrayValueObject);
    return isMatrix ? rows : (rows[0]?.[0] ?? null);
  }
  const single = plain(value);
  // A parameter left out is null, also where a range is expected (PLATFORM.md, section 3).
  if (single === null) return null;
  return isMatrix ? [[single]] : single;
}

function box(result: CellResult): BaseValueObject {
  if (result instanceof CellError) return errorObject(result.code);
  if (typeof result === "string") return StringValueObject.create(result);
  if (typeof result === "boolean") return BooleanValueObject.create(result);
  return NumberValueObject.create(result);
}

function boxAll(result: FunctionResult): BaseValueObject {
  if (!Array.isArray(result)) return box(result);
  const [first] = result;
  if (result.length === 1 && first?.length === 1 && first[0] !== undefined) return box(first[0]);
  return ArrayValueObject.create({
    calculateValueList: result.map((row) => row.map(box)),
    rowCount: result.length,
    columnCount: first?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function errorOf(result: FunctionResult): CellError | null {
  const first = Array.isArray(result) ? result[0]?.[0] : result;
  return first instanceof CellError ? first : null;
}

class CustomFunction extends BaseFunction {
  constructor(
    name: string,
    private readonly metadata: FunctionMetadata,
    private readonly caller: FunctionCaller,
    private readonly errors: Errors,
  ) {
    super(name);
    const { parameters } = metadata;
    this.minParams = parameters.filter((parameter) => !parameter.optional).length;
    this.maxParams = parameters.some((parameter) => parameter.repeating) ? 255 : parameters.length;
  }

  override calculate(...variants: FunctionVariantType[]): FunctionVariantType {
    const args = this.metadata.parameters.map((parameter, index) =>
      argument(variants[index], parameter.dimensionality === "matrix"),
    );
    const address = `${columnLetters(this.column)}${this.row + 1}`;
    const result = this.caller.call(this.metadata.id, args, address);
    if (result === PENDING) return errorObject("#N/A");
    this.errors.note(this.subUnitId ?? "", this.row, this.column, errorOf(result)?.message);
    return boxAll(result);
  }
}

/** Makes the functions known to the grid's engine and to its formula bar. Call it after the workbook was created. */
export function registerFunctions(
  injector: Injector,
  functions: readonly FunctionMetadata[],
  namespace: string,
  caller: FunctionCaller,
): ErrorLog {
  const service = injector.get(IFunctionService);
  const descriptions = injector.get(IDescriptionService);
  const errors = new Errors();
  const infos = functions.map((metadata): IFunctionInfo => {
    const functionName = `${namespace}.${metadata.name}`;
    service.registerExecutors(new CustomFunction(functionName, metadata, caller, errors));
    return {
      functionName,
      aliasFunctionName: functionName,
      functionType: FunctionType.User,
      description: metadata.description ?? "",
      abstract: metadata.description ?? "",
      functionParameter: metadata.parameters.map((parameter) => ({
        name: parameter.name,
        detail: parameter.description ?? "",
        example: "",
        require: parameter.optional ? 0 : 1,
        repeat: parameter.repeating ? 1 : 0,
      })),
    };
  });
  descriptions.registerDescriptions(infos);
  return errors;
}
