import { SetDefinedNameMutation } from "@univerjs/engine-formula";
import type { ISetDefinedNameMutationParam } from "@univerjs/engine-formula";
import { CFValueType } from "@univerjs/sheets-conditional-formatting";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import "@univerjs/sheets-conditional-formatting/facade";
import "@univerjs/sheets-table/facade";
import type { Rect } from "../rect";
import type { Backend } from "./backend";
import { tableAlias } from "./tableAlias";
import type { UniverWorkbook } from "./univerWorkbook";

type PartActions = Pick<
  Backend,
  | "defineName"
  | "removeName"
  | "onNameMoved"
  | "addTable"
  | "renameTable"
  | "resizeTable"
  | "removeTable"
  | "drawConditionalFormats"
>;

/** A table looks as its cells do: the product gives its tables a plain style and no bands. */
const TABLE_LOOK = "workbench-plain";
/** Of the filter buttons, which Univer draws in the colour of a heading. */
const QUIET = { cl: { rgb: "#A19F9D" } };

function registerTableLook(workbook: FWorkbook): void {
  if (workbook.getRegisteredRangeThemes().includes(TABLE_LOOK)) return;
  workbook.registerRangeTheme(workbook.createRangeThemeStyle(TABLE_LOOK, { headerRowStyle: QUIET }));
}

/** Names, tables and conditional formats, as far as the grid must know of them. */
export function partActions(grid: UniverWorkbook, touch: () => void): PartActions {
  const { workbook, sheetOf, rangeOf, tables, commands } = grid;
  const tableRange = (rect: Rect) => ({
    startRow: rect.row,
    startColumn: rect.column,
    endRow: rect.row + rect.rows - 1,
    endColumn: rect.column + rect.columns - 1,
  });
  const sheetOfTable = (id: string): FWorksheet => sheetOf(workbook().getTableInfo(id)?.subUnitId ?? "");

  return {
    defineName(name, formula) {
      const target = tables.toGrid(formula.replace(/^=/, ""));
      const known = workbook().getDefinedName(name);
      // A name that is deleted and made anew leaves #REF! in the formulas that use it.
      if (known) known.setRef(target);
      else workbook().insertDefinedName(name, target);
      touch();
    },
    removeName(name) {
      workbook().deleteDefinedName(name);
      touch();
    },
    onNameMoved(listener) {
      commands.onCommandExecuted((command) => {
        if (command.id !== SetDefinedNameMutation.id) return;
        const { name, formulaOrRefString } = command.params as ISetDefinedNameMutationParam;
        listener(name, `=${tables.fromGrid(formulaOrRefString).replace(/^=/, "")}`);
      });
    },
    async addTable(id, name, rect) {
      tables.names.set(id, name);
      registerTableLook(workbook());
      await workbook().addTable(rect.sheet, tableAlias(name), tableRange(rect), id, {
        tableStyleId: TABLE_LOOK,
        showFooter: false,
      });
    },
    async renameTable(id, name) {
      tables.names.set(id, name);
      await sheetOfTable(id).setTableName(id, tableAlias(name));
    },
    async resizeTable(id, rect) {
      await sheetOfTable(id).setTableRange(id, tableRange(rect));
      tables.follow(id);
      touch();
    },
    async removeTable(id) {
      tables.names.delete(id);
      await workbook().removeTable(id);
    },
    drawConditionalFormats(id, formats) {
      const sheet = sheetOf(id);
      sheet.clearConditionalFormatRules();
      for (const { areas, drawing } of formats) {
        const ranges = areas.map((area) => rangeOf(area).getRange());
        if (drawing.kind === "colourScale") {
          const last = drawing.colours.length - 1;
          const stops = drawing.colours.map((color, index) => ({
            index,
            color,
            value:
              index === 0
                ? { type: CFValueType.min }
                : index === last
                  ? { type: CFValueType.max }
                  : { type: CFValueType.percentile, value: 50 },
          }));
          sheet.addConditionalFormattingRule(
            sheet.newConditionalFormattingRule().setColorScale(stops).setRanges(ranges).build(),
          );
        } else {
          let rule = sheet
            .newConditionalFormattingRule()
            .whenFormulaSatisfied(tables.toGrid(drawing.formula));
          if (drawing.style.fill) rule = rule.setBackground(drawing.style.fill);
          if (drawing.style.color) rule = rule.setFontColor(drawing.style.color);
          if (drawing.style.bold) rule = rule.setBold(true);
          sheet.addConditionalFormattingRule(rule.setRanges(ranges).build());
        }
      }
    },
  };
}
