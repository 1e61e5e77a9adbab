import { addressOf, intersection } from "../rect";
import type { Rect } from "../rect";
import type { TablePart } from "../workbookParts";
import { assertNotProtected } from "./context";
import type { HostContext } from "./context";
import { hostError, itemAlreadyExists, itemNotFound } from "./errors";
import { flagArgument, textArgument, wholeArgument } from "./hostObject";
import type { HostObject } from "./hostObject";
import { assertName } from "./names";
import { range, rangeArgument } from "./range";
import { worksheet } from "./worksheet";

let nextId = 1;

const isNamed = (key: string) => (table: TablePart) =>
  table.name.toLowerCase() === key.toLowerCase() || table.id === key;

function assertFree(context: HostContext, name: string, own?: TablePart): void {
  assertName(name);
  const taken =
    context.parts.names.some((part) => part.name.toLowerCase() === name.toLowerCase()) ||
    context.parts.tables.some((table) => table !== own && table.name.toLowerCase() === name.toLowerCase());
  if (taken) throw itemAlreadyExists();
}

/** Tables must not overlap: https://support.microsoft.com/office/create-a-table */
function assertNoOverlap(context: HostContext, rect: Rect, own?: TablePart): void {
  if (context.parts.tables.some((table) => table !== own && intersection(table.rect, rect))) {
    throw hostError("InvalidOperation", "A table can't overlap another table.");
  }
}

/** A table's headers are texts, none empty and no two alike; Excel makes them so. */
function writeHeaders(context: HostContext, rect: Rect): void {
  const header = { ...rect, rows: 1 };
  const [cells = []] = context.backend.values(header);
  const taken = new Set<string>();
  const texts = cells.map((cell, index) => {
    const wished = cell === "" ? `Column${index + 1}` : String(cell);
    let text = wished;
    for (let copy = 2; taken.has(text.toLowerCase()); copy++) text = `${wished}${copy}`;
    taken.add(text.toLowerCase());
    return text;
  });
  const same = texts.every((text, index) => text === cells[index]);
  if (!same) context.backend.write(header, [texts.map((value) => ({ kind: "value", value }) as const)]);
}

async function addTable(
  context: HostContext,
  sheet: string,
  address: unknown,
  hasHeaders: unknown,
): Promise<HostObject> {
  const rect = rangeArgument(context, sheet, address, "address");
  assertNotProtected(context, rect.sheet);
  if (!flagArgument(hasHeaders, "hasHeaders")) {
    throw hostError(
      "NotImplemented",
      "not implemented by the workbench: TableCollection.add without headers",
    );
  }
  if (rect.rows < 2) rangeTooSmall(rect);
  assertNoOverlap(context, rect);
  let number = 1;
  while (context.parts.tables.some(isNamed(`Table${number}`))) number++;
  const part: TablePart = {
    id: `table${nextId++}`,
    name: `Table${number}`,
    rect,
    style: "TableStyleMedium2",
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
  };
  writeHeaders(context, rect);
  await context.backend.addTable(part.id, part.name, rect);
  context.parts.tables.push(part);
  context.changed();
  return table(context, part);
}

function rangeTooSmall(rect: Rect): never {
  throw hostError("InvalidArgument", `A table wants a header and a row at least, not ${addressOf(rect)}.`);
}

export function tables(context: HostContext, sheet: string | null): HostObject {
  return tableCollection(context, "TableCollection", sheet, () =>
    context.parts.tables.filter((part) => sheet === null || part.rect.sheet === sheet),
  );
}

/** The tables that a range touches, or contains whole. */
export function tablesIn(context: HostContext, rect: Rect, fullyContained: boolean): HostObject {
  return tableCollection(context, "TableScopedCollection", rect.sheet, () =>
    context.parts.tables.filter((part) => {
      const common = intersection(part.rect, rect);
      return common && (!fullyContained || addressOf(common) === addressOf(part.rect));
    }),
  );
}

function tableCollection(
  context: HostContext,
  type: string,
  sheet: string | null,
  listed: () => readonly TablePart[],
): HostObject {
  const find = (key: unknown): HostObject | null => {
    const part = listed().find(isNamed(textArgument(key, "key")));
    return part ? table(context, part) : null;
  };
  const need = (key: unknown): HostObject => {
    const found = find(key);
    if (!found) throw itemNotFound();
    return found;
  };
  const at = (index: number): HostObject => {
    const part = listed()[index];
    if (!part) throw itemNotFound();
    return table(context, part);
  };
  return {
    type,
    items: () => listed().map((part) => table(context, part)),
    item: need,
    call: {
      getItem: need,
      getItemOrNullObject: find,
      getItemAt: (index) => at(wholeArgument(index, "index")),
      getFirst: () => at(0),
      getCount: () => listed().length,
      add: (address, hasHeaders) =>
        addTable(context, sheet ?? context.backend.activeSheet(), address, hasHeaders),
    },
  };
}

