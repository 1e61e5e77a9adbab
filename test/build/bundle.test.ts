import fs from "node:fs";
import vm from "node:vm";
import zlib from "node:zlib";
import { associated, customFunctions } from "../functions/customFunctions";

interface Metadata {
  functions: {
    id: string;
    name: string;
    description: string;
    helpUrl: string;
    parameters: { name: string; description: string; type: string; dimensionality: string }[];
  }[];
  allowErrorForDataTypeAny: boolean;
}

const TRANSLATIONS = ["fa", "ar", "pl", "hy"];
const read = (name: string): string => fs.readFileSync(`dist/${name}`, "utf8");
const metadataOf = (name: string): Metadata => JSON.parse(read(name)) as Metadata;
const metadata = metadataOf("functions.json");

describe("the production build", () => {
  test("holds what the manifest and the pane ask for", () => {
    const files = fs.readdirSync("dist");
    const expected = [
      "assets",
      "functions.js",
      "functions.json",
      "manifest.xml",
      "reference.html",
      "taskpane.html",
    ];
    expect(files).toEqual(expect.arrayContaining([...expected, "taskpane.js", "taskpane.css", "worker.js"]));
    expect(files).toEqual(expect.arrayContaining(TRANSLATIONS.map((locale) => `functions.${locale}.json`)));
  });

  test("functions.js loads where only CustomFunctions exists, and binds every id of functions.json", () => {
    associated.clear();
    vm.runInNewContext(read("functions.js"), { CustomFunctions: customFunctions });
    expect([...associated.keys()].sort()).toEqual(metadata.functions.map((entry) => entry.id).sort());
  });

  test("functions.js stays small enough to load with the workbook", () => {
    // 56.0 KB in November 2026; 60.3 KB since predictions have bounds; 65.6 KB since values, the sum over customers,
    // the bootstrap and the profile have them, and standings name their limiting model in five languages; 66.3 KB with
    // two limits named, and without comlink. Without the probability models see functionsWithoutModels.test.ts.
    expect(zlib.gzipSync(read("functions.js")).length / 1024).toBeLessThan(67);
  });

  test("the pane loads one language, and the engine only in its worker", () => {
    // 277 KB with five languages, their catalogues and the engine; 87 KB without, with the words of the sheets by which
    // the pane explains each figure, in November 2026.
    expect(zlib.gzipSync(read("taskpane.js")).length / 1024).toBeLessThan(95);
    const files = fs.readdirSync("dist");
    expect(files).toEqual(expect.arrayContaining(TRANSLATIONS.map((locale) => `language.${locale}.js`)));
    expect(files).toEqual(expect.arrayContaining(["en", ...TRANSLATIONS].map((l) => `catalogue.${l}.json`)));
    expect(read("taskpane.js")).not.toContain("Kapitał klientów");
    expect(read("language.pl.js")).toContain("Kapitał klientów");
  });

  test("the bundles need neither eval nor inline code", () => {
    for (const name of fs.readdirSync("dist").filter((file) => file.endsWith(".js"))) {
      expect({ name, eval: /\beval\(|new Function\(/.test(read(name)) }).toEqual({ name, eval: false });
    }
    expect(read("taskpane.html")).not.toMatch(/<style|style="|onclick=|<script(?![^>]*src=)/);
  });

  test("the pane loads office.js from Microsoft's CDN in its head", () => {
    const head = read("taskpane.html").split("</head>")[0] ?? "";
    expect(head).toMatch(
      /<script src="?https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js"?>/,
    );
  });
});

describe("the metadata of the functions", () => {
  test("describes every function and argument, takes errors as arguments, and links to the help", () => {
    expect(metadata.allowErrorForDataTypeAny).toBe(true);
    for (const entry of metadata.functions) {
      expect(entry.description.length).toBeGreaterThan(20);
      expect(entry.helpUrl).toMatch(/^https:\/\/.+\/reference\.html#CLV\./);
      for (const parameter of entry.parameters) {
        expect(parameter.description.length).toBeGreaterThan(3);
        expect([parameter.type, parameter.dimensionality]).toEqual(["any", "matrix"]);
      }
    }
  });

  test("has unique names of at least three characters that do not read as a cell's address", () => {
    const names = metadata.functions.map((entry) => entry.name.toUpperCase());
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length < 3 || /^[A-Z]{1,3}\d+$/.test(name))).toEqual([]);
  });

  test.each(TRANSLATIONS)("is translated in full into %s", (locale) => {
    const translated = metadataOf(`functions.${locale}.json`);
    const untranslated = translated.functions.flatMap((entry, i) => {
      const english = metadata.functions[i];
      const parameters = entry.parameters.filter(
        (p, k) => p.description === english?.parameters[k]?.description,
      );
      return [
        ...(entry.description === english?.description ? [entry.id] : []),
        ...parameters.map((parameter) => `${entry.id}.${parameter.name}`),
      ];
    });
    expect(untranslated).toEqual([]);
  });

  test("its help links lead to entries of the reference page", () => {
    const page = read("reference.html");
    const missing = metadata.functions.filter(
      (entry) => !new RegExp(`id="?CLV\\.${entry.name.replaceAll(".", "\\.")}["> ]`).test(page),
    );
    expect(missing.map((entry) => entry.id)).toEqual([]);
  });
});
