import "./workbench.css";
import { boxOf, chartDataOf } from "../chartData";
import { chartSvg } from "../chartSvg";
import { directCaller, runtimeCaller } from "../functionCalls";
import type { FunctionCaller, FunctionMetadata } from "../functionCalls";
import { createChartLayer } from "../grid/chartLayer";
import { registerFunctions } from "../grid/functionAdapter";
import { createScreenGrid } from "../grid/screenGrid";
import { workbookData } from "../grid/workbookData";
import { createHost } from "../host/host";
import { columnLetters } from "../rect";
import { createDivider } from "./divider";
import { exampleSheet } from "./exampleSheet";
import type { CatalogueEntry } from "./exampleSheet";
import { createFaultMenu } from "./faultMenu";
import { download, sheetsOfFile } from "./files";
import { destinationOf } from "./links";
import { createPane } from "./pane";
import type { PaneConnection } from "./pane";
import { LANGUAGES, readParameters } from "./parameters";
import { formulaSheet, startSheets } from "./startSheets";
import { saveWorkbook } from "../xlsx/saveWorkbook";

/** The page: a grid, the production task pane beside it, and our Excel between the two. */

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Charts follow the cells, though not after every single change. */
const REDRAW_MS = 80;

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
  return found;
}

const parameters = readParameters(location.search);
const sheets = startSheets(parameters);
const grid = createScreenGrid("grid", workbookData(sheets));
const host = createHost(grid.backend);
for (const [index, sheet] of grid.backend.sheets().entries()) {
  const parts = host.parts.sheets.get(sheet.id);
  if (parts) parts.frozenRows = sheets[index]?.frozenRows ?? 0;
}
const pane = createPane(element("side", HTMLElement), host, {
  displayLanguage: parameters.language,
  contentLanguage: parameters.language,
  dark: parameters.dark,
  apiVersion: parameters.apiVersion,
});
const status = element("status", HTMLElement);
const say = (text: string, failing = false): void => {
  status.textContent = text;
  status.classList.toggle("failing", failing);
};

/* Charts */

const layer = createChartLayer(grid);
let redrawing: ReturnType<typeof setTimeout> | undefined;
function redraw(): void {
  clearTimeout(redrawing);
  redrawing = setTimeout(() => {
    const front = grid.backend.activeSheet();
    const charts = host.parts.charts.filter((chart) => chart.sheet === front);
    layer(
      charts.map((chart) => {
        const box = boxOf(chart, grid.backend);
        const data = chartDataOf(chart, grid.backend, box);
        return { id: chart.id, sheet: chart.sheet, svg: chartSvg(data), ...box };
      }),
    );
  }, REDRAW_MS);
}
host.onPartsChanged(redraw);
const redrawWhereCharted = (): void => {
  if (host.parts.charts.length > 0) redraw();
};
grid.backend.onChanged(redrawWhereCharted);
grid.backend.onSheetActivated(redrawWhereCharted);

/* Links, followed by a click as in Excel */

grid.onCellClicked((cell) => {
  const destination = destinationOf(host, cell);
  if (destination === null) return;
  if ("web" in destination) window.open(destination.web, "_blank", "noopener");
  // After the click itself has selected the cell.
  else setTimeout(() => grid.backend.select(destination.cells));
});

/* Functions */

async function connectFunctions(): Promise<void> {
  const response = await fetch("/addin/functions.json");
  const metadata = (await response.json()) as { readonly functions: readonly FunctionMetadata[] };
  let connection: PaneConnection = await pane.connection();
  pane.frame.addEventListener("load", () => void pane.connection().then((made) => (connection = made)));
  const again = (): Promise<void> => grid.backend.calculate();
  let caller: FunctionCaller;
  if (parameters.viaRuntime) {
    const runtime = runtimeCaller((calls) => connection.invoke(calls), again);
    pane.onFunctionResults((entries) => runtime.results(entries));
    caller = runtime;
  } else caller = directCaller((id) => connection.functionOf(id), again);
  grid.backend.alsoAwait(() => caller.idle());
  const errors = registerFunctions(grid.injector, metadata.functions, "CLV", caller);
  const explain = (row: number, column: number, message: string): void =>
    say(`${columnLetters(column)}${row + 1}: ${message}`, true);
  grid.backend.onSelectionChanged(() => {
    const [cell] = grid.backend.selection();
    const message = cell && errors.messageOf(cell.sheet, cell.row, cell.column);
    if (cell && message) explain(cell.row, cell.column, message);
    else if (status.classList.contains("failing")) say("");
  });
  // Enter moves the selection on before the cell is calculated: the words come with the result.
  errors.onError((sheet, row, column, message) => {
    if (sheet === grid.backend.activeSheet()) explain(row, column, message);
  });
  if (!parameters.empty) grid.backend.addFilledSheet(formulaSheet());
  if (parameters.examples) {
    const entries = await fetch("/addin/catalogue.en.json");
    grid.backend.activateSheet(
      grid.backend.addFilledSheet(exampleSheet((await entries.json()) as CatalogueEntry[])),
    );
  }
  await grid.backend.settle();
}

/* The bar */

const language = element("language", HTMLSelectElement);
for (const [tag, name] of LANGUAGES) language.add(new Option(name, tag, false, tag === parameters.language));
language.addEventListener("change", () => pane.reload({ displayLanguage: language.value }));
const theme = element("theme", HTMLSelectElement);
theme.value = parameters.dark ? "dark" : "light";
theme.addEventListener("change", () => pane.reload({ dark: theme.value === "dark" }));
createFaultMenu(element("faults", HTMLElement), element("fault-list", HTMLElement), host);
createDivider(element("divider", HTMLElement), element("side", HTMLElement), document.body);

const file = element("file", HTMLInputElement);
element("open", HTMLButtonElement).addEventListener("click", () => file.click());
file.addEventListener("change", () => {
  const chosen = file.files?.[0];
  file.value = "";
  if (chosen) void openFile(chosen);
});

async function openFile(chosen: File): Promise<void> {
  say(`Reading ${chosen.name} …`);
  try {
    const read = await sheetsOfFile(chosen.name, new Uint8Array(await chosen.arrayBuffer()), language.value);
    const added = read.map((sheet) => grid.backend.addFilledSheet(sheet));
    const [first] = added;
    if (first !== undefined) grid.backend.activateSheet(first);
    const rows = read.reduce((sum, sheet) => sum + sheet.rows.length, 0);
    say(`${chosen.name}: ${rows.toLocaleString("en")} rows. The file has not left this machine.`);
  } catch (error) {
    say(`${chosen.name} could not be read: ${error instanceof Error ? error.message : String(error)}`, true);
  }
}

element("save", HTMLButtonElement).addEventListener("click", () => {
  say("Saving …");
  saveWorkbook(host)
    .then((bytes) => {
      download("clv-workbench.xlsx", bytes, XLSX);
      say("Saved as clv-workbench.xlsx.");
    })
    .catch((error: unknown) => say(`Not saved: ${String(error)}`, true));
});

/** For browser tests: the workbook behind the page, and when it is ready. */
const ready = connectFunctions();
ready.catch((error: unknown) => say(`The add-in's functions are missing: ${String(error)}`, true));
Object.assign(window, {
  workbench: { host, backend: grid.backend, pane, ready, save: () => saveWorkbook(host) },
});
