import type { CellStyle } from "../grid/backend";
import type { Rect } from "../rect";
import { intersection } from "../rect";
import type { ConditionalFormatPart } from "../workbookParts";
import { assertNotProtected, sheetParts } from "./context";
import type { HostContext } from "./context";
import { hostError, itemNotFound } from "./errors";
import { choiceArgument, flagArgument, recordArgument, textArgument, wholeArgument } from "./hostObject";
import type { HostObject } from "./hostObject";
import { range } from "./range";

let nextId = 1;

/** Tells the grid to draw a sheet's conditional formats as they are now. */
function redraw(context: HostContext, sheet: string): void {
  const isComplete = ({ rule }: ConditionalFormatPart): boolean =>
    rule.kind === "formula" ? rule.formula !== "" : rule.colours.length > 1;
  const formats = sheetParts(context, sheet).conditionalFormats.filter(isComplete);
  context.backend.drawConditionalFormats(
    sheet,
    formats.map(({ areas, rule }) => ({ areas, drawing: rule })),
  );
}

export function conditionalFormats(context: HostContext, rect: Rect): HostObject {
  const parts = sheetParts(context, rect.sheet);
  const here = (): ConditionalFormatPart[] =>
    parts.conditionalFormats.filter((format) => format.areas.some((area) => intersection(area, rect)));
  const remove = (gone: readonly ConditionalFormatPart[]): void => {
    assertNotProtected(context, rect.sheet);
    parts.conditionalFormats = parts.conditionalFormats.filter((format) => !gone.includes(format));
    redraw(context, rect.sheet);
  };
  const object = (part: ConditionalFormatPart | undefined): HostObject => {
    if (!part) throw itemNotFound();
    return conditionalFormat(context, rect.sheet, part, () => remove([part]));
  };
  return {
    type: "ConditionalFormatCollection",
    items: () => here().map(object),
    item: (id) => object(here().find((part) => part.id === id)),
    call: {
      add: (type) => {
        assertNotProtected(context, rect.sheet);
        const kind = choiceArgument(type, ["ColorScale", "Custom"], "type");
        const part: ConditionalFormatPart = {
          id: `cf${nextId++}`,
          areas: [rect],
          rule:
            kind === "ColorScale"
              ? { kind: "colourScale", colours: [] }
              : { kind: "formula", formula: "", style: {} },
        };
        parts.conditionalFormats.push(part);
        return object(part);
      },
      getCount: () => here().length,
      getItemAt: (index) => object(here()[wholeArgument(index, "index")]),
      getItemOrNullObject: (id) => {
        const part = here().find((candidate) => candidate.id === id);
        return part ? object(part) : null;
      },
      clearAll: () => remove(here()),
    },
  };
}

function conditionalFormat(
  context: HostContext,
  sheet: string,
  part: ConditionalFormatPart,
  remove: () => void,
): HostObject {
  const exists = (): boolean => sheetParts(context, sheet).conditionalFormats.includes(part);
  const scale = (): HostObject | null =>
    part.rule.kind === "colourScale" ? colourScale(context, sheet, part) : null;
  const custom = (): HostObject | null =>
    part.rule.kind === "formula" ? customFormat(context, sheet, part) : null;
  const need = (object: HostObject | null): HostObject => {
    if (!object) throw hostError("InvalidOperation", "The conditional format is of another type.");
    return object;
  };
  return {
    type: "ConditionalFormat",
    exists,
    get: {
      id: () => part.id,
      type: () => (part.rule.kind === "colourScale" ? "ColorScale" : "Custom"),
      priority: () => sheetParts(context, sheet).conditionalFormats.indexOf(part),
      stopIfTrue: () => false,
    },
    set: { stopIfTrue: (value) => void flagArgument(value, "stopIfTrue"), priority: () => undefined },
    child: {
      colorScale: () => need(scale()),
      colorScaleOrNullObject: scale,
      custom: () => need(custom()),
      customOrNullObject: custom,
    },
    call: {
      delete: remove,
      getRange: () => {
        const area = part.areas[0];
        if (!area || part.areas.length > 1) throw itemNotFound();
        return range(context, area);
      },
    },
  };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalcolorscalecriteria */
function colourScale(context: HostContext, sheet: string, part: ConditionalFormatPart): HostObject {
  return {
    type: "ColorScaleConditionalFormat",
    get: {
      threeColorScale: () => part.rule.kind === "colourScale" && part.rule.colours.length === 3,
      criteria: () => {
        const colours = part.rule.kind === "colourScale" ? part.rule.colours : [];
        const [low, high] = [colours[0], colours[colours.length - 1]];
        return {
          minimum: { type: "LowestValue", color: low },
          ...(colours.length === 3
            ? { midpoint: { type: "Percentile", formula: "50", color: colours[1] } }
            : {}),
          maximum: { type: "HighestValue", color: high },
        };
      },
    },
    set: {
      criteria: (value) => {
        const { minimum, midpoint, maximum } = recordArgument(value, "criteria");
        const points = [minimum, midpoint, maximum].filter((point) => point !== undefined && point !== null);
        const colours = points.map((point) => textArgument(recordArgument(point, "criteria").color, "color"));
        part.rule = { kind: "colourScale", colours };
        redraw(context, sheet);
      },
    },
  };
}

function customFormat(context: HostContext, sheet: string, part: ConditionalFormatPart): HostObject {
  const style = (): CellStyle => (part.rule.kind === "formula" ? part.rule.style : {});
  const put = (change: CellStyle): void => {
    if (part.rule.kind === "formula") part.rule.style = { ...part.rule.style, ...change };
    redraw(context, sheet);
  };
  return {
    type: "CustomConditionalFormat",
    child: {
      rule: () => ({
        type: "ConditionalFormatRule",
        get: { formula: () => (part.rule.kind === "formula" ? part.rule.formula : "") },
        set: {
          formula: (value) => {
            if (part.rule.kind === "formula") part.rule.formula = textArgument(value, "formula");
            redraw(context, sheet);
          },
        },
      }),
      format: () => ({
        type: "ConditionalRangeFormat",
        child: {
          font: () => ({
            type: "ConditionalRangeFont",
            get: { color: () => style().color ?? "", bold: () => style().bold ?? false },
            set: {
              color: (value) => put({ color: textArgument(value, "color") }),
              bold: (value) => put({ bold: flagArgument(value, "bold") }),
              italic: (value) => put({ italic: flagArgument(value, "italic") }),
            },
          }),
          fill: () => ({
            type: "ConditionalRangeFill",
            get: { color: () => style().fill ?? "" },
            set: { color: (value) => put({ fill: textArgument(value, "color") }) },
            call: { clear: () => put({ fill: "" }) },
          }),
        },
      }),
    },
  };
}
