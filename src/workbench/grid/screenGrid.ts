import { DEFAULT_STYLES, LocaleType, LogLevel, Univer } from "@univerjs/core";
import type { Injector, IWorkbookData, Plugin, PluginCtor } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { IRenderManagerService } from "@univerjs/engine-render";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import { UniverSheetsDrawingPreset } from "@univerjs/preset-sheets-drawing";
import { UniverSheetsTablePreset, UniverSheetsTableUIPlugin } from "@univerjs/preset-sheets-table";
import "@univerjs/sheets-ui/facade";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-drawing/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";
import { registerConditionalSums } from "./conditionalSums";
import { passOverPlainSheets } from "./plainSheets";
import { quickenRunOrder } from "./runOrder";
import type { Backend } from "./backend";
import type { Rect } from "../rect";
import type { Grid } from "./grid";
import { gridWords } from "./gridWords";
import { createUniverBackend } from "./univerBackend";

/**
 * Excel's letters, so that what fits a cell there fits it here: Calibri where it is installed, Carlito, which is as
 * wide, or another narrowed to its width (workbench.css).
 */
const FONT = { value: "Calibri, Carlito, Sheet Sans", label: "Calibri" };

export interface ScreenGrid extends Grid {
  onCellClicked(listener: (cell: Rect) => void): void;
}

/**
 * Univer on the screen, set up from the open presets one by one: `@univerjs/presets` would pull in proprietary
 * packages (docs/decisions/0005-workbench.md).
 */
export function createScreenGrid(container: string, workbook: Partial<IWorkbookData>): ScreenGrid {
  DEFAULT_STYLES.ff = FONT.value;
  const univer = new Univer({
    locale: LocaleType.EN_US,
    logLevel: LogLevel.WARN,
    locales: { [LocaleType.EN_US]: gridWords },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      ribbonType: "simple",
      disableAutoFocus: true,
      customFontFamily: { list: [FONT] },
      sheets: { disableForceStringMark: true, disableForceStringAlert: true },
    }),
    UniverSheetsTablePreset(),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDrawingPreset(),
  ];
  // Two presets may bring the same plugin: the later one's settings count.
  const plugins = new Map<string, readonly [PluginCtor<Plugin>, unknown]>();
  for (const preset of presets) {
    for (const entry of preset.plugins) {
      const [plugin, config] = Array.isArray(entry) ? [entry[0], entry[1]] : [entry, undefined];
      plugins.delete(plugin.pluginName);
      plugins.set(plugin.pluginName, [plugin, config]);
    }
  }
  // A label with the table's name would lie over the cells above it.
  plugins.set(UniverSheetsTableUIPlugin.pluginName, [UniverSheetsTableUIPlugin, { hideAnchor: true }]);
  for (const [plugin, config] of plugins.values()) univer.registerPlugin(plugin, config as never);
  const api = FUniver.newAPI(univer);
  api.createWorkbook(workbook);
  const injector = univer.__getInjector();
  registerConditionalSums(injector);
  quickenRunOrder(injector);
  passOverPlainSheets(api, injector);
  const backend = createUniverBackend(api, injector);
  drawSeldomWhileBusy(injector, backend, api.getActiveWorkbook()?.getId() ?? "");
  const select = backend.select.bind(backend);
  // As in Excel, what is selected comes into view, and nothing moves where it is already.
  backend.select = (rect) => {
    const isInFront = backend.activeSheet() === rect.sheet;
    select(rect);
    if (isInFront) reveal(api, rect);
    // What a sheet shows is known when it has been drawn.
    else setTimeout(() => reveal(api, rect), DRAWN_MS);
  };
  return {
    backend,
    injector,
    api,
    dispose: () => univer.dispose(),
    onCellClicked(listener) {
      api.addEvent(api.Event.CellClicked, ({ worksheet, row, column }) =>
        listener({ sheet: worksheet.getSheetId(), row, column, rows: 1, columns: 1 }),
      );
    },
  };
}

const DRAWN_MS = 100;

function reveal(api: FUniver, rect: Rect): void {
  const sheet = api.getActiveWorkbook()?.getActiveSheet();
  if (!sheet || sheet.getSheetId() !== rect.sheet) return;
  const views = [...(sheet.getVisibleRangesOfAllViewports()?.values() ?? [])];
  // The last row and column in view may be cut.
  const isInView = views.some(
    (view) =>
      view.startRow <= rect.row &&
      rect.row < view.endRow &&
      view.startColumn <= rect.column &&
      rect.column < view.endColumn,
  );
  if (!isInView) sheet.scrollToCell(rect.row, rect.column);
}

/** Between two pictures of the cells while they change all the time. */
const BUSY_FRAME_MS = 1000;

/** Drawing every change at once takes as long as making it: 5 of 20 seconds for a summary of 900 customers. */
function drawSeldomWhileBusy(injector: Injector, backend: Backend, workbook: string): void {
  injector.get(IRenderManagerService).created$.subscribe(({ unitId, scene }) => {
    if (unitId !== workbook) return;
    const draw = scene.render.bind(scene);
    let last = 0;
    scene.render = (context) => {
      if (backend.isBusy() && performance.now() - last < BUSY_FRAME_MS) return;
      last = performance.now();
      draw(context);
    };
  });
}
