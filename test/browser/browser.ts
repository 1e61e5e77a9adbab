import { chromium, type Browser, type BrowserContextOptions, type Frame, type Page } from "playwright-core";
import { spawn } from "node:child_process";

/** Flags without which Chromium looks for hosts of its own at every start, or refuses to run as root. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const PATIENCE_MS = 90_000;
/** A refresh of the sample was seen to take 142 seconds where four other programs held both processors. */
export const WRITING_MS = 240_000;

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CLV_CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });

interface Server {
  readonly url: string;
  readonly close: () => void;
}

const SERVE =
  'import("./src/workbench/server.mjs").then((m) => m.serve({ port: 0 })).then((s) => console.log(s.url))';

/** The workbench's server on a free port, in a process of its own. */
export function serveWorkbench(): Promise<Server> {
  const server = spawn(process.execPath, ["-e", SERVE], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.stdout.once("data", (line: Buffer) => {
      resolve({ url: line.toString().trim(), close: () => void server.kill() });
    });
  });
}

export interface OpenWorkbench {
  readonly page: Page;
  readonly pane: Frame;
  /** Addresses asked for after the page was ready, and outside the server at any time. */
  readonly requests: { afterLoad: string[]; outside: string[] };
  /** Violations of a content security policy anywhere, and errors of the add-in (the grid has some of its own). */
  readonly complaints: string[];
}

/** Opens the workbench and waits until pane and functions are there. */
async function openWorkbench(
  browser: Browser,
  url: string,
  query = "",
  options: BrowserContextOptions = {},
): Promise<OpenWorkbench> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  // Half a minute, which is usual, is too short where other work holds the processors.
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const requests: OpenWorkbench["requests"] = { afterLoad: [], outside: [] };
  const complaints: string[] = [];
  let loaded = false;
  page.on("request", (request) => {
    const address = request.url();
    if (/^(data|blob):/.test(address)) return;
    if (!address.startsWith(url)) requests.outside.push(address);
    else if (loaded && !address.endsWith("/worker.js")) requests.afterLoad.push(address);
  });
  page.on("console", (message) => {
    const ours =
      message.location().url.includes("/addin/") || message.text().includes("Content Security Policy");
    if (message.type() === "error" && ours) complaints.push(message.text());
  });
  page.on("pageerror", (error) => {
    if (error.stack?.includes("/addin/")) complaints.push(String(error.stack));
  });
  await page.goto(new URL(`/${query}`, url).href);
  await page.waitForFunction(() => "workbench" in window);
  await page.evaluate(() => (window as unknown as { workbench: { ready: Promise<void> } }).workbench.ready);
  const pane = page.frames().find((frame) => frame.url().includes("taskpane.html"));
  if (!pane) throw new Error("the workbench shows no pane");
  await pane.waitForFunction(() => document.querySelector("main")?.textContent?.trim());
  loaded = true;
  return { page, pane, requests, complaints };
}

type Open = (query?: string, options?: BrowserContextOptions) => Promise<OpenWorkbench>;

/** A browser and the workbench's server for the tests of a file; the result opens a workbench in them. */
export function useBrowser(): Open {
  let browser: Browser | undefined;
  let server: Server | undefined;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), serveWorkbench()]);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  return (query, options) => {
    if (!browser || !server) throw new Error("the browser is open only while tests run");
    return openWorkbench(browser, server.url, query, options);
  };
}

/** A workbench that all tests around this call share: opened before the first of them, closed after the last. */
export function useWorkbench(open: Open, query?: string, options?: BrowserContextOptions): OpenWorkbench {
  let opened: OpenWorkbench | undefined;
  beforeAll(async () => {
    opened = await open(query, options);
  });
  afterAll(() => opened?.page.context().close());
  const now = (): OpenWorkbench => {
    if (!opened) throw new Error("the workbench is open only while tests run");
    return opened;
  };
  return {
    get page() {
      return now().page;
    },
    get pane() {
      return now().pane;
    },
    get requests() {
      return now().requests;
    },
    get complaints() {
      return now().complaints;
    },
  };
}

type Cell = string | number | boolean;

/** Reads again and again until it is as wished or patience ends; gives what was read last. */
export async function eventually<T>(read: () => Promise<T>, wished: (found: T) => boolean): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    const found = await read();
    if (wished(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return read();
}

/** The values of some cells, read through the real office.js in the pane. */
export const valuesOf = (pane: Frame, sheet: string, address: string): Promise<Cell[][]> =>
  pane.evaluate(
    ([name, cells]) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name ?? "").getRange(cells);
        range.load("values");
        await context.sync();
        return range.values as Cell[][];
      }),
    [sheet, address],
  );

