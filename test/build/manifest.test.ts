/** @jest-environment jsdom */
/*
 * What `office-addin-manifest validate` would ask of a service that cannot be reached from here (PLATFORM.md §1).
 */
import fs from "node:fs";

const text = fs.readFileSync("manifest.xml", "utf8");
const xml = new DOMParser().parseFromString(text, "application/xml");
const all = (name: string): Element[] => [...xml.getElementsByTagName(name)];
const childNames = (element: Element | undefined): string[] =>
  [...(element?.children ?? [])].map((e) => e.tagName);
const values = (element: Element): string[] =>
  [
    element.getAttribute("DefaultValue"),
    ...[...element.children].map((child) => child.getAttribute("Value")),
  ].map((value) => value ?? "");
const resources = ["bt:Image", "bt:Url", "bt:String"].flatMap(all).filter((e) => e.hasAttribute("id"));
const LOCALES = ["fa-IR", "ar-SA", "pl-PL", "hy-AM"];

/** The elements of `names` that are there come in this order. */
const inOrder = (present: string[], names: string[]): void =>
  expect(present).toEqual(names.filter((name) => present.includes(name)));

describe("manifest.xml", () => {
  test("is well-formed, with a GUID and a version of four numbers", () => {
    expect(all("parsererror")).toHaveLength(0);
    expect(all("Id")[0]?.textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(all("Version")[0]?.textContent).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  });

  test("has its elements in the order of the schema", () => {
    inOrder(childNames(xml.documentElement), [
      "Id",
      "Version",
      "ProviderName",
      "DefaultLocale",
      "DisplayName",
      "Description",
      "IconUrl",
      "HighResolutionIconUrl",
      "SupportUrl",
      "AppDomains",
      "Hosts",
      "Requirements",
      "DefaultSettings",
      "Permissions",
      "VersionOverrides",
    ]);
    const host = all("Host").find((element) => element.getAttribute("xsi:type") === "Workbook");
    inOrder(childNames(host), ["Runtimes", "AllFormFactors", "DesktopFormFactor"]);
    inOrder(childNames(all("DesktopFormFactor")[0]), ["GetStarted", "FunctionFile", "ExtensionPoint"]);
    inOrder(childNames(all("Resources")[0]), ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"]);
    const functions = all("ExtensionPoint").find((e) => e.getAttribute("xsi:type") === "CustomFunctions");
    expect(childNames(functions)).toEqual(["Script", "Page", "Metadata", "Namespace"]);
  });

  test("uses every resource, has every resource it uses, and keeps their ids within 32 characters", () => {
    const ids = resources.map((element) => element.getAttribute("id") ?? "");
    const used = [...xml.querySelectorAll("[resid]")].map((element) => element.getAttribute("resid") ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(used)].sort()).toEqual([...ids].sort());
    expect(ids.filter((id) => id.length > 32)).toEqual([]);
  });

  test("keeps short strings within 125 and long strings within 250 characters", () => {
    const longest = (parent: string): number =>
      Math.max(...[...(all(parent)[0]?.children ?? [])].flatMap(values).map((value) => value.length));
    expect(longest("bt:ShortStrings")).toBeLessThanOrEqual(125);
    expect(longest("bt:LongStrings")).toBeLessThanOrEqual(250);
    expect(
      Math.max(
        ...all("Description")
          .slice(0, 1)
          .flatMap(values)
          .map((value) => value.length),
      ),
    ).toBeLessThanOrEqual(250);
    expect(
      Math.max(
        ...all("DisplayName")
          .flatMap(values)
          .map((value) => value.length),
      ),
    ).toBeLessThanOrEqual(125);
  });

  test("is localized: every text has its four translations", () => {
    const texts = [...all("DisplayName"), all("Description")[0], ...all("bt:String")].filter(
      (element): element is Element =>
        element?.getAttribute("id") !== "Functions.Namespace" && element !== undefined,
    );
    expect(texts.length).toBeGreaterThan(8);
    for (const element of texts) {
      const locales = [...element.children].map((child) => child.getAttribute("Locale"));
      expect({ id: element.getAttribute("id"), locales }).toEqual({
        id: element.getAttribute("id"),
        locales: LOCALES,
      });
    }
  });

  test("asks for https everywhere, and every file it names is there", () => {
    const addresses = text.match(/https?:\/\/localhost:3000[^"<]*/g) ?? [];
    expect(addresses.filter((address) => !address.startsWith("https:"))).toEqual([]);
    const made = ["taskpane.html", "functions.js", "functions.json", "reference.html"];
    const translated = ["fa", "ar", "pl", "hy"].map((locale) => `functions.${locale}.json`);
    const named = addresses.map((address) =>
      address.replace("https://localhost:3000", "").replace(/^\//, ""),
    );
    const missing = named.filter(
      (file) => file && ![...made, ...translated].includes(file) && !fs.existsSync(file),
    );
    expect(missing).toEqual([]);
  });

  test("has icons of 16, 32 and 80 pixels for every button, and 64 for high resolution", () => {
    for (const icon of all("Icon")) {
      expect([...icon.children].map((image) => image.getAttribute("size"))).toEqual(["16", "32", "80"]);
    }
    for (const size of [16, 32, 64, 80]) {
      const png = fs.readFileSync(`assets/icon-${size}.png`);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  test("runs functions and pane in one long-lived page, and gives the pane no id of its own", () => {
    const runtime = all("Runtime")[0];
    expect(runtime?.getAttribute("lifetime")).toBe("long");
    const page = all("Page")[0]?.children[0]?.getAttribute("resid");
    const functionFile = all("FunctionFile")[0]?.getAttribute("resid");
    expect([runtime?.getAttribute("resid"), page, functionFile]).toEqual([
      "Pane.Url",
      "Pane.Url",
      "Pane.Url",
    ]);
    expect(all("TaskpaneId")).toHaveLength(0);
  });

  test("requires SharedRuntime 1.1 and nothing later, in the namespace CLV", () => {
    expect(all("Set").map((set) => [set.getAttribute("Name"), set.getAttribute("MinVersion")])).toEqual([
      ["SharedRuntime", "1.1"],
    ]);
    expect(xml.getElementById("Functions.Namespace")?.getAttribute("DefaultValue") ?? text).toContain("CLV");
  });

  test("is read by Microsoft's own reader", async () => {
    const { OfficeAddinManifest } = await import("office-addin-manifest");
    const manifest = await OfficeAddinManifest.readManifestFile("manifest.xml");
    expect(manifest).toMatchObject({ id: "8d9c2a6e-41b7-4f0e-9a35-6c0f2e7b51d4", defaultLocale: "en-US" });
  });
});
