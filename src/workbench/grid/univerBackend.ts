import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
} from "@univerjs/sheets";
import type { Backend } from "./backend";
import { watchCalculation } from "./calculation";
import { cellKey } from "./functionAdapter";
import { registerHyperlinks } from "./hyperlinks";
import { registerTextLength } from "./textLength";
import { followMovedNames } from "./movedNames";
import { cellActions, hasFormula } from "./univerCells";
import { layoutActions } from "./univerLayout";
import { partActions } from "./univerParts";
import { sheetActions } from "./univerSheets";
import { openUniver, rectOfRange } from "./univerWorkbook";
import type { CellMatrix } from "./univerWorkbook";

/**
 * The grid over Univer 0.25.1, on a screen or without one. Reads go to the cell matrix: `FRange.getValues` gives
 * formatted text of 12 digits and is 200 times slower. Writes are one mutation each, not a command, which spares
 * the undo stack and the row heights.
 */

/** Without a change for so long, all is calculated that follows from the last. */
const QUIET_MS = 100;

export function createUniverBackend(api: FUniver, injector: Injector): Backend {
  const grid = openUniver(api, injector);
  const { workbook, rangeOf, formulaData, commands, tables, clip } = grid;
  const alsoAwaited: (() => Promise<void>)[] = [];
  // Before any change of cells, by the host or by hand.
  commands.beforeCommandExecuted((command) => {
    if (command.id !== SetRangeValuesMutation.id || tables.names.size === 0) return;
    const { cellValue } = (command.params ?? {}) as { cellValue?: CellMatrix };
    for (const row in cellValue) {
      for (const column in cellValue[Number(row)]) {
        const cell = cellValue[Number(row)]?.[Number(column)];
        if (typeof cell?.f === "string") cell.f = tables.toGrid(cell.f);
      }
    }
  });

  const calculation = watchCalculation(api, injector);
  const links = registerHyperlinks(injector);
  registerTextLength(injector);
  const selections = injector.get(SheetsSelectionsService);
  followMovedNames(injector);
  let formulasExist = workbook()
    .getSheets()
    .some((sheet) => hasFormula(sheet.getSheet().getCellMatrix().getMatrix()));
  const touch = (): void => {
    if (formulasExist) calculation.touch();
  };
  touch();

  const written = (hasFormulas: boolean): void => {
    formulasExist ||= hasFormulas;
    touch();
  };

  const backend: Backend = {
    ...cellActions(grid, written),
    ...partActions(grid, touch),
    ...sheetActions(grid, written),
    ...layoutActions(grid, selections),
    selection() {
      const front = backend.activeSheet();
      // While a sheet comes to the front, Univer may still have the selection of the one before.
      const own = selections
        .getCurrentSelections()
        .flatMap(({ range }) => (range.sheetId === undefined || range.sheetId === front ? [range] : []));
      const first = { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 };
      return (own.length > 0 ? own : [first]).map((range) => rectOfRange(front, range));
    },
    select(rect) {
      workbook().setActiveSheet(rect.sheet);
      rangeOf(clip(rect)).activate();
    },
    spill(cell) {
      const range =
        formulaData.getArrayFormulaRange()[workbook().getId()]?.[cell.sheet]?.[cell.row]?.[cell.column];
      return range ? rectOfRange(cell.sheet, range) : null;
    },
    formulaLink({ sheet, row, column }) {
      const isLink = /\bHYPERLINK\(/i.test(
        String(backend.formulas({ sheet, row, column, rows: 1, columns: 1 })[0]?.[0]),
      );
      return isLink ? (links.get(cellKey(sheet, row, column)) ?? null) : null;
    },

    hold: () => calculation.hold(),
    isBusy: () => calculation.isBusy(),
    async settle() {
      await calculation.settle();
      for (const idle of alsoAwaited) await idle();
    },
    alsoAwait(idle) {
      alsoAwaited.push(idle);
    },
    calculate: () => calculation.force(),
    onSelectionChanged(listener) {
      commands.onCommandExecuted((command) => {
        if (command.id === SetSelectionsOperation.id || command.id === SetWorksheetActiveOperation.id)
          listener();
      });
    },
    onSheetActivated(listener) {
      commands.onCommandExecuted((command) => {
        if (command.id === SetWorksheetActiveOperation.id) listener();
      });
    },
    onChanged(listener) {
      commands.onCommandExecuted((command) => {
        if (command.id === SetRangeValuesMutation.id) listener();
      });
    },
    onCalculated(listener) {
      // Results come into the cells as changes do: the last of them is the end.
      let quiet: ReturnType<typeof setTimeout> | undefined;
      backend.onChanged(() => {
        clearTimeout(quiet);
        quiet = setTimeout(listener, QUIET_MS);
      });
    },
    dispose() {
      workbook().dispose();
    },
  };
  return backend;
}
