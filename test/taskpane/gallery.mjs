/**
 * Pictures of the pane in each of its states, over invented services:
 * `node test/taskpane/gallery.mjs [folder] [part of the pictures' names, as a pattern]`.
 * Also runs axe over every picture and fails where it finds something. 350 px wide, as Excel's pane is.
 */
import { createRequire } from "node:module";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const webpack = require("webpack");
const StylePlugin = require("mini-css-extract-plugin");
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const FOLDER = path.resolve(process.argv[2] ?? path.join(ROOT, "test-output/pane"));
const WANTED = new RegExp(process.argv[3] ?? "");
const LANGUAGES = ["en", "fa", "ar", "pl", "hy"];
const STATES = [
  "nothing",
  "problem",
  "recognised",
  "question",
  "another",
  "invalid",
  "running",
  "failed",
  "refused",
  "done",
  "moved",
  "remembered",
];
const OTHER_TABS = ["whatIf", "functions", "share"];

/** Width, height and settings of the page; 320 × 256 is a pane of 1280 × 1024 at 400 % zoom. */
const LOOKS = {
  light: { viewport: { width: 350, height: 800 } },
  dark: { viewport: { width: 350, height: 800 }, colorScheme: "dark" },
  contrast: { viewport: { width: 350, height: 800 }, forcedColors: "active" },
  zoomed: { viewport: { width: 320, height: 256 } },
};

const build = () =>
  promisify(webpack)({
    mode: "development",
    devtool: false,
    context: ROOT,
    entry: { gallery: path.join(ROOT, "test/taskpane/gallery.ts") },
    output: { path: FOLDER, filename: "[name].js" },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: "ts-loader",
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
        { test: /\.css$/, use: [StylePlugin.loader, { loader: "css-loader", options: { url: false } }] },
      ],
    },
    plugins: [new StylePlugin()],
    stats: "errors-warnings",
  });

function serve() {
  const page = fs
    .readFileSync(path.join(ROOT, "src/taskpane/taskpane.html"), "utf8")
    .replace(
      /<script src="https:[^>]*><\/script>/,
      '<link rel="icon" href="data:,"><link rel="stylesheet" href="gallery.css"><script defer src="gallery.js"></script>',
    );
  const types = { ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const type = types[path.extname(pathname)];
    if (!type) return response.setHeader("content-type", "text/html").end(page);
    const folder = type === types[".json"] ? path.join(ROOT, "generated") : FOLDER;
    return response
      .setHeader("content-type", type)
      .end(fs.readFileSync(path.join(folder, path.basename(pathname))));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** What is wrong with one picture: axe's findings, sideways scrolling, errors of the page. */
async function look(browser, address, look, file) {
  const context = await browser.newContext({ ...look, bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  await page.goto(address);
  await page.waitForSelector("body[data-ready]");
  if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
    wrong.push("scrolls sideways");
  await page.evaluate(fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const { id, nodes } of violations) wrong.push(`${id}: ${nodes[0]?.html}`);
  await page.screenshot({ path: path.join(FOLDER, `${file}.png`), fullPage: look !== LOOKS.zoomed });
  await context.close();
  return wrong.map((text) => `${file}: ${text}`);
}

const stats = await build();
if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
const server = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CLV_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const wrong = [];
for (const locale of LANGUAGES)
  for (const [name, settings] of Object.entries(LOOKS)) {
    // Every state in every language; the other looks where the layout is richest.
    const states = name === "light" ? STATES : ["recognised", "another", "refused", "done", "moved"];
    const tabs = name === "light" || locale === "en" ? OTHER_TABS : ["whatIf"];
    const shown = [...states.map((state) => ["summary", state]), ...tabs.map((tab) => [tab, "nothing"])];
    for (const [tab, state] of shown) {
      const file = `${tab}-${state}-${locale}-${name}`;
      if (!WANTED.test(file)) continue;
      const query = new URLSearchParams({ locale, tab, state });
      const address = `http://127.0.0.1:${server.address().port}/?${query}`;
      wrong.push(...(await look(browser, address, settings, file)));
    }
  }
await browser.close();
server.close();
process.stdout.write(
  wrong.length > 0 ? `${wrong.join("\n")}\n` : `Pictures are in ${FOLDER}; axe found nothing.\n`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;
