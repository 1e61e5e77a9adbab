import "./browserGlobals";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Backend, CellValue } from "../../src/workbench/grid/backend";
import type { StartSheet } from "../../src/workbench/grid/workbookData";
import { createHeadlessWorkbook } from "../../src/workbench/headless";
import type { HeadlessWorkbook } from "../../src/workbench/headless";
import type { Faults } from "../../src/workbench/host/faults";
import type { Host } from "../../src/workbench/host/host";
import { rectOf, splitAddress } from "../../src/workbench/rect";
import type { Rect } from "../../src/workbench/rect";
import type { WorkbookParts } from "../../src/workbench/workbookParts";

/**
 * Runs add-in code against the real, unaltered office.js and our own Excel, in jest. A test file that uses it
 * begins with the line: @jest-environment jsdom
 *
 *   const excel = await startOffice({ sheets: [{ name: "Orders", rows: [["Customer", "Amount"], ["Ada", 12]] }] });
 *   await Excel.run(async (context) => { … });
 *   expect(excel.values("Orders!A1:B2")).toEqual(…);
 *   excel.stop();
 */
export interface OfficeOptions {
  readonly sheets: readonly StartSheet[];
  /** `en-US` where left out. */
  readonly displayLanguage?: string;
  /** The latest ExcelApi that the host supports; `1.19` where left out. */
  readonly apiVersion?: string;
}

export interface OfficeHarness {
  readonly host: Host;
  readonly backend: Backend;
  readonly parts: WorkbookParts;
  readonly faults: Faults;
  readonly sheetNames: () => string[];
  /** What the cells hold, read past office.js: `Sheet1!A1:B2`. */
  values(address: string): CellValue[][];
  formulas(address: string): CellValue[][];
  texts(address: string): string[][];
  /** Waits for the formulas. */
  calculated(): Promise<void>;
  /** Selects cells as a user would. */
  select(address: string): void;
  /** Puts values into cells as a user would. */
  type(address: string, rows: readonly (readonly CellValue[])[]): void;
  stop(): void;
}

const OFFICE_JS = path.resolve(__dirname, "../../node_modules/@microsoft/office-js/dist");
const SEAMS = path.resolve(__dirname, "../../src/workbench/seams.js");

interface Connection {
  describe(): void;
}

interface Bridge {
  info: { displayLanguage: string; contentLanguage: string; dark: boolean; apiVersion: string | undefined };
  execute(request: string, options: { delayForCellEdit: boolean }): Promise<string>;
  fromRuntime(actions: unknown): void;
  onSelectionChanged(listener: () => void): void;
  onCalculated(listener: () => void): void;
  connected(connection: Connection): void;
}

let tellSelection: () => void = () => undefined;
let tellCalculated: () => void = () => undefined;
let running: HeadlessWorkbook | null = null;
let connection: Promise<Connection> | null = null;
const info: Bridge["info"] = {
  displayLanguage: "en-US",
  contentLanguage: "en-US",
  dark: false,
  apiVersion: undefined,
};

/** Runs a script in the window's own realm, as a script tag would. */
function runScript(file: string): void {
  const source = `${readFileSync(file, "utf8")}\n//# sourceURL=${file}`;
  (0, eval)(source);
}

/** office.js is loaded once per test file; each `startOffice` gives it a new workbook. */
function loadOffice(): Promise<Connection> {
  connection ??= new Promise<Connection>((resolve) => {
    const bridge: Bridge = {
      info,
      execute: (request, options) => {
        if (!running) return Promise.reject(new Error("no workbook is open: call startOffice"));
        return running.host.execute(request, options);
      },
      fromRuntime: () => undefined,
      onSelectionChanged: (listener) => void (tellSelection = listener),
      onCalculated: (listener) => void (tellCalculated = listener),
      connected: resolve,
    };
    Object.defineProperty(window, "__clvHost", { value: bridge });
    window.history.replaceState(null, "", "?_host_Info=Excel$Web$16.01$en-US$telemetry$isDialog$$0");
    // Outside of Office the library tries to close its window while it loads.
    const { open, close } = window;
    Object.assign(window, { open: () => null, close: () => undefined });
    // office.js looks for its own script tag to learn where its parts are.
    const script = document.createElement("script");
    script.src = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
    document.head.append(script);
    // It also looks for the Office around its frame, once, in a timer of its own (PLATFORM.md, section 6).
    window.addEventListener("error", (event) => {
      if (String(event.error).includes("conversationId")) event.preventDefault();
    });
    runScript(path.join(OFFICE_JS, "office.js"));
    runScript(path.join(OFFICE_JS, "en-us/office_strings.js"));
    runScript(path.join(OFFICE_JS, "excel-web-16.00.js"));
    runScript(SEAMS);
    Object.assign(window, { open, close });
  });
  return connection;
}

export async function startOffice(options: OfficeOptions): Promise<OfficeHarness> {
  running?.dispose();
  const workbook = createHeadlessWorkbook(options.sheets);
  running = workbook;
  info.displayLanguage = options.displayLanguage ?? "en-US";
  info.contentLanguage = info.displayLanguage;
  info.apiVersion = options.apiVersion;
  (await loadOffice()).describe();
  await Office.onReady();

  const { host } = workbook;
  const { backend } = host;
  backend.onSelectionChanged(() => tellSelection());
  backend.onCalculated(() => tellCalculated());
  const rectAt = (address: string): Rect => {
    const { sheetName, cells } = splitAddress(address);
    const sheet = backend.sheets().find((candidate) => candidate.name === sheetName);
    if (!sheet)
      throw new Error(
        `there is no sheet for ${address}; there are ${backend
          .sheets()
          .map((s) => s.name)
          .join()}`,
      );
    return rectOf(sheet.id, cells);
  };
  return {
    host,
    backend,
    parts: host.parts,
    faults: host.faults,
    sheetNames: () => backend.sheets().map((sheet) => sheet.name),
    values: (address) => backend.values(rectAt(address)),
    formulas: (address) => backend.formulas(rectAt(address)),
    texts: (address) => backend.texts(rectAt(address)),
    calculated: () => backend.settle(),
    select: (address) => backend.select(rectAt(address)),
    type: (address, rows) => {
      const entries = rows.map((row) =>
        row.map((value) => {
          if (value === "") return { kind: "empty" } as const;
          const isFormula = typeof value === "string" && value.startsWith("=");
          return isFormula
            ? ({ kind: "formula", formula: value } as const)
            : ({ kind: "value", value } as const);
        }),
      );
      backend.write(rectAt(address), entries);
    },
    stop: () => {
      workbook.dispose();
      if (running === workbook) running = null;
    },
  };
}
