import { columnLetters, SHEET_COLUMNS } from "../rect";
import { sheetParts } from "./context";
import type { HostContext } from "./context";
import { itemNotFound } from "./errors";
import { choiceArgument, flagArgument, numberArgument, recordArgument, textArgument } from "./hostObject";
import type { HostObject } from "./hostObject";
import type { PageFooter, PageMargins } from "../workbookParts";
import { range, rangeArgument, rangeAreas } from "./range";

const pagesOf = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** https://learn.microsoft.com/javascript/api/excel/excel.headerfooter */
function footers(context: HostContext, sheet: string): HostObject {
  const parts = () => sheetParts(context, sheet);
  const put = (side: keyof PageFooter) => (value: unknown) => {
    parts().footer = { ...parts().footer, [side]: textArgument(value, `${side}Footer`) };
  };
  return {
    type: "HeaderFooter",
    get: {
      leftFooter: () => parts().footer.left,
      centerFooter: () => parts().footer.center,
      rightFooter: () => parts().footer.right,
    },
    set: { leftFooter: put("left"), centerFooter: put("center"), rightFooter: put("right") },
  };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.pagelayout */
export function pageLayout(context: HostContext, sheet: string): HostObject {
  const parts = () => sheetParts(context, sheet);
  const printArea = (): HostObject | null => {
    const area = parts().printArea;
    return area && rangeAreas(context, [area]);
  };
  /** Margins in points; the workbench prints nothing itself, the saved file does. */
  const margin = (name: keyof PageMargins) => (value: unknown) => {
    parts().margins = { ...parts().margins, [name]: numberArgument(value, `${name}Margin`) };
  };
  return {
    type: "PageLayout",
    get: {
      orientation: () => (parts().landscape ? "Landscape" : "Portrait"),
      zoom: () => ({ horizontalFitToPages: parts().fitToWidth, verticalFitToPages: parts().fitToHeight }),
      printGridlines: () => false,
    },
    set: {
      leftMargin: margin("left"),
      rightMargin: margin("right"),
      topMargin: margin("top"),
      bottomMargin: margin("bottom"),
      headerMargin: margin("header"),
      footerMargin: margin("footer"),
      orientation: (value) => {
        parts().landscape = choiceArgument(value, ["Portrait", "Landscape"], "orientation") === "Landscape";
      },
      zoom: (value) => {
        const { horizontalFitToPages, verticalFitToPages } = recordArgument(value, "zoom");
        parts().fitToWidth = pagesOf(horizontalFitToPages);
        parts().fitToHeight = pagesOf(verticalFitToPages);
      },
      centerHorizontally: (value) => {
        parts().centred = flagArgument(value, "centerHorizontally");
      },
      centerVertically: (value) => void flagArgument(value, "centerVertically"),
      printGridlines: (value) => void flagArgument(value, "printGridlines"),
      paperSize: () => undefined,
    },
    child: {
      headersFooters: () => ({
        type: "HeaderFooterGroup",
        child: { defaultForAllPages: () => footers(context, sheet) },
      }),
    },
    call: {
      setPrintArea: (area) => {
        parts().printArea = rangeArgument(context, sheet, area, "printArea");
      },
      setPrintTitleRows: (rows) => {
        const rect = rangeArgument(context, sheet, rows, "printTitleRows");
        parts().titleRows = `${rect.row + 1}:${rect.row + rect.rows}`;
      },
      setPrintTitleColumns: (columns) => {
        const rect = rangeArgument(context, sheet, columns, "printTitleColumns");
        parts().titleColumns = `${columnLetters(rect.column)}:${columnLetters(rect.column + rect.columns - 1)}`;
      },
      setPrintMargins: () => undefined,
      getPrintArea: () => {
        const area = printArea();
        if (!area) throw itemNotFound();
        return area;
      },
      getPrintAreaOrNullObject: printArea,
      getPrintTitleRowsOrNullObject: () => {
        const [from, to] = parts().titleRows.split(":").map(Number);
        if (!from || !to) return null;
        return range(context, {
          sheet,
          row: from - 1,
          column: 0,
          rows: to - from + 1,
          columns: SHEET_COLUMNS,
        });
      },
    },
  };
}
