import { RBush } from "@univerjs/core";
import type { IUnitRange } from "@univerjs/core";

/** Formulas that refer to one and the same range. */
export interface RangeGroup {
  readonly ids: Set<number>;
}

interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

interface Areas {
  readonly cells: Map<string, RangeGroup & Box>;
  readonly byKey: Map<string, RangeGroup & Box>;
  readonly tree: RBush<RangeGroup & Box>;
}

type Item = IUnitRange & { readonly id: string | number };

const keyOf = (box: Box): string => `${box.minX},${box.minY},${box.maxX},${box.maxY}`;
const cellKey = (column: number, row: number): string => `${column},${row}`;

/** Whole rows and columns have no bounds of their own. */
const bounded = (value: number, otherwise: number): number => (Number.isNaN(value) ? otherwise : value);

function boxOf({ range }: IUnitRange): Box {
  return {
    minX: bounded(range.startColumn, 0),
    minY: bounded(range.startRow, 0),
    maxX: bounded(range.endColumn, Infinity),
    maxY: bounded(range.endRow, Infinity),
  };
}

/**
 * Which formulas refer to a cell, in place of Univer 0.25.1's RTree (the members that its dependency manager calls).
 * That keeps every formula's range apart: nine hundred formulas over one column are found nine hundred times for each
 * of its cells, which is most of the time a summary takes. Here equal ranges are one, and whoever walks through the
 * dependencies meets each range once.
 */
export class RangeGroups {
  private readonly sheets = new Map<string, Map<string, Areas>>();

  insert(item: Item): void {
    if (!item.unitId) return;
    const box = boxOf(item);
    const areas = this.areasOf(item.unitId, item.sheetId);
    const single = box.minX === box.maxX && box.minY === box.maxY;
    const groups = single ? areas.cells : areas.byKey;
    const key = single ? cellKey(box.minX, box.minY) : keyOf(box);
    let group = groups.get(key);
    if (!group) {
      group = { ...box, ids: new Set() };
      groups.set(key, group);
      if (!single) areas.tree.insert(group);
    }
    group.ids.add(Number(item.id));
  }

  bulkInsert(items: readonly Item[]): void {
    for (const item of items) this.insert(item);
  }

  /** The ranges that share a cell with this one. */
  *groupsIn(search: IUnitRange): Generator<RangeGroup> {
    const areas = this.sheets.get(search.unitId)?.get(search.sheetId);
    if (!areas) return;
    const box = boxOf(search);
    yield* cellsIn(areas.cells, box);
    yield* areas.tree.search(box);
  }

  bulkSearch(searches: readonly IUnitRange[], except?: ReadonlySet<number>): Set<number> {
    const found = new Set<number>();
    for (const search of searches)
      for (const { ids } of this.groupsIn(search)) for (const id of ids) if (!except?.has(id)) found.add(id);
    return found;
  }

  /** Takes a formula out of every range that shares a cell with this one. */
  remove(item: Item): void {
    for (const { ids } of this.groupsIn(item)) ids.delete(Number(item.id));
  }

  bulkRemove(items: readonly Item[]): void {
    for (const item of items) this.remove(item);
  }

  removeById(unitId: string, sheetId?: string): void {
    if (sheetId) this.sheets.get(unitId)?.delete(sheetId);
    else this.sheets.delete(unitId);
  }

  clear(): void {
    this.sheets.clear();
  }

  /** Univer builds its index of single cells before each walk; ours is always there. */
  openKdTree(): void {}
  closeKdTree(): void {}

  private areasOf(unitId: string, sheetId: string): Areas {
    let sheets = this.sheets.get(unitId);
    if (!sheets) this.sheets.set(unitId, (sheets = new Map<string, Areas>()));
    let areas = sheets.get(sheetId);
    if (!areas) sheets.set(sheetId, (areas = { cells: new Map(), byKey: new Map(), tree: new RBush() }));
    return areas;
  }
}

/** Cell by cell where that are few, else all that are known. */
function* cellsIn(cells: ReadonlyMap<string, RangeGroup & Box>, box: Box): Generator<RangeGroup> {
  const count = (box.maxX - box.minX + 1) * (box.maxY - box.minY + 1);
  if (count > cells.size) {
    for (const cell of cells.values())
      if (cell.minX >= box.minX && cell.minX <= box.maxX && cell.minY >= box.minY && cell.minY <= box.maxY)
        yield cell;
    return;
  }
  for (let row = box.minY; row <= box.maxY; row++) {
    for (let column = box.minX; column <= box.maxX; column++) {
      const cell = cells.get(cellKey(column, row));
      if (cell) yield cell;
    }
  }
}
