/** The pane in five languages, right-to-left, dark, in forced colours and narrow: axe finds nothing, nothing is cut. */
import fs from "node:fs";
import { useBrowser } from "./browser";

const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const PICTURES = "test-output/pictures";
const LANGUAGES = [
  ["en", "ltr"],
  ["fa", "rtl"],
  ["ar", "rtl"],
  ["pl", "ltr"],
  ["hy", "ltr"],
] as const;

const open = useBrowser();

beforeAll(() => {
  fs.mkdirSync(PICTURES, { recursive: true });
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe.each(LANGUAGES)("the pane in %s", (language, direction) => {
  test("reads in its direction, and axe finds nothing on any tab", async () => {
    const { page, pane } = await open(`?lang=${language}`);
    expect(await pane.evaluate(() => document.documentElement.dir)).toBe(direction);
    expect(await pane.evaluate(() => document.documentElement.lang.slice(0, 2))).toBe(language);
    // The pane's policy refuses injected scripts, so axe runs from outside through the debugger.
    await pane.evaluate(AXE);
    const tabs = pane.getByRole("tab");
    for (let tab = 0; tab < (await tabs.count()); tab++) {
      await tabs.nth(tab).click();
      // The functions come from a file of their own.
      await pane.locator("main section").first().waitFor();
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

describe("the pane's own files", () => {
  test("a language and the functions are fetched when they are wanted, from the add-in's own address, once", async () => {
    const { page, pane, requests } = await open("?lang=en");
    const files = (): string[] => requests.afterLoad.map((address) => address.split("/addin/")[1] ?? address);
    await pane.getByLabel("Language").selectOption("pl");
    await pane.getByRole("tab", { name: "Podsumowanie" }).waitFor();
    await pane.getByRole("tab", { name: "Funkcje" }).click();
    await pane.getByText("CLV.SIMPLE", { exact: true }).waitFor();
    await pane.locator("#language").selectOption("en");
    await pane.getByText("Average order value: what one order brings in").waitFor();
    await pane.locator("#language").selectOption("pl");
    await pane.getByRole("tab", { name: "Podsumowanie" }).click();
    await pane.getByRole("tab", { name: "Funkcje" }).click();
    expect(files().slice(0, 3)).toEqual(["language.pl.js", "catalogue.pl.json", "catalogue.en.json"]);
    expect(files().filter((file) => file === "language.pl.js")).toHaveLength(1);
    expect(requests.outside).toEqual([]);
    await page.context().close();
  });

  test("off-line, the pane says what could not be loaded, stays as it is, and tries again when asked", async () => {
    const { page, pane } = await open("?lang=en");
    await page.context().setOffline(true);
    await pane.locator("#language").selectOption("hy");
    await pane.getByText("The words in Հայերեն could not be loaded").waitFor();
    expect(await pane.locator("#language").inputValue()).toBe("en");
    await pane.getByRole("tab", { name: "Functions" }).click();
    await pane.getByText("The list of functions could not be loaded").waitFor();
    await page.context().setOffline(false);
    await pane.getByRole("button", { name: "Try again" }).click();
    await pane.getByText("CLV.SIMPLE", { exact: true }).waitFor();
    await pane.locator("#language").selectOption("hy");
    await pane.getByRole("tab", { name: "Ֆունկցիաներ" }).waitFor();
    expect(await pane.getByRole("alert").count()).toBe(0);
    await page.context().close();
  });
});

describe("the pane's looks", () => {
  test.each([
    ["dark", "?theme=dark", {}],
    ["forced-colours", "", { forcedColors: "active" as const }],
  ])("%s: no text is lost against its background", async (name, query, options) => {
    const { page, pane } = await open(query, options);
    await pane.locator("#make").waitFor();
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

  test("forced colours: a checked box and the progress are told from the ground", async () => {
    const { page, pane } = await open("", { forcedColors: "active" });
    await pane.locator("#make").waitFor();
    const [tick, ground, border] = await pane.evaluate(() => {
      const box = document.querySelector("input[type=checkbox]") as Element;
      const bar = document.createElement("progress");
      document.body.append(bar);
      const looks = getComputedStyle(bar);
      const found = [getComputedStyle(box).accentColor, looks.backgroundColor, looks.borderTopColor];
      bar.remove();
      return found;
    });
    // The system's own colour, which the person's theme has chosen.
    expect(tick).toBe("auto");
    expect(border).not.toBe(ground);
    await page.context().close();
  });

  test("at 350 pixels, and at 400 % zoom, nothing needs scrolling sideways", async () => {
    const { page, pane } = await open();
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
    const { page, pane } = await open();
    await pane.locator("#make").waitFor();
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
