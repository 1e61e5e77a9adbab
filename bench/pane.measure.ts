/**
 * How long the task pane stands still while it reads, plans and writes: `npm run bench:pane`.
 *
 * The production pane runs in Chromium as a page of its own, with the real office.js; our Excel answers it from this
 * process, by fetch, since what the test driver hands over itself is unpacked on the pane's thread. So nothing
 * but the pane's own work can hold it up, as where Excel is another process. A timer
 * in the page notes every wait that is longer than it asked for. `CLV_ROWS=200000` asks for other sizes.
 */
import "../test/workbench/browserGlobals";
import fs from "node:fs";
import type { Browser, Route } from "playwright-core";
import type { Host } from "../src/workbench/host/host";
import { createHeadlessWorkbook } from "../src/workbench/headless";
import { launch, serveWorkbench } from "../test/browser/browser";
import { lightened } from "./lightened";
import { cells } from "./orders.bench";

const SIZES = (process.env.CLV_ROWS ?? "20000").split(",").map(Number);
const PATIENCE_MS = 30 * 60_000;

interface Standstill {
  readonly ms: number;
  /** What the pane said it was doing. */
  readonly during: string;
}

interface Watch {
  /** All waits of 50 ms and more beyond the timer's own, since it was last asked. */
  take(): Standstill[];
}

/** Runs in the page before any of its own scripts. */
function watchThePage(): void {
  const beatMs = 5;
  const noted: Standstill[] = [];
  const phase = (): string =>
    document.querySelector("label[for=run-progress]")?.textContent ?? document.title;
  let before = performance.now();
  let last = phase();
  const beat = (): void => {
    const now = performance.now();
    const ms = now - before - beatMs;
    if (ms >= 50) noted.push({ ms, during: last });
    before = now;
    last = phase();
    setTimeout(beat, beatMs);
  };
  setTimeout(beat, beatMs);
  const host = {
    info: { displayLanguage: "en-US", contentLanguage: "en-US", dark: false, apiVersion: undefined },
    execute: async (request: string, options: unknown): Promise<string> => {
      const answer = await fetch("/excel", { method: "POST", body: JSON.stringify({ request, options }) });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.text();
    },
    fromRuntime: () => undefined,
    onSelectionChanged: () => undefined,
    onCalculated: () => undefined,
    connected: () => undefined,
  };
  const watch: Watch = { take: () => noted.splice(0) };
  Object.assign(window, { __clvHost: host, watch });
}

/** Most memory that a process of the page has held at once, its worker's included, in MB; Linux tells it. */
async function peakMemory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const peaks = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => /VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${id}/status`, "utf8"))?.[1]);
  return Math.max(...peaks.map(Number)) / 1024;
}

/** Answers a request of the page as Excel does, from another process. */
async function answer(host: Host, route: Route): Promise<void> {
  const asked = JSON.parse(route.request().postData() ?? "") as {
    request: string;
    options: { delayForCellEdit: boolean };
  };
  await host.execute(lightened(asked.request), asked.options).then(
    (body) => route.fulfill({ body }),
    (error: unknown) => route.fulfill({ status: 500, body: String(error) }),
  );
}

const taken = (): Standstill[] => (window as unknown as { watch: Watch }).watch.take();

const summary = (standstills: readonly Standstill[]): string =>
  standstills.length === 0
    ? "none of 50 ms or more"
    : standstills.map(({ ms, during }) => `${Math.round(ms)} ms (${during})`).join(", ");

test.each(SIZES)(
  "%d orders",
  async (rows) => {
    const [server, browser] = [await serveWorkbench(), await launch()];
    const list = cells(rows);
    const workbook = createHeadlessWorkbook([
      {
        name: "Orders",
        rows: list.map((row) => row.map((cell) => cell ?? "")),
        numberFormats: [undefined, undefined, "yyyy-mm-dd", "#,##0.00"],
      },
    ]);
    const report: string[] = [];
    const say = (line: string): void => {
      report.push(line);
      process.stdout.write(`${line}\n`);
    };
    try {
      const { host } = workbook;
      host.backend.select({
        sheet: host.backend.activeSheet(),
        row: 0,
        column: 0,
        rows: rows + 1,
        columns: 4,
      });
      const page = await browser.newPage();
      await page.route("**/excel", (route) => answer(host, route));
      await page.addInitScript(watchThePage);
      const info = "_host_Info=Excel$Web$16.01$en-US$telemetry$isDialog$$0";
      await page.goto(`${server.url}addin/taskpane.html?${info}`);
      const button = page.getByRole("button", { name: "Make the summary" });
      await button.waitFor();
      say(
        `${rows.toLocaleString("en-US")} orders: start of the page: ${summary(await page.evaluate(taken))}`,
      );
      await page.waitForTimeout(3000);
      say(`${rows.toLocaleString("en-US")} orders: at rest: ${summary(await page.evaluate(taken))}`);
      const start = Date.now();
      await button.click();
      await page.locator("#result-title, [role=alert]").first().waitFor({ timeout: PATIENCE_MS });
      const alert = await page.locator("[role=alert]").allTextContents();
      say(
        `${rows.toLocaleString("en-US")} orders: pressed to done ${((Date.now() - start) / 1000).toFixed(1)} s: ${summary(await page.evaluate(taken))} ${alert.join(" ")}`,
      );
      say(`(the page and its worker held up to ${Math.round(await peakMemory(browser))} MB)`);
      const slow = host.log.filter(({ milliseconds }) => milliseconds > 1000);
      say(`(our Excel took over a second for ${slow.length} of ${host.log.length} requests)`);
    } finally {
      await browser.close();
      server.close();
      workbook.dispose();
      fs.mkdirSync("test-output", { recursive: true });
      fs.writeFileSync("test-output/pane.txt", `${report.join("\n")}\n`);
    }
    expect(report).toHaveLength(5);
  },
  PATIENCE_MS,
);
