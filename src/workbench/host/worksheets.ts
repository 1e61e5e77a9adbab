import { assertStructureOpen, sheetParts } from "./context";
import type { HostContext } from "./context";
import { itemNotFound } from "./errors";
import { textArgument } from "./hostObject";
import type { HostObject } from "./hostObject";
import { assertSheetName, worksheet } from "./worksheet";

/** The name Excel gives a sheet that is added without one: `Sheet2`. */
function nextName(context: HostContext): string {
  const taken = new Set(context.backend.sheets().map((sheet) => sheet.name.toLowerCase()));
  for (let number = 1; ; number++) if (!taken.has(`sheet${number}`)) return `Sheet${number}`;
}

export function worksheets(context: HostContext): HostObject {
  const { backend } = context;
  const listed = (visibleOnly: unknown) =>
    backend.sheets().filter((sheet) => visibleOnly !== true || !sheet.hidden);
  const find = (key: unknown): HostObject | null => {
    const text = textArgument(key, "key").toLowerCase();
    const sheet = backend
      .sheets()
      .find((candidate) => candidate.name.toLowerCase() === text || candidate.id === key);
    return sheet ? worksheet(context, sheet.id) : null;
  };
  const need = (key: unknown): HostObject => {
    const sheet = find(key);
    if (!sheet) throw itemNotFound();
    return sheet;
  };
  const endOfList = (end: 0 | -1) => (visibleOnly: unknown) => {
    const sheet = listed(visibleOnly).at(end);
    if (!sheet) throw itemNotFound();
    return worksheet(context, sheet.id);
  };
  return {
    type: "WorksheetCollection",
    items: () => backend.sheets().map((sheet) => worksheet(context, sheet.id)),
    item: need,
    call: {
      // Whoever wants to hear of calculations is told of all (seams.js).
      _RegisterCalculatedEvent: () => undefined,
      _UnregisterCalculatedEvent: () => undefined,
      getItem: need,
      getItemOrNullObject: find,
      getCount: (visibleOnly) => listed(visibleOnly).length,
      getActiveWorksheet: () => worksheet(context, backend.activeSheet()),
      getFirst: endOfList(0),
      getLast: endOfList(-1),
      add: (given) => {
        assertStructureOpen(context);
        const name =
          given === undefined || given === null || given === ""
            ? nextName(context)
            : textArgument(given, "name");
        assertSheetName(context, name);
        const id = backend.addSheet(name);
        sheetParts(context, id);
        return worksheet(context, id);
      },
    },
  };
}