/** The values of a name's cells, row by row. */
export const namedValues = (pane: Frame, name: string): Promise<Cell[][]> =>
  pane.evaluate(
    (wanted) =>
      Excel.run(async (context) => {
        const range = context.workbook.names.getItem(wanted).getRange();
        range.load("values");
        await context.sync();
        return range.values as Cell[][];
      }),
    name,
  );

/** Types a value or formula into a cell, as an edit in the grid would. */
export const type = (pane: Frame, sheet: string, address: string, content: string | number): Promise<void> =>
  pane.evaluate(
    ([name, cells, text]) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(String(name)).getRange(String(cells)).formulas = [[text]];
        await context.sync();
      }),
    [sheet, address, content] as const,
  );

export const sheetNames = (pane: Frame): Promise<string[]> =>
  pane.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      return worksheets.items.map((sheet) => sheet.name);
    }),
  );

/** Adds a sheet of the user's own, in front, with these cells selected. */
export const putSheet = (pane: Frame, name: string, rows: readonly (readonly Cell[])[]): Promise<void> =>
  pane.evaluate(
    ([sheetName, cells]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add(sheetName);
        sheet.activate();
        const range = sheet.getRangeByIndexes(0, 0, cells.length, cells[0]?.length ?? 0);
        range.values = cells as Cell[][];
        range.select();
        await context.sync();
      }),
    [name, rows] as const,
  );

/** Adds a sheet with many rows at once, past office.js. */
export const putFilledSheet = (
  page: Page,
  name: string,
  rows: readonly (readonly (Cell | null)[])[],
): Promise<void> =>
  page.evaluate(
    (sheet) => {
      const { workbench } = window as unknown as {
        workbench: { backend: { addFilledSheet(sheet: object): void } };
      };
      workbench.backend.addFilledSheet(sheet);
    },
    { name, rows },
  );

/** Brings a sheet to the front, with these cells selected. */
export const selectCell = (pane: Frame, sheet: string, address: string): Promise<void> =>
  pane.evaluate(
    ([name, cell]) =>
      Excel.run(async (context) => {
        const target = context.workbook.worksheets.getItem(name ?? "");
        target.activate();
        target.getRange(cell).select();
        await context.sync();
      }),
    [sheet, address],
  );

/** Chooses a file by the workbench's button and gives what the page says of it. */
export async function openFile(page: Page, name: string, content: Uint8Array | string): Promise<string> {
  const status = page.locator("#status");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click("#open")]);
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
  await status
    .getByText(/not left this machine|could not be read/)
    .and(status.getByText(name))
    .waitFor();
  return status.innerText();
}

/** Presses the pane's button (the words of English), and waits until the sheets are there. */
export async function makeSummary(pane: Frame): Promise<void> {
  const button = pane.getByRole("button", { name: /^Make the summary|Refresh/ }).first();
  // Beside "Refresh" the result of the run before is shown until the new run has begun.
  await Promise.all([pane.locator("#cancel").waitFor(), button.click()]);
  const ready = pane.getByRole("heading", { name: "The summary is ready" }).waitFor({ timeout: WRITING_MS });
  await ready.catch(async (error: Error) => {
    throw new Error(`${error.message}\nThe pane says: ${await pane.locator("main").innerText()}`);
  });
}

/** What the page's window holds for tests, as far as these need it. */
interface PageWindow {
  readonly workbench: {
    readonly backend: {
      activeSheet(): string;
      sheets(): readonly { readonly id: string; readonly name: string }[];
      position(sheet: string, row: number, column: number): { left: number; top: number };
      selection(): readonly { readonly sheet: string; readonly row: number; readonly column: number }[];
    };
  };
}

/** Clicks into a cell near the sheet's corner, by the sizes that the grid states. */
export async function clickCell(page: Page, row: number, column: number): Promise<void> {
  const place = await page.evaluate(
    ([r = 0, c = 0]) => {
      const { backend } = (window as unknown as PageWindow).workbench;
      const sheet = backend.activeSheet();
      const start = backend.position(sheet, r, c);
      const end = backend.position(sheet, r + 1, c + 1);
      const canvases = [...document.querySelectorAll("#grid canvas")].map((canvas) =>
        canvas.getBoundingClientRect(),
      );
      const cells = canvases.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));
      // The headings of rows and columns are drawn on the same canvas.
      return {
        x: cells.left + 46 + (start.left + end.left) / 2,
        y: cells.top + 20 + (start.top + end.top) / 2,
      };
    },
    [row, column],
  );
  await page.mouse.click(place.x, place.y);
}

/** Name of the sheet in front and its active cell: `Orders 6,1`, counted from 0. */
export const activeCell = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { backend } = (window as unknown as PageWindow).workbench;
    const [cell] = backend.selection();
    const name = backend.sheets().find((sheet) => sheet.id === backend.activeSheet())?.name;
    return `${name} ${cell?.row},${cell?.column}`;
  });
