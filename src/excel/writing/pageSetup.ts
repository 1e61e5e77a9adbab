import { addressOf, columnLetters } from "../../summary/layout/cellAddress";
import type { SheetPlan } from "../../summary/plan";

/** Narrow margins: the page is for figures. A quarter of an inch is what every printer can do (Excel's own "Narrow"). */
const SIDE = 18;
const EDGE = 36;

/** Print area, orientation, margins, footer, repeated headings. */
export function setPage(sheet: Excel.Worksheet, print: SheetPlan["print"]): void {
  const page = sheet.pageLayout;
  page.leftMargin = SIDE;
  page.rightMargin = SIDE;
  page.topMargin = EDGE;
  page.bottomMargin = EDGE;
  page.headerMargin = SIDE;
  page.footerMargin = SIDE;
  page.centerHorizontally = true;
  // A loose page must tell where it belongs: file and sheet at one side, page of pages at the other.
  const { defaultForAllPages: footer } = page.headersFooters;
  footer.leftFooter = "&F · &A";
  footer.rightFooter = "&P / &N";
  page.setPrintArea(addressOf(print.area));
  page.orientation = print.landscape ? "Landscape" : "Portrait";
  page.zoom = {
    horizontalFitToPages: print.pagesWide ?? 1,
    ...(print.pagesTall === undefined ? {} : { verticalFitToPages: print.pagesTall }),
  };
  if (print.titleRows > 0) page.setPrintTitleRows(`$1:$${print.titleRows}`);
  if (print.titleColumns !== undefined) {
    page.setPrintTitleColumns(`$A:$${columnLetters(print.titleColumns - 1)}`);
  }
}
