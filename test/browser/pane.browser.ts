/** The pane in five languages, right-to-left, dark, in forced colours and narrow: axe finds nothing, nothing is cut. */
import fs from "node:fs";
import type { Browser } from "playwright-core";
import { launch, openWorkbench, serveWorkbench } from "./browser";

const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const PICTURES = "test-output/pictures";
const LANGUAGES = [
  ["en", "ltr"],
  ["fa", "rtl"],
  ["ar", "rtl"],
  ["pl", "ltr"],
  ["hy", "ltr"],
] as const;

let browser: Browser;
let server: Awaited<ReturnType<typeof serveWorkbench>>;

beforeAll(async () => {
  fs.mkdirSync(PICTURES, { recursive: true });
  [browser, server] = await Promise.all([launch(), serveWorkbench()]);
});

afterAll(async () => {
  await browser.close();
  server.close();
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe.each(LANGUAGES)("the pane in %s", (language, direction) => {
  test("reads in its direction, and axe finds nothing on any tab", async () => {
    const { page, pane } = await openWorkbench(browser, server.url, `?lang=${language}`);
    expect(await pane.evaluate(() => document.documentElement.dir)).toBe(direction);
    expect(await pane.evaluate(() => document.documentElement.lang.slice(0, 2))).toBe(language);
    // The pane's policy refuses injected scripts, so axe runs from outside through the debugger.
    await pane.evaluate(AXE);
    const tabs = pane.getByRole("tab");
    for (let tab = 0; tab < (await tabs.count()); tab++) {
      await tabs.nth(tab).click();
      const violations = await pane.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } };
        return (await axe.run()).violations.map(({ id, nodes }) => ({ id, where: nodes[0]?.html }));
      });
      expect({ tab, violations }).toEqual({ tab, violations: [] });
      const element = await pane.frameElement();
      await element.screenshot({ path: `${PICTURES}/pane-${language}-${tab}.png` });
    }
    await page.context().close();
  });
});

describe("the pane's looks", () => {
  test.each([
    ["dark", "?theme=dark", {}],
    ["forced-colours", "", { forcedColors: "active" as const }],
  ])("%s: no text is lost against its background", async (name, query, options) => {
    const { page, pane } = await openWorkbench(browser, server.url, query, options);
    await pane.evaluate(AXE);
    const contrast = await pane.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run: (what: object) => Promise<{ violations: Violation[] }> };
      };
      const found = await axe.run({ runOnly: ["color-contrast"] });
      return found.violations.flatMap((violation) => violation.nodes.map((node) => node.html));
    });
    expect(contrast).toEqual([]);
    await (await pane.frameElement()).screenshot({ path: `${PICTURES}/pane-${name}.png` });
    await page.context().close();
  });

  test("at 350 pixels, and at 400 % zoom, nothing needs scrolling sideways", async () => {
    const { page, pane } = await openWorkbench(browser, server.url);
    const overflow = (): Promise<number> =>
      pane.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const frame = await pane.frameElement();
    // 320 × 256 is a screen of 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10).
    for (const [width, height] of [
      [350, 700],
      [320, 256],
    ] as const) {
      await frame.evaluate(
        (element, [w, h]) =>
          Object.assign((element as HTMLElement).style, { width: `${w}px`, height: `${h}px` }),
        [width, height],
      );
      for (const tab of await pane.getByRole("tab").all()) {
        await tab.click();
        expect(await overflow()).toBeLessThanOrEqual(0);
      }
    }
    await page.context().close();
  });

  test("the keyboard alone reaches the button that makes the summary", async () => {
    const { page, pane } = await openWorkbench(browser, server.url);
    await pane.getByRole("tab").first().focus();
    let reached = false;
    for (let presses = 0; presses < 60 && !reached; presses++) {
      await page.keyboard.press("Tab");
      reached = await pane.evaluate(
        () => document.activeElement?.textContent?.includes("Make the summary") === true,
      );
    }
    expect(reached).toBe(true);
    await page.context().close();
  });
});
