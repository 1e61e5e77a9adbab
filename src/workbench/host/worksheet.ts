import { rectOf, SHEET_COLUMNS, SHEET_ROWS } from "../rect";
import type { Rect } from "../rect";
import { charts } from "./charts";
import { customProperties } from "./customProperties";
import { assertStructureOpen, sheetExists, sheetName, sheetParts } from "./context";
import type { HostContext } from "./context";
import { hostError, itemAlreadyExists, itemNotFound } from "./errors";
import { choiceArgument, flagArgument, textArgument, wholeArgument } from "./hostObject";
import type { HostObject } from "./hostObject";
import { loseSheet, names } from "./names";
import { pageLayout } from "./pageLayout";
import { range, rangeArgument, rectOfAddress } from "./range";
import { tables } from "./tables";

const wholeSheet = (sheet: string): Rect => ({
  sheet,
  row: 0,
  column: 0,
  rows: SHEET_ROWS,
  columns: SHEET_COLUMNS,
});

/**
 * Excel's rules for a sheet's name: 1 to 31 characters, none of `: \ / ? * [ ]`, no apostrophe at either end.
 * https://support.microsoft.com/office/rename-a-worksheet
 */
export function assertSheetName(context: HostContext, name: string, own?: string): void {
  const valid = name.length > 0 && name.length <= 31 && !/[:\\/?*[\]]/.test(name) && !/^'|'$/.test(name);
  if (!valid || name.toLowerCase() === "history") {
    throw hostError("InvalidArgument", `The sheet name "${name}" isn't valid.`);
  }
  const taken = context.backend
    .sheets()
    .some((s) => s.id !== own && s.name.toLowerCase() === name.toLowerCase());
  if (taken) throw itemAlreadyExists();
}

function removeSheet(context: HostContext, id: string): void {
  assertStructureOpen(context);
  const visible = context.backend.sheets().filter((sheet) => !sheet.hidden);
  if (visible.length === 1 && visible[0]?.id === id) {
    throw hostError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
  }
  const { parts } = context;
  loseSheet(context, sheetName(context, id));
  parts.sheets.delete(id);
  removeWhere(parts.tables, (table) => table.rect.sheet === id);
  removeWhere(parts.charts, (chart) => chart.sheet === id);
  context.backend.removeSheet(id);
  context.changed();
}

function removeWhere<T>(list: T[], isGone: (item: T) => boolean): void {
  for (let at = list.length - 1; at >= 0; at--) {
    const item = list[at];
    if (item !== undefined && isGone(item)) list.splice(at, 1);
  }
}

