/**
 * How long the pane takes to start: `node test/taskpane/start.mjs [language] [dist]`. The production build in Chromium, its
 * processor slowed down four times, as an office laptop may be: from the request of taskpane.html until the page is
 * drawn and answers. Office.js comes from this machine and finds no host, so neither a network nor Excel is measured.
 */
import fs from "node:fs";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { serve } from "../../src/workbench/server.mjs";

const RUNS = 15;
const SLOWER = 4;
const language = process.argv[2] ?? "en";
const addin = process.argv[3] ?? "dist";
const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const { url, close } = await serve({ port: 0, addin });
const browser = await chromium.launch({
  executablePath: process.env.CLV_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const times = [];
const work = [];
const files = new Set();
for (let run = 0; run < RUNS; run++) {
  const page = await browser.newPage();
  await page.addInitScript((locale) => {
    window.localStorage.setItem("clv.language", locale);
    const watch = new MutationObserver(() => {
      if (!document.querySelector("main p")) return;
      watch.disconnect();
      // Once what was drawn is on the screen, a press is answered.
      requestAnimationFrame(() => setTimeout(() => (window.drawnAfter = performance.now()), 0));
    });
    watch.observe(document, { childList: true, subtree: true });
  }, language);
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/addin\/.*\.(js|css|html|json)$/.test(pathname)) files.add(pathname.slice("/addin/".length));
  });
  // Without the workbench's host, which answers only inside of the workbench.
  await page.route("**/addin/taskpane.html", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace('<script src="/seams/seams.js"></script>', "");
    await route.fulfill({ response: answer, body });
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(`${url}addin/taskpane.html`);
  await page.waitForFunction(() => "drawnAfter" in window);
  times.push(await page.evaluate(() => window.drawnAfter));
  const { metrics } = await session.send("Performance.getMetrics");
  work.push(1000 * metrics.find(({ name }) => name === "ScriptDuration").value);
  await page.close();
}
await browser.close();
await close();
const bytes = [...files].map((file) => fs.readFileSync(`${addin}/${file}`));
const kilobytes = (sizes) => Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024);
process.stdout.write(
  `${language}: scripts ${Math.round(middle(work))} ms (${Math.round(Math.min(...work))}–${Math.round(Math.max(...work))}), drawn after ${Math.round(middle(times))} ms (median of ${RUNS}, ${Math.round(Math.min(...times))}–${Math.round(Math.max(...times))}), ` +
    `${kilobytes(bytes.map((content) => content.length))} KB of our files, ` +
    `${kilobytes(bytes.map((content) => gzipSync(content).length))} KB gzip: ${[...files].join(", ")}\n`,
);
