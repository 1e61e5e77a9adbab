/**
 * Reads the doc blocks of src/functions: what Microsoft's metadata generator leaves out (formula, errors, examples,
 * source), by function id.
 */
import fs from "node:fs";
import path from "node:path";
import ts from "typescript";

const FUNCTIONS = "src/functions";

/** The files that declare worksheet functions. */
export const functionFiles = () =>
  fs
    .readdirSync(FUNCTIONS)
    .sort()
    .flatMap((name) => (name.endsWith(".ts") ? [path.join(FUNCTIONS, name)] : filesOfFolder(name)))
    .filter((file) => fs.readFileSync(file, "utf8").includes("@customfunction"));

/** A theme of several files: its index says which, in the order of the catalogue. */
const filesOfFolder = (name) =>
  [
    ...fs
      .readFileSync(path.join(FUNCTIONS, name, "index.ts"), "utf8")
      .matchAll(/export \* from "\.\/(\w+)"/g),
  ].map(([, part]) => path.join(FUNCTIONS, name, `${part}.ts`));

/** A theme is a file of src/functions, or a folder. */
const themeOf = (file) => path.relative(FUNCTIONS, file).split(path.sep)[0].replace(/\.ts$/, "");

/** One entry per worksheet function: `{id, theme, file, functionName, formula, errors, source, examples}`. */
export function functionDocs() {
  return functionFiles().flatMap((file) => {
    const source = ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
    return source.statements.filter(ts.isFunctionDeclaration).flatMap((node) => {
      const tags = ts.getJSDocTags(node);
      const texts = (name) =>
        tags
          .filter((tag) => tag.tagName.text === name)
          .map((tag) => (ts.getTextOfJSDocComment(tag.comment) ?? "").replace(/\s*\n\s*/g, " ").trim());
      const id = texts("customfunction")[0];
      if (id === undefined) return [];
      return [
        {
          id: id.split(" ")[0],
          theme: themeOf(file),
          file,
          functionName: node.name?.text,
          formula: texts("formula")[0] ?? "",
          returns: texts("returns")[0] ?? "",
          errors: texts("errors")[0] ?? "",
          source: texts("source")[0] ?? "",
          examples: texts("example").map(example),
        },
      ];
    });
  });
}

/** `=CLV.AOV(500000, 20000) → 25` as `{formula, result}`. */
function example(text) {
  const [formula, result] = text.split("→").map((part) => part.trim());
  return { formula, result: result ?? "" };
}
