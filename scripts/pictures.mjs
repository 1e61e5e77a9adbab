/** `npm run pictures`: docs/pictures from the real thing, the production build in the workbench. */
import fs from "node:fs";
import { chromium } from "playwright-core";
import { ensureBuild, ensureChromium, ensurePackages, ensureWorkbench } from "./setUp.mjs";

const OUT = "docs/pictures";
/** The languages, and what the button says in them (src/locales). */
const BUTTONS = { en: "Make the summary", fa: "ساخت خلاصه" };

ensurePackages();
await Promise.all([ensureBuild(), ensureWorkbench()]);
const { serve } = await import("../src/workbench/server.mjs");
const { url, close } = await serve();
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ["--no-sandbox", "--disable-gpu"],
});
fs.mkdirSync(OUT, { recursive: true });
try {
  for (const [language, button] of Object.entries(BUTTONS)) await photograph(language, button);
} finally {
  await browser.close();
  await close();
}

/** The summary of the sample orders beside the pane that made it. */
async function photograph(language, button) {
  const page = await browser.newPage({ viewport: { width: 1700, height: 1000 } });
  await page.goto(new URL(`/?lang=${language}`, url).href);
  await page.waitForFunction(() => "workbench" in window);
  await page.evaluate(() => window.workbench.ready);
  const pane = page.frameLocator("#pane");
  await pane.getByRole("button", { name: button }).click();
  await pane.locator("#result-title").waitFor({ timeout: 180000 });
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${OUT}/${language === "en" ? "workbench" : `workbench-${language}`}.png` });
  await page.close();
}
