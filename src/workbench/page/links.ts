import type { Backend } from "../grid/backend";
import type { Host } from "../host/host";
import { intersection, rectOf, splitAddress } from "../rect";
import type { Rect } from "../rect";

/** Where a link leads: cells of this workbook, an address on the web, or nowhere that we would go. */
export type Destination = { readonly cells: Rect } | { readonly web: string } | null;

/** The link of a cell: one that was set on it, or its HYPERLINK formula. */
export function destinationOf({ backend, parts }: Host, cell: Rect): Destination {
  const set = parts.sheets.get(cell.sheet)?.links.find((link) => intersection(link.rect, cell));
  if (set) return set.inWorkbook ? inWorkbook(backend, cell.sheet, set.target) : onTheWeb(set.target);
  const formula = backend.formulaLink(cell);
  if (formula === null) return null;
  return formula.startsWith("#") ? inWorkbook(backend, cell.sheet, formula.slice(1)) : onTheWeb(formula);
}

function inWorkbook(backend: Backend, sheet: string, address: string): Destination {
  const { sheetName, cells } = splitAddress(address);
  const sheets = backend.sheets();
  const there = sheets.find(({ id, name }) =>
    sheetName === null ? id === sheet : name.toLowerCase() === sheetName.toLowerCase(),
  );
  try {
    return there && !there.hidden ? { cells: rectOf(there.id, cells) } : null;
  } catch {
    return null;
  }
}

/** Only what a browser opens as a page; a link of a strange workbook might hold a script. */
function onTheWeb(address: string): Destination {
  return /^(https?|mailto):/i.test(address) ? { web: address } : null;
}
