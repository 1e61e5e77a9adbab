/**
 * Makes the function reference from generated/catalogue.json, which comes from the doc blocks of src/functions:
 * docs/reference/*.md for reading on the repository's site, and dist/reference.html, the help that Excel opens.
 */
import fs from "node:fs";
import ts from "typescript";

const OUT = "docs/reference";

/** The English titles of the themes, in catalogue order. */
function themeTitles() {
  const { outputText } = ts.transpileModule(fs.readFileSync("src/locales/en/themes.ts", "utf8"), {
    compilerOptions: { module: ts.ModuleKind.CommonJS },
  });
  const module = { exports: {} };
  new Function("module", "exports", outputText)(module, module.exports);
  return module.exports.themes;
}

/** `[theme, title, functions]` for every theme that has functions. */
function byTheme(catalogue) {
  const titles = themeTitles();
  const unknown = catalogue.find((entry) => !(entry.theme in titles));
  if (unknown) throw new Error(`src/locales/en/themes.ts has no title for the theme "${unknown.theme}"`);
  return Object.entries(titles)
    .map(([theme, title]) => [theme, title, catalogue.filter((entry) => entry.theme === theme)])
    .filter(([, , functions]) => functions.length > 0);
}

const signature = (entry) =>
  `${entry.name}(${entry.parameters.map((p) => (p.optional ? `[${p.name}]` : p.name)).join(", ")})`;

const anchor = (entry) => entry.name.toLowerCase().replaceAll(".", "-");

/** `[file name, text]` of every page of docs/reference. */
export function referencePages(catalogue) {
  const themes = byTheme(catalogue);
  const index = [
    "# Function reference",
    "",
    "Generated from the doc blocks of `src/functions` by `npm run docs`; do not edit.",
    `${catalogue.length} functions. Which one you need: [which-function.md](../which-function.md).`,
    "",
    ...themes.flatMap(([theme, title, functions]) => [
      `## [${title}](${theme}.md)`,
      "",
      "| function | what it gives |",
      "| --- | --- |",
      ...functions.map(
        (entry) => `| [${entry.name}](${theme}.md#${anchor(entry)}) | ${cell(entry.summary)} |`,
      ),
      "",
    ]),
  ];
  const pages = themes.map(([theme, title, functions]) => [
    `${theme}.md`,
    [`# ${title}`, "", "[All functions](README.md)", "", ...functions.flatMap(section)].join("\n"),
  ]);
  return [["README.md", index.join("\n")], ...pages];
}

const cell = (text) => text.replaceAll("|", "\\|");

function section(entry) {
  return [
    `<a id="${anchor(entry)}"></a>`,
    `## ${entry.name}`,
    "",
    entry.summary,
    "",
    "```",
    `=${signature(entry)}`,
    "```",
    "",
    "| argument | meaning |",
    "| --- | --- |",
    ...entry.parameters.map((p) => `| ${p.optional ? `[${p.name}]` : p.name} | ${cell(p.description)} |`),
    "",
    `**Gives** ${entry.returns}`,
    "",
    `**Formula** ${entry.formula}`,
    "",
    `**Errors** ${entry.errors}`,
    "",
    ...entry.examples.map(({ formula, result }) => `**Example** \`${formula}\` → \`${result}\`\n`),
    `**Source** ${entry.source}`,
    "",
  ];
}

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const html = (text) => text.replace(/[&<>"]/g, (character) => ESCAPES[character]);

/** The whole reference as one page; Excel's help link opens it at the function. Its only script is the search. */
export function referencePage(catalogue) {
  const themes = byTheme(catalogue);
  const entryHtml = (entry) => `<section id="${html(entry.name)}">
<h3>${html(entry.name)}</h3>
<p>${html(entry.summary)}</p>
<pre>=${html(signature(entry))}</pre>
<dl>${entry.parameters.map((p) => `<dt>${html(p.name)}${p.optional ? " <i>(optional)</i>" : ""}</dt><dd>${html(p.description)}</dd>`).join("")}</dl>
<p><b>Gives</b> ${html(entry.returns)}</p>
<p><b>Formula</b> ${html(entry.formula)}</p>
<p><b>Errors</b> ${html(entry.errors)}</p>
${entry.examples.map((e) => `<p><b>Example</b> <code>${html(e.formula)}</code> → <code>${html(e.result)}</code></p>`).join("\n")}
<p><b>Source</b> ${html(entry.source)}</p>
</section>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'">
<title>CLV for Excel: function reference</title><link rel="stylesheet" href="assets/reference.css">
<script src="assets/reference.js" defer></script></head><body>
<main><h1>CLV for Excel: function reference</h1>
<p id="search-bar" hidden><label>Search <input id="search" type="search"></label> <span id="found" role="status"></span></p>
<nav aria-label="Functions">${themes
    .map(
      ([, title, functions]) =>
        `<div class="theme"><h2>${html(title)}</h2><p>${functions.map((e) => `<a href="#${html(e.name)}">${html(e.name)}</a>`).join(" ")}</p></div>`,
    )
    .join("")}</nav>
${themes.map(([, title, functions]) => `<div class="theme"><h2>${html(title)}</h2>${functions.map(entryHtml).join("\n")}</div>`).join("\n")}
</main></body></html>
`;
}

if (process.argv[1]?.endsWith("reference.mjs")) {
  const catalogue = JSON.parse(fs.readFileSync("generated/catalogue.json", "utf8"));
  fs.rmSync(OUT, { recursive: true, force: true });
  fs.mkdirSync(OUT, { recursive: true });
  for (const [name, text] of referencePages(catalogue)) fs.writeFileSync(`${OUT}/${name}`, text);
  process.stdout.write(`${catalogue.length} functions in ${OUT}/\n`);
}
