import { newSheetParts } from "../../src/workbench/workbookParts";
import type { OfficeHarness } from "../workbench/officeHarness";

/**
 * The whole workbook as plain data, to be compared: cells with formulas and looks, sheets, names, tables, charts,
 * conditional formats, validations, links, settings, pages, the sheet in front. Ids of drawn things and the order in
 * which they were drawn do not count, nor do results: they follow from the formulas, when the grid has time for them.
 */
export async function workbookImage(excel: OfficeHarness): Promise<unknown> {
  await excel.calculated();
  const { backend, parts } = excel;
  const sheets = backend.sheets();
  const nameOf = (id: string): string => sheets.find((sheet) => sheet.id === id)?.name ?? id;
  const plain = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (key, member: unknown) => {
        if (key === "id" || key === "namedStyles") return undefined;
        if (key === "sheet" && typeof member === "string") return nameOf(member);
        return member;
      }) ?? "null",
    );
  const sorted = (values: readonly unknown[]): unknown[] =>
    values.map(plain).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return {
    front: nameOf(backend.activeSheet()),
    sheets: sheets.map(({ id, name, hidden }) => {
      const used = backend.used(id, false);
      const own = parts.sheets.get(id);
      return {
        name,
        hidden,
        used: plain(used),
        cells: used && {
          formulas: backend.formulas(used),
          styles: plain(backend.styles(used)),
        },
        merges: sorted(backend.merges(id)),
        widths: Array.from({ length: 30 }, (_, column) => backend.columnWidth(id, column)),
        parts: plain({
          ...newSheetParts(),
          customProperties: {},
          ...own,
          conditionalFormats: sorted(own?.conditionalFormats ?? []),
          validations: sorted((own?.validations ?? []).filter(({ kind }) => kind !== "none")),
          links: sorted(own?.links ?? []),
        }),
      };
    }),
    names: sorted(parts.names),
    tables: sorted(parts.tables),
    charts: sorted(parts.charts),
    settings: Object.fromEntries([...parts.settings].sort()),
  };
}