function table(context: HostContext, part: TablePart): HostObject {
  const { backend, parts } = context;
  const rows = (row: number, count: number): HostObject =>
    range(context, { ...part.rect, row: part.rect.row + row, rows: count });
  const remove = async (): Promise<void> => {
    parts.tables.splice(parts.tables.indexOf(part), 1);
    await backend.removeTable(part.id);
    context.changed();
  };
  const setFlag = (name: "showBandedRows" | "showFilterButton" | "showTotals") => (value: unknown) => {
    part[name] = flagArgument(value, name);
  };
  return {
    type: "Table",
    exists: () => parts.tables.includes(part),
    get: {
      id: () => part.id,
      name: () => part.name,
      style: () => part.style,
      showHeaders: () => true,
      showTotals: () => part.showTotals,
      showFilterButton: () => part.showFilterButton,
      showBandedRows: () => part.showBandedRows,
    },
    set: {
      name: async (value) => {
        const name = textArgument(value, "name");
        assertFree(context, name, part);
        part.name = name;
        await backend.renameTable(part.id, name);
      },
      style: (value) => {
        part.style = textArgument(value, "style");
      },
      showTotals: setFlag("showTotals"),
      showFilterButton: setFlag("showFilterButton"),
      showBandedRows: setFlag("showBandedRows"),
    },
    child: { worksheet: () => worksheet(context, part.rect.sheet), columns: () => columns(context, part) },
    call: {
      getRange: () => range(context, part.rect),
      getHeaderRowRange: () => rows(0, 1),
      getDataBodyRange: () => rows(1, part.rect.rows - 1),
      resize: async (newRange) => {
        const rect = rangeArgument(context, part.rect.sheet, newRange, "newRange");
        if (rect.sheet !== part.rect.sheet || rect.row !== part.rect.row) {
          throw hostError(
            "InvalidArgument",
            "A table keeps its sheet and its header row when it is resized.",
          );
        }
        if (rect.rows < 2) rangeTooSmall(rect);
        assertNoOverlap(context, rect, part);
        part.rect = rect;
        writeHeaders(context, rect);
        await backend.resizeTable(part.id, rect);
      },
      delete: async () => {
        assertNotProtected(context, part.rect.sheet);
        const { rect } = part;
        await remove();
        const empty = { kind: "empty" } as const;
        backend.write(
          rect,
          Array.from({ length: rect.rows }, () => Array.from({ length: rect.columns }, () => empty)),
        );
      },
      convertToRange: async () => {
        await remove();
        return range(context, part.rect);
      },
    },
  };
}

function columns(context: HostContext, part: TablePart): HostObject {
  const headers = (): string[] => (context.backend.values({ ...part.rect, rows: 1 })[0] ?? []).map(String);
  const column = (index: number): HostObject => {
    if (index < 0 || index >= part.rect.columns) throw itemNotFound();
    const cells = { ...part.rect, column: part.rect.column + index, columns: 1 };
    return {
      type: "TableColumn",
      get: { id: () => index + 1, index: () => index, name: () => headers()[index] ?? "" },
      call: {
        getRange: () => range(context, cells),
        getHeaderRowRange: () => range(context, { ...cells, rows: 1 }),
        getDataBodyRange: () => range(context, { ...cells, row: cells.row + 1, rows: cells.rows - 1 }),
      },
    };
  };
  const indexOf = (key: unknown): number =>
    typeof key === "number"
      ? key - 1
      : headers().findIndex((header) => header.toLowerCase() === textArgument(key, "key").toLowerCase());
  return {
    type: "TableColumnCollection",
    items: () => headers().map((_, index) => column(index)),
    item: (key) => column(indexOf(key)),
    call: {
      getItem: (key) => column(indexOf(key)),
      getItemAt: (index) => column(wholeArgument(index, "index")),
      getItemOrNullObject: (key) => (indexOf(key) < 0 ? null : column(indexOf(key))),
      getCount: () => part.rect.columns,
    },
  };
}
