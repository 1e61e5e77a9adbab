import { absoluteAddressOf, quoteSheetName } from "../rect";
import type { NamePart } from "../workbookParts";
import { sheetName } from "./context";
import type { HostContext } from "./context";
import { hostError, itemAlreadyExists, itemNotFound } from "./errors";
import { flagArgument, isHostObject, textArgument } from "./hostObject";
import type { HostObject } from "./hostObject";
import { range, rectOfAddress } from "./range";

/**
 * Excel's rules for names: a letter, underscore or backslash first, then letters, digits, dots and underscores;
 * no cell address, not R or C. https://support.microsoft.com/office/names-in-formulas
 */
export function assertName(name: string): void {
  const wellFormed = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name);
  const looksLikeAddress = /^[A-Z]{1,3}\d{1,7}$/i.test(name) || /^R?\d*C?\d*$/i.test(name);
  if (!wellFormed || looksLikeAddress) throw hostError("InvalidArgument", `The name "${name}" isn't valid.`);
}

const sameName = (name: string) => (part: { readonly name: string }) =>
  part.name.toLowerCase() === name.toLowerCase();

/** What a name stands for, as a formula: a range becomes `=Orders!$A$1:$B$9`. */
function formulaArgument(context: HostContext, value: unknown): string {
  if (isHostObject(value) && value.rect) {
    const { rect } = value;
    return `=${quoteSheetName(sheetName(context, rect.sheet))}!${absoluteAddressOf(rect)}`;
  }
  if (typeof value === "number") return `=${value}`;
  const text = textArgument(value, "reference");
  return text.startsWith("=") ? text : `="${text.replaceAll('"', '""')}"`;
}

export function names(context: HostContext): HostObject {
  const { parts } = context;
  const find = (key: unknown): HostObject | null => {
    const part = parts.names.find(sameName(textArgument(key, "name")));
    return part ? namedItem(context, part) : null;
  };
  const need = (key: unknown): HostObject => {
    const item = find(key);
    if (!item) throw itemNotFound();
    return item;
  };
  return {
    type: "NamedItemCollection",
    items: () => parts.names.map((part) => namedItem(context, part)),
    item: need,
    call: {
      getItem: need,
      getItemOrNullObject: find,
      getCount: () => parts.names.length,
      add: (givenName, reference, comment) => {
        const name = textArgument(givenName, "name");
        assertName(name);
        // Tables and names share one space of names: https://support.microsoft.com/office/rename-an-excel-table
        if (parts.names.some(sameName(name)) || parts.tables.some(sameName(name))) throw itemAlreadyExists();
        const part: NamePart = {
          name,
          formula: formulaArgument(context, reference),
          comment: typeof comment === "string" ? comment : "",
          visible: true,
        };
        parts.names.push(part);
        context.backend.defineName(name, part.formula);
        return namedItem(context, part);
      },
    },
  };
}

/** A name that refers to a sheet which is deleted refers to nothing from then on. */
export function loseSheet({ parts, backend }: HostContext, sheet: string): void {
  const quoted = quoteSheetName(sheet).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const cells = new RegExp(
    `(?<![\\p{L}\\p{N}_.'])${quoted}!\\$?[A-Z]*\\$?\\d*(?::\\$?[A-Z]*\\$?\\d*)?`,
    "giu",
  );
  for (const part of parts.names) {
    const formula = part.formula.replace(cells, "#REF!");
    if (formula === part.formula) continue;
    part.formula = formula;
    backend.defineName(part.name, formula);
  }
}

function namedItem(context: HostContext, part: NamePart): HostObject {
  const { parts, backend } = context;
  const isRange = (): boolean =>
    /^=('(?:[^']|'')+'|[\p{L}\p{N}_.]+)!\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?$/u.test(part.formula);
  const cells = (): HostObject | null =>
    isRange() ? range(context, rectOfAddress(context, "", part.formula.slice(1))) : null;
  return {
    type: "NamedItem",
    exists: () => parts.names.includes(part),
    get: {
      name: () => part.name,
      formula: () => part.formula,
      comment: () => part.comment,
      visible: () => part.visible,
      scope: () => "Workbook",
      type: () => (isRange() ? "Range" : "String"),
      value: () => part.formula.slice(1).replaceAll("$", ""),
    },
    set: {
      formula: (value) => {
        part.formula = formulaArgument(context, value);
        backend.defineName(part.name, part.formula);
      },
      comment: (value) => {
        part.comment = textArgument(value, "comment");
      },
      visible: (value) => {
        part.visible = flagArgument(value, "visible");
      },
    },
    call: {
      delete: () => {
        parts.names.splice(parts.names.indexOf(part), 1);
        backend.removeName(part.name);
      },
      getRangeOrNullObject: cells,
      getRange: () => {
        const found = cells();
        if (!found) throw itemNotFound();
        return found;
      },
    },
  };
}