export function worksheet(context: HostContext, id: string): HostObject {
  const { backend } = context;
  const parts = () => sheetParts(context, id);
  const used = (valuesOnly: unknown): Rect | null => backend.used(id, valuesOnly === true);
  const setVisibility = (value: unknown): void => {
    assertStructureOpen(context);
    const visibility = choiceArgument(value, ["Visible", "Hidden", "VeryHidden"], "visibility");
    parts().visibility = visibility;
    backend.hideSheet(id, visibility !== "Visible");
  };
  const neighbour = (step: number) => (): HostObject | null => {
    const all = backend.sheets();
    const sheet = all[all.findIndex((candidate) => candidate.id === id) + step];
    return sheet ? worksheet(context, sheet.id) : null;
  };
  return {
    type: "Worksheet",
    exists: () => sheetExists(context, id),
    get: {
      id: () => id,
      name: () => sheetName(context, id),
      position: () => backend.sheets().findIndex((sheet) => sheet.id === id),
      visibility: () => parts().visibility,
      tabColor: () => parts().tabColor,
      // office.js sends showGridlines and showHeadings under these shorter names.
      gridlines: () => parts().gridlines,
      headings: () => true,
    },
    set: {
      name: (value) => {
        assertStructureOpen(context);
        const name = textArgument(value, "name");
        assertSheetName(context, name, id);
        backend.renameSheet(id, name);
      },
      position: (value) => {
        assertStructureOpen(context);
        backend.moveSheet(id, wholeArgument(value, "position"));
      },
      visibility: setVisibility,
      tabColor: (value) => {
        parts().tabColor = textArgument(value, "tabColor");
        backend.setTabColor(id, parts().tabColor);
      },
      gridlines: (value) => {
        parts().gridlines = flagArgument(value, "showGridlines");
        backend.showGridlines(id, parts().gridlines);
      },
    },
    child: {
      tables: () => tables(context, id),
      charts: () => charts(context, id),
      names: () => names(context),
      freezePanes: () => freezePanes(context, id),
      pageLayout: () => pageLayout(context, id),
      protection: () => sheetProtection(context, id),
      customProperties: () => customProperties(parts().customProperties),
    },
    call: {
      activate: () => {
        if (parts().visibility !== "Visible")
          throw hostError("InvalidOperation", "A hidden sheet can't be activated.");
        backend.activateSheet(id);
      },
      delete: () => removeSheet(context, id),
      calculate: () => backend.calculate(),
      getRange: (address) =>
        range(
          context,
          address === undefined || address === null || address === ""
            ? wholeSheet(id)
            : rectOfAddress(context, id, textArgument(address, "address")),
        ),
      getRangeByIndexes: (row, column, rows, columns) =>
        range(context, {
          sheet: id,
          row: wholeArgument(row, "startRow"),
          column: wholeArgument(column, "startColumn"),
          rows: wholeArgument(rows, "rowCount"),
          columns: wholeArgument(columns, "columnCount"),
        }),
      getCell: (row, column) =>
        range(context, {
          sheet: id,
          row: wholeArgument(row, "row"),
          column: wholeArgument(column, "column"),
          rows: 1,
          columns: 1,
        }),
      // An empty sheet has A1 as its used range: https://learn.microsoft.com/javascript/api/excel/excel.worksheet
      getUsedRange: (valuesOnly) => range(context, used(valuesOnly) ?? rectOf(id, "A1")),
      getUsedRangeOrNullObject: (valuesOnly) => {
        const rect = used(valuesOnly);
        return rect && range(context, rect);
      },
      getNextOrNullObject: neighbour(1),
      getPreviousOrNullObject: neighbour(-1),
    },
  };
}

function freezePanes(context: HostContext, sheet: string): HostObject {
  const freeze = (rows: number, columns: number): void => {
    const parts = sheetParts(context, sheet);
    parts.frozenRows = rows;
    parts.frozenColumns = columns;
    context.backend.freeze(sheet, rows, columns);
  };
  const location = (): HostObject | null => {
    const { frozenRows, frozenColumns } = sheetParts(context, sheet);
    if (frozenRows === 0 && frozenColumns === 0) return null;
    const rows = frozenRows || SHEET_ROWS;
    const columns = frozenColumns || SHEET_COLUMNS;
    return range(context, { sheet, row: 0, column: 0, rows, columns });
  };
  return {
    type: "WorksheetFreezePanes",
    call: {
      freezeRows: (count) => freeze(wholeArgument(count ?? 1, "count"), 0),
      freezeColumns: (count) => freeze(0, wholeArgument(count ?? 1, "count")),
      freezeAt: (frozen) => {
        const rect = rangeArgument(context, sheet, frozen, "frozenRange");
        const rows = rect.rows === SHEET_ROWS ? 0 : rect.row + rect.rows;
        const columns = rect.columns === SHEET_COLUMNS ? 0 : rect.column + rect.columns;
        freeze(rows, columns);
      },
      unfreeze: () => freeze(0, 0),
      getLocationOrNullObject: location,
      getLocation: () => {
        const rect = location();
        if (!rect) throw itemNotFound();
        return rect;
      },
    },
  };
}

/** `protect` on a protected sheet throws: OfficeDev/office-js issue 6784. */
function sheetProtection(context: HostContext, sheet: string): HostObject {
  return {
    type: "WorksheetProtection",
    get: { protected: () => sheetParts(context, sheet).protected },
    call: {
      protect: () => {
        const parts = sheetParts(context, sheet);
        if (parts.protected) throw hostError("InvalidOperation", "The worksheet is protected already.");
        parts.protected = true;
      },
      unprotect: () => {
        sheetParts(context, sheet).protected = false;
      },
    },
  };
}
