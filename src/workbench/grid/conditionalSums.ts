import { ICommandService } from "@univerjs/core";
import type { Injector } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  IFunctionService,
  NumberValueObject,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import type { BaseValueObject, FunctionVariantType, BaseReferenceObject } from "@univerjs/engine-formula";
import type { CellValue } from "./backend";
import { criterionOf, keyOf } from "./criteria";
import type { Criterion } from "./criteria";

/**
 * SUMIFS, COUNTIFS, AVERAGEIFS, MINIFS and MAXIFS in place of the grid's own. Univer 0.25.1 reads and compares every
 * cell again for every formula, 5 to 10 ms each over 3,500 orders, which makes a summary of 900 customers wait for
 * most of a minute; and its MINIFS and MAXIFS answer nothing where Excel answers 0. Here a column is read and indexed
 * once per calculation.
 */
type Kind = "SUMIFS" | "COUNTIFS" | "AVERAGEIFS" | "MINIFS" | "MAXIFS";

interface Column {
  readonly cells: readonly CellValue[];
  /** The first error in the cells at these places. */
  readonly errors: ReadonlyMap<number, ErrorType>;
  readonly rows: number;
  readonly columns: number;
  /** Places by key, made when first asked for. */
  index: Map<string | number, number[]> | null;
}

const scalarOf = (value: BaseValueObject): CellValue | null => (value.isNull() ? null : value.getValue());

function readCells(variant: BaseReferenceObject | ArrayValueObject): Column {
  // Not its row count: that is the one of the formula whose share this is (sharedFormulas.ts).
  const { startRow, startColumn, endRow, endColumn } = variant.getRangePosition();
  const rows = endRow - startRow + 1;
  const columns = endColumn - startColumn + 1;
  const cells: CellValue[] = new Array<CellValue>(rows * columns).fill("");
  const errors = new Map<number, ErrorType>();
  variant.iterator((value, row, column) => {
    const place = (row - startRow) * columns + (column - startColumn);
    if (!value || place < 0 || place >= cells.length) return;
    if (value.isError()) errors.set(place, (value as ErrorValueObject).getErrorType());
    else cells[place] = scalarOf(value as BaseValueObject) ?? "";
  });
  return { cells, errors, rows, columns, index: null };
}

function indexOf(column: Column): Map<string | number, number[]> {
  if (column.index) return column.index;
  const index = new Map<string | number, number[]>();
  column.cells.forEach((cell, place) => {
    if (cell === "") return;
    const key = keyOf(cell);
    const places = index.get(key);
    if (places) places.push(place);
    else index.set(key, [place]);
  });
  column.index = index;
  return index;
}

/** The places where all criteria hold. */
function matching(columns: readonly Column[], criteria: readonly Criterion[]): number[] {
  const keyed = criteria.findIndex((criterion) => criterion.key !== undefined);
  const key = criteria[keyed]?.key;
  const first = columns[keyed];
  const candidates =
    first && key !== undefined
      ? (indexOf(first).get(key) ?? [])
      : (columns[0]?.cells.map((_, place) => place) ?? []);
  return candidates.filter((place) =>
    criteria.every(
      (criterion, c) =>
        c === keyed || (!columns[c]?.errors.has(place) && criterion.matches(columns[c]?.cells[place] ?? "")),
    ),
  );
}

function aggregate(kind: Kind, target: Column | null, places: readonly number[]): number | ErrorType {
  if (!target) return places.length;
  const numbers: number[] = [];
  for (const place of places) {
    const error = target.errors.get(place);
    if (error) return error;
    const cell = target.cells[place];
    if (typeof cell === "number") numbers.push(cell);
  }
  if (kind === "MINIFS") return numbers.length > 0 ? numbers.reduce((least, n) => Math.min(least, n)) : 0;
  if (kind === "MAXIFS") return numbers.length > 0 ? numbers.reduce((most, n) => Math.max(most, n)) : 0;
  const sum = numbers.reduce((total, n) => total + n, 0);
  if (kind === "SUMIFS") return sum;
  return numbers.length > 0 ? sum / numbers.length : ErrorType.DIV_BY_ZERO;
}

const isRange = (
  variant: FunctionVariantType | undefined,
): variant is BaseReferenceObject | ArrayValueObject =>
  variant !== undefined && (variant.isReferenceObject() || variant.isArray());

