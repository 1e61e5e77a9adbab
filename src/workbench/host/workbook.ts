import { rangeAreas, range } from "./range";
import type { HostContext } from "./context";
import { hostError, itemNotFound } from "./errors";
import { choiceArgument, textArgument } from "./hostObject";
import type { HostObject } from "./hostObject";
import { names } from "./names";
import { BUILT_IN_STYLES } from "./namedStyles";
import { settings } from "./settings";
import { tables } from "./tables";
import { worksheets } from "./worksheets";

/** The root of Excel's object model. */
export function workbook(context: HostContext): HostObject {
  const { backend } = context;
  const selectedRange = (): HostObject => {
    const areas = backend.selection();
    const [first] = areas;
    // Several areas: https://learn.microsoft.com/javascript/api/excel/excel.workbook (getSelectedRange)
    if (!first || areas.length > 1 || context.faults.chartSelected) {
      throw hostError("InvalidSelection", "The current selection is invalid for this operation.");
    }
    return range(context, first);
  };
  return {
    type: "Workbook",
    get: {
      name: () => "Workbench.xlsx",
      readOnly: () => false,
      isDirty: () => true,
      autoSave: () => false,
      previouslySaved: () => true,
    },
    child: {
      worksheets: () => worksheets(context),
      names: () => names(context),
      tables: () => tables(context, null),
      settings: () => settings(context),
      application: () => application(context),
      properties: () => documentProperties(context),
      protection: () => protection(context),
      styles: () => styles(),
    },
    call: {
      getSelectedRange: selectedRange,
      getSelectedRanges: () => {
        if (context.faults.chartSelected) selectedRange();
        return rangeAreas(context, backend.selection());
      },
      getActiveCell: () => {
        const [first] = backend.selection();
        if (!first) throw itemNotFound();
        return range(context, { ...first, rows: 1, columns: 1 });
      },
      getActiveChartOrNullObject: () =>
        context.faults.chartSelected ? { type: "Chart", get: { name: () => "Chart 1" } } : null,
    },
  };
}

function application(context: HostContext): HostObject {
  const modes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;
  return {
    type: "Application",
    get: { calculationMode: () => context.parts.calculationMode, calculationState: () => "Done" },
    set: {
      calculationMode: (value) => {
        context.parts.calculationMode = choiceArgument(value, modes, "calculationMode");
      },
    },
    child: {
      cultureInfo: () => ({
        type: "CultureInfo",
        get: { name: () => "en-US" },
        child: {
          numberFormat: () => ({
            type: "NumberFormatInfo",
            get: {
              numberDecimalSeparator: () => ".",
              numberGroupSeparator: () => ",",
              currencySymbol: () => "$",
            },
          }),
          datetimeFormat: () => ({
            type: "DatetimeFormatInfo",
            get: { shortDatePattern: () => "M/d/yyyy", dateSeparator: () => "/" },
          }),
        },
      }),
    },
    call: {
      calculate: () => context.backend.calculate(),
      suspendApiCalculationUntilNextSync: () => undefined,
      suspendScreenUpdatingUntilNextSync: () => undefined,
    },
  };
}

function documentProperties(context: HostContext): HostObject {
  const { properties } = context.parts;
  const keys = Object.keys(properties);
  return {
    type: "DocumentProperties",
    get: Object.fromEntries(keys.map((key) => [key, () => properties[key]])),
    set: Object.fromEntries(
      keys.map((key) => [key, (value: unknown) => void (properties[key] = textArgument(value, key))]),
    ),
  };
}

function protection(context: HostContext): HostObject {
  return {
    type: "WorkbookProtection",
    get: { protected: () => context.parts.structureProtected || context.faults.protectedStructure },
    call: {
      protect: () => {
        context.parts.structureProtected = true;
      },
      unprotect: () => {
        context.parts.structureProtected = false;
        context.faults.protectedStructure = false;
      },
    },
  };
}

function styles(): HostObject {
  const style = (name: string): HostObject => ({
    type: "Style",
    get: { name: () => name, builtIn: () => true },
  });
  const find = (key: unknown): HostObject | null => {
    const name = BUILT_IN_STYLES.find((candidate) => candidate === key);
    return name === undefined ? null : style(name);
  };
  return {
    type: "StyleCollection",
    items: () => BUILT_IN_STYLES.map(style),
    item: (key) => {
      const found = find(key);
      if (!found) throw itemNotFound();
      return found;
    },
    call: { getItemOrNullObject: find, getCount: () => BUILT_IN_STYLES.length },
  };
}
