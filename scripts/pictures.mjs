/**
 * `npm run pictures`: docs/pictures from the real thing. The production build makes all sheets of the sample orders in
 * the workbench; the workbook is saved, and LibreOffice prints it, so that each picture is a page as a reader gets it.
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { palettePng } from "./palettePng.mjs";
import {
  ensureBuild,
  ensureChromium,
  ensureLibreOffice,
  ensurePackages,
  ensureWorkbench,
  find,
} from "./setUp.mjs";

const OUT = "docs/pictures";
/** All of them, or those that the command names: `npm run pictures -- fa cdnow`. */
const OTHERS = { functions: photographFunctions, cdnow: photographCdnow };
const wanted = process.argv.length > 2 ? process.argv.slice(2) : ["en", "fa", ...Object.keys(OTHERS)];
/** Dots per inch of a printed page: small print stays readable. */
const RESOLUTION = 110;
/** The sheets in the order of their tabs, after the sample's own two. */
const SHEETS = [
  ...["summary", "inputs", "segments", "cohorts", "sensitivity", "models", "planning", "groups"],
  ...["checks", "history", "customers", "orders", "about"],
];
/** Sheets that take several pages: so many rows of them make a picture. */
const ROWS = { cohorts: 80, models: 70, planning: 75, customers: 45, orders: 45 };
const CDNOW = "../shared/reference/cdnow_sample.csv";
const CDNOW_UNTIL = "1997-09-30";
const SECOND = 1000;
const MOST_CLOSED = 20;

ensurePackages();
await Promise.all([ensureBuild(), ensureWorkbench()]);
const office = ensureLibreOffice();
const { serve } = await import("../src/workbench/server.mjs");
const { url, close } = await serve();
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ["--no-sandbox", "--disable-gpu"],
});
fs.mkdirSync(OUT, { recursive: true });
try {
  for (const name of wanted) await (OTHERS[name]?.() ?? photograph(name));
} finally {
  await browser.close();
  await close();
}

async function photograph(language) {
  const page = await browser.newPage({ viewport: { width: 1700, height: 1000 } });
  await page.goto(new URL(`/?lang=${language}`, url).href);
  await page.waitForFunction(() => "workbench" in window);
  await page.evaluate(() => window.workbench.ready);
  await makeAllSheets(page.frameLocator("#pane"));
  await page.waitForTimeout(3 * SECOND);
  const shot = await page.screenshot();
  fs.writeFileSync(`${OUT}/workbench${language === "en" ? "" : `-${language}`}.png`, palettePng(shot));
  if (office && find(["pdftoppm"])) print(await workbookOf(page), language);
  await page.close();
}

/** Every function with its example, calculated beside what its help prints. */
async function photographFunctions() {
  const page = await browser.newPage({ viewport: { width: 1700, height: 1000 } });
  await page.goto(new URL("/?examples", url).href);
  await page.waitForFunction(() => "workbench" in window);
  await page.evaluate(() => window.workbench.ready);
  await page.waitForTimeout(3 * SECOND);
  fs.writeFileSync(`${OUT}/functions.png`, palettePng(await page.screenshot()));
  await page.close();
}

/** The reference orders of the literature up to the day of the papers, forecast for a year: where they are at hand. */
async function photographCdnow() {
  if (!fs.existsSync(CDNOW)) {
    console.log(`No picture of CDNOW: ${CDNOW} is not on this machine.`);
    return;
  }
  const [headings, ...orders] = fs.readFileSync(CDNOW, "utf8").trim().split("\n");
  const until = orders.filter((line) => line.split(",")[1] <= CDNOW_UNTIL);
  const page = await browser.newPage({ viewport: { width: 1700, height: 1000 } });
  await page.goto(new URL("/?empty", url).href);
  await page.waitForFunction(() => "workbench" in window);
  await page.evaluate(() => window.workbench.ready);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click("#open")]);
  const buffer = Buffer.from([headings, ...until].join("\n"));
  await chooser.setFiles({ name: "cdnow.csv", mimeType: "text/csv", buffer });
  await page.locator("#status").getByText("cdnow.csv").waitFor();
  const pane = page.frameLocator("#pane");
  await pane.getByRole("button", { name: /^Read/ }).click();
  await pane.locator("#predict").check();
  await pane.getByText("More inputs").click();
  await pane.locator("#input-horizon").fill("1");
  await pane.locator("#make").click();
  await pane.locator("#result-title").waitFor({ timeout: 120 * SECOND });
  await pane.getByRole("button", { name: "CLV Models" }).click();
  await pane.locator("#forecast").scrollIntoViewIfNeeded();
  await page.waitForTimeout(3 * SECOND);
  fs.writeFileSync(`${OUT}/cdnow.png`, palettePng(await page.screenshot()));
  await page.close();
}