class ConditionalSum extends BaseFunction {
  override needsReferenceObject = true;
  override minParams: number;
  override maxParams = 255;

  constructor(
    private readonly kind: Kind,
    private readonly read: (variant: BaseReferenceObject | ArrayValueObject) => Column,
  ) {
    super(kind);
    this.minParams = kind === "COUNTIFS" ? 2 : 3;
  }

  override calculate(...variants: FunctionVariantType[]): FunctionVariantType {
    const pairs = this.kind === "COUNTIFS" ? variants : variants.slice(1);
    const ranges = pairs.filter((_, index) => index % 2 === 0);
    const asked = pairs.filter((_, index) => index % 2 === 1);
    const value = ErrorValueObject.create(ErrorType.VALUE);
    if (ranges.length !== asked.length || !ranges.every(isRange)) return value;
    const columns = ranges.map(this.read);
    const [target] = variants;
    const summed = this.kind === "COUNTIFS" ? null : isRange(target) ? this.read(target) : undefined;
    if (summed === undefined) return value;
    const [first] = columns;
    const alike = [...columns, ...(summed ? [summed] : [])].every(
      (column) => column.rows === first?.rows && column.columns === first.columns,
    );
    if (!alike) return value;
    return this.perCriterion(asked, (criteria) => aggregate(this.kind, summed, matching(columns, criteria)));
  }

  /** A criterion of several cells gives as many answers. */
  private perCriterion(
    asked: readonly FunctionVariantType[],
    answer: (criteria: readonly Criterion[]) => number | ErrorType,
  ): FunctionVariantType {
    const lists = asked.map((variant): Column | CellValue | null => {
      if (!isRange(variant)) return scalarOf(variant as BaseValueObject);
      const column = this.read(variant);
      return column.cells.length === 1 ? single(column, variant) : column;
    });
    const shape = lists.find((list) => typeof list === "object" && list !== null);
    const at = (place: number): BaseValueObject => {
      const criteria = lists.map((list) =>
        criterionOf(typeof list === "object" && list !== null ? (list.cells[place] ?? "") : list),
      );
      const result = answer(criteria);
      return typeof result === "number" ? NumberValueObject.create(result) : ErrorValueObject.create(result);
    };
    if (!shape || typeof shape !== "object") return at(0);
    const rows = Array.from({ length: shape.rows }, (_, row) =>
      Array.from({ length: shape.columns }, (__, column) => at(row * shape.columns + column)),
    );
    return ArrayValueObject.create({
      calculateValueList: rows,
      rowCount: shape.rows,
      columnCount: shape.columns,
      unitId: "",
      sheetId: "",
      row: -1,
      column: -1,
    });
  }
}

/** An empty cell as a criterion is 0, an empty text is itself: only the value object tells them apart. */
function single(column: Column, variant: BaseReferenceObject | ArrayValueObject): CellValue | null {
  const [cell = ""] = column.cells;
  if (cell !== "" || !variant.isReferenceObject()) return cell;
  const first = (variant as BaseReferenceObject).getFirstCell();
  return first.isNull() ? null : cell;
}

/** Puts the faster functions in place of the grid's own. */
export function registerConditionalSums(injector: Injector): void {
  const cache = new Map<string, Column>();
  injector.get(ICommandService).beforeCommandExecuted((command) => {
    if (command.id === SetFormulaCalculationStartMutation.id) cache.clear();
  });
  const read = (variant: BaseReferenceObject | ArrayValueObject): Column => {
    if (!variant.isReferenceObject()) return readCells(variant);
    const reference = variant as BaseReferenceObject;
    const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
    const key = [
      reference.getUnitId(),
      reference.getSheetId(),
      startRow,
      startColumn,
      endRow,
      endColumn,
    ].join();
    let column = cache.get(key);
    if (!column) cache.set(key, (column = readCells(reference)));
    return column;
  };
  const kinds: readonly Kind[] = ["SUMIFS", "COUNTIFS", "AVERAGEIFS", "MINIFS", "MAXIFS"];
  injector.get(IFunctionService).registerExecutors(...kinds.map((kind) => new ConditionalSum(kind, read)));
}
