/**
 * Makes generated/ from the doc blocks of src/functions and the translations in src/locales:
 * - functions.json and functions.<locale>.json, what Excel reads of the functions;
 * - associate.ts, which binds every id to its function;
 * - catalogue.json, what the reference page reads, and catalogue.<locale>.json, what the pane reads;
 * - formulas.json, what CLV.FORMULA reads.
 * Microsoft's generator does the reading; what it leaves out is completed here (docs/decisions/0003-functions.md).
 */
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import ts from "typescript";
import { functionDocs, functionFiles } from "./functionDocs.mjs";

const { generateCustomFunctionsMetadata } = createRequire(import.meta.url)("custom-functions-metadata");

const OUT = "generated";
const TRANSLATIONS = ["fa", "ar", "pl", "hy"];
/** Excel reads a name of up to three letters and a number as a cell's address. */
const CELL_ADDRESS = /^[A-Z]{1,3}\d{1,7}$/i;

/** @param {string} address where the add-in is deployed: Excel's help link of a function leads there. */
export async function makeMetadata(address = "https://localhost:3000") {
  const docs = functionDocs();
  const generated = await generateCustomFunctionsMetadata(functionFiles());
  refuse(generated.errors.map(String));
  const metadata = complete(JSON.parse(generated.metadataJson), docs, address);
  refuse(findProblems(metadata, docs));

  const translations = Object.fromEntries(TRANSLATIONS.map((locale) => [locale, loadTranslation(locale)]));
  fs.mkdirSync(OUT, { recursive: true });
  write("functions.json", metadata);
  for (const locale of TRANSLATIONS)
    write(`functions.${locale}.json`, translated(metadata, translations[locale]));
  const entries = catalogue(metadata, docs, translations);
  write("catalogue.json", entries);
  for (const locale of ["en", ...TRANSLATIONS])
    fs.writeFileSync(
      path.join(OUT, `catalogue.${locale}.json`),
      JSON.stringify(paneCatalogue(entries, locale)),
    );
  write("formulas.json", Object.fromEntries(docs.map((doc) => [doc.id, [doc.formula, doc.source]])));
  fs.writeFileSync(path.join(OUT, "associate.ts"), associations(docs));
  return { metadata, docs, translations };
}

function refuse(problems) {
  if (problems.length > 0) throw new Error(`Metadata of the functions:\n  ${problems.join("\n  ")}`);
}

const write = (name, content) =>
  fs.writeFileSync(path.join(OUT, name), `${JSON.stringify(content, null, 1)}\n`);

/**
 * Errors in cells reach the functions as arguments, a description is one line, and every argument is a block: the
 * generator overlooks that where a type is joined with null, as it is before an invocation.
 */
function complete(metadata, docs, address) {
  const functions = metadata.functions.map((entry) => ({
    ...entry,
    description: oneLine(entry.description),
    helpUrl: `${address}/reference.html#CLV.${entry.name}`,
    parameters: entry.parameters.map((parameter) => ({
      ...parameter,
      dimensionality: "matrix",
      description: oneLine(parameter.description),
    })),
  }));
  const order = docs.map((doc) => doc.id);
  functions.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return { allowErrorForDataTypeAny: true, functions };
}

const oneLine = (text) => (text ?? "").replace(/\s*\n\s*/g, " ").trim();

function findProblems(metadata, docs) {
  const problems = [];
  const seen = new Set();
  for (const { id, name, description, parameters } of metadata.functions) {
    const say = (what) => problems.push(`CLV.${id}: ${what}`);
    if (seen.has(id.toUpperCase())) say("declared twice");
    seen.add(id.toUpperCase());
    if (name.split(".").length === 1 && CELL_ADDRESS.test(name)) say("reads as a cell's address");
    if (name.length < 3) say("name has fewer than three characters");
    if (!description) say("no description");
    for (const parameter of parameters)
      if (!parameter.description) say(`no description of ${parameter.name}`);
    const doc = docs.find((each) => each.id === id);
    for (const part of ["formula", "errors", "source"]) if (!doc?.[part]) say(`no @${part}`);
    if (!doc?.examples.length) say("no @example");
  }
  return problems;
}

/** The translation of a language: a TypeScript file of plain data, read without its types. */
function loadTranslation(locale) {
  const file = `src/locales/${locale}/functions.ts`;
  if (!fs.existsSync(file)) return { parameters: {}, functions: {} };
  const { outputText } = ts.transpileModule(fs.readFileSync(file, "utf8"), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const module = { exports: {} };
  new Function("module", "exports", outputText)(module, module.exports);
  return module.exports.functionTexts;
}

/** A parameter's words: the function's own where it has some, else the glossary's for that name. */
const parameterText = (translation, id, parameter) =>
  translation.functions[id]?.parameters?.[parameter.name] ??
  translation.parameters[parameter.name] ??
  parameter.description;

function translated(metadata, translation) {
  return {
    ...metadata,
    functions: metadata.functions.map((entry) => ({
      ...entry,
      description: translation.functions[entry.id]?.description ?? entry.description,
      parameters: entry.parameters.map((parameter) => ({
        ...parameter,
        description: parameterText(translation, entry.id, parameter),
      })),
    })),
  };
}

function catalogue(metadata, docs, translations) {
  return metadata.functions.map((entry) => {
    const doc = docs.find((each) => each.id === entry.id);
    const localized = (locale) => ({
      summary: translations[locale].functions[entry.id]?.description ?? entry.description,
      parameters: Object.fromEntries(
        entry.parameters.map((parameter) => [
          parameter.name,
          parameterText(translations[locale], entry.id, parameter),
        ]),
      ),
    });
    return {
      id: entry.id,
      name: `CLV.${entry.name}`,
      theme: doc.theme,
      summary: entry.description,
      returns: doc.returns,
      formula: doc.formula,
      errors: doc.errors,
      parameters: entry.parameters.map(({ name, description, optional }) => ({
        name,
        description,
        optional: optional === true,
      })),
      example: doc.examples[0],
      examples: doc.examples,
      source: doc.source,
      localized: Object.fromEntries(TRANSLATIONS.map((locale) => [locale, localized(locale)])),
    };
  });
}

/**
 * What the pane shows of the catalogue in one language, so that nobody loads five. The English summary goes along: the
 * names are English, and so are the words that many search by.
 */
const paneCatalogue = (entries, locale) =>
  entries.map(({ id, name, theme, summary, formula, parameters, example, source, localized }) => ({
    id,
    name,
    theme,
    summary: localized[locale]?.summary ?? summary,
    ...(locale === "en" ? {} : { english: summary }),
    formula,
    parameters: parameters.map((parameter) => ({
      ...parameter,
      description: localized[locale]?.parameters[parameter.name] ?? parameter.description,
    })),
    example,
    source,
  }));

function associations(docs) {
  const themes = [...new Set(docs.map((doc) => doc.theme))];
  const imports = themes.map((theme) => `import * as ${theme} from "../src/functions/${theme}";`);
  const entries = docs.map((doc) => `  "${doc.id}": ${doc.theme}.${doc.functionName},`);
  return [
    "// Generated by scripts/metadata.mjs from the doc blocks of src/functions.",
    ...imports,
    "",
    "/** Every worksheet function by its id. */",
    "export const FUNCTIONS = {",
    ...entries,
    "};",
    "",
  ].join("\n");
}

if (process.argv[1]?.endsWith("metadata.mjs")) {
  const { metadata } = await makeMetadata();
  process.stdout.write(`${metadata.functions.length} functions described in ${OUT}/\n`);
}