/** All sheets, with predictions and groups, and a cost, so that no figure is left open. */
async function makeAllSheets(pane) {
  await pane.locator("#make").waitFor({ timeout: 60 * SECOND });
  // One after the other: the pane draws itself anew after each.
  for (let closed = 0; closed < MOST_CLOSED; closed++) {
    const summary = pane.locator("details:not([open]) > summary:visible").first();
    if ((await summary.count()) === 0) break;
    await summary.click();
  }
  await pane.locator("#input-acquisitionCost").fill("25");
  const boxes = pane.locator("input[id^='sheet-'], #predict");
  for (const box of await boxes.all()) await box.check();
  await pane.locator("#column-group").selectOption({ label: await regionOption(pane) });
  await pane.locator("#make").click();
  await pane.locator("#result-title").waitFor({ timeout: 600 * SECOND });
}

async function regionOption(pane) {
  const texts = await pane.locator("#column-group option").allTextContents();
  return texts.find((text) => text.includes("Region"));
}

/** The saved workbook, with the sample's own sheets hidden and the long sheets cut to a page. */
async function workbookOf(page) {
  const frame = page.frames().find((each) => each.url().includes("taskpane.html"));
  await frame.evaluate(
    ([rows, keys]) =>
      Excel.run(async (context) => {
        const sheets = context.workbook.worksheets.load("items/name");
        await context.sync();
        const own = sheets.items.slice(-keys.length);
        for (const sheet of sheets.items.slice(0, -keys.length)) sheet.visibility = "Hidden";
        for (const [index, sheet] of own.entries()) {
          const most = rows[keys[index]];
          if (most === undefined) continue;
          const used = sheet.getUsedRange().load("columnCount,rowCount");
          const area = sheet.pageLayout
            .getPrintAreaOrNullObject()
            .load("areas/items/columnCount,areas/items/rowCount");
          await context.sync();
          const printed = area.isNullObject ? used : (area.areas.items[0] ?? used);
          const height = Math.min(most, printed.rowCount);
          sheet.pageLayout.setPrintArea(sheet.getRangeByIndexes(0, 0, height, printed.columnCount));
          sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
        }
        await context.sync();
      }),
    [ROWS, SHEETS],
  );
  return Buffer.from(await page.evaluate(async () => Array.from(await window.workbench.save())));
}

/** One picture per sheet: the pages of the PDF are the sheets in their order. */
function print(xlsx, language) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "clv-pictures-"));
  try {
    const book = path.join(folder, "CLV.xlsx");
    fs.writeFileSync(book, xlsx);
    execFileSync(
      office,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        ...["--headless", "--convert-to", "pdf", "--outdir", folder, book],
      ],
      { stdio: "pipe" },
    );
    execFileSync("pdftoppm", [
      ...["-png", "-r", String(RESOLUTION)],
      path.join(folder, "CLV.pdf"),
      path.join(folder, "page"),
    ]);
    const pages = fs
      .readdirSync(folder)
      .filter((name) => /^page.*\.png$/.test(name))
      .sort();
    if (pages.length !== SHEETS.length)
      throw new Error(`${pages.length} pages instead of ${SHEETS.length}: a sheet takes more than one`);
    SHEETS.forEach((key, index) => {
      const picture = palettePng(fs.readFileSync(path.join(folder, pages[index])));
      fs.writeFileSync(`${OUT}/sheet-${key}-${language}.png`, picture);
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
