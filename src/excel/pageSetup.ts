import type { SheetPlan } from "../summary/plan";
import { addressOf } from "./address";

/** Print area, orientation, repeated heading rows; always one page wide. */
export function setPage(sheet: Excel.Worksheet, print: SheetPlan["print"]): void {
  const page = sheet.pageLayout;
  page.setPrintArea(addressOf(print.area));
  page.orientation = print.landscape ? "Landscape" : "Portrait";
  page.zoom =
    print.pagesTall === undefined
      ? { horizontalFitToPages: 1 }
      : { horizontalFitToPages: 1, verticalFitToPages: print.pagesTall };
  if (print.titleRows > 0) page.setPrintTitleRows(`$1:$${print.titleRows}`);
}
