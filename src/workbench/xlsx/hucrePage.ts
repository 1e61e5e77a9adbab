import type { WriteSheet } from "hucre/xlsx";
import { absoluteAddressOf, quoteSheetName } from "../rect";
import type { ImageSheet } from "./workbookImage";

/** A sheet as it is printed: paper, margins in inches, footer, pages. */
export function hucrePage(sheet: ImageSheet): Pick<WriteSheet, "pageSetup" | "headerFooter"> {
  const fit = sheet.fitToWidth !== null || sheet.fitToHeight !== null;
  return {
    pageSetup: {
      paperSize: "a4",
      orientation: sheet.landscape ? "landscape" : "portrait",
      ...(fit
        ? { fitToPage: true, fitToWidth: sheet.fitToWidth ?? 1, fitToHeight: sheet.fitToHeight ?? 0 }
        : {}),
      horizontalCentered: sheet.centred,
      margins: Object.fromEntries(Object.entries(sheet.margins).map(([side, points]) => [side, points / 72])),
    },
    headerFooter: { oddFooter: footerCode(sheet.footer) },
  };
}

/** `&L…&C…&R…`, as the file format joins the three parts of a footer. */
const footerCode = ({ left, center, right }: ImageSheet["footer"]): string =>
  [
    ["L", left],
    ["C", center],
    ["R", right],
  ]
    .filter(([, text]) => text !== "")
    .map(([side, text]) => `&${side}${text}`)
    .join("");

/**
 * Print areas and repeated rows are names of their sheet. hucre would write them itself, but without the quotes that
 * a sheet's name with a space needs: LibreOffice then prints the whole sheet.
 */
export function printNames({ name, printArea, titleRows, titleColumns }: ImageSheet) {
  const on = (address: string): string => `${quoteSheetName(name)}!${address}`;
  const titles = [titleColumns, titleRows]
    .filter((range) => range !== "")
    .map((range) => range.replace(/\w+/g, "$$$&"));
  return [
    ...(printArea
      ? [
          {
            name: "_xlnm.Print_Area",
            range: on(absoluteAddressOf({ sheet: "", ...printArea })),
            scope: name,
          },
        ]
      : []),
    ...(titles.length > 0
      ? [{ name: "_xlnm.Print_Titles", range: titles.map(on).join(","), scope: name }]
      : []),
  ];
}
