import fs from "node:fs";
import path from "node:path";

/** The folders that people write; docs/reference is made from the doc blocks. */
const FOLDERS = ["src", "test", "bench", "scripts", "docs", "assets"];

const files = [
  ...fs.readdirSync(".").filter((name) => fs.statSync(name).isFile()),
  ...FOLDERS.flatMap((folder) =>
    fs.readdirSync(folder, { recursive: true }).map((name) => path.posix.join(folder, String(name))),
  ),
];
const ending = (...endings: string[]): string[] =>
  files.filter((file) => endings.includes(path.extname(file)));
const textOf = (file: string): string => fs.readFileSync(file, "utf8");

/** Files named in a text, each with or without folders before it; those of the build are there only after it. */
function filesNamed(text: string): string[] {
  const named = text.match(/[\w<>*./-]*\w\.(?:tsx?|mjs|py)\b(?!\w)/g) ?? [];
  return named.map((name) => name.replace(/^(?:\.{1,2}\/)+/, "").replace("<language>", "pl"));
}
const isThere = (name: string): boolean => files.some((file) => file === name || file.endsWith(`/${name}`));
const MADE = ["associate.ts"];
const isOfNoFile = (name: string): boolean => /[<*]/.test(name) || MADE.includes(name);

const docs = ending(".md").filter((file) => !file.startsWith("docs/reference/") && file !== "CHANGELOG.md");
const code = ending(".ts", ".mjs", ".js", ".py").filter((file) => !file.startsWith("docs/"));

describe("what the docs name is there", () => {
  test.each(docs)("in %s", (file) => {
    const text = textOf(file);
    const folders = [...text.matchAll(/`((?:src|test|bench|scripts|docs|assets)\/[\w/-]+)`/g)].map(
      ([, name]) => name,
    );
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = ""]) =>
      path.posix.join(path.posix.dirname(file), to),
    );
    const missing = [
      ...filesNamed(text).filter((name) => !isOfNoFile(name) && !isThere(name)),
      ...[...folders, ...links].filter((name) => name !== undefined && !fs.existsSync(name)),
    ];
    expect(missing).toEqual([]);
  });
});

test("files that comments name are there", () => {
  const comments = (text: string): string => (text.match(/\/\*\*?[\s\S]*?\*\/|\/\/ .*/g) ?? []).join("\n");
  const missing = code.flatMap((file) =>
    filesNamed(comments(textOf(file)))
      .filter((name) => !isOfNoFile(name) && !isThere(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test("what is exported is used in another file", () => {
  const wordsOf = new Map(code.map((file) => [file, new Set(textOf(file).match(/[\w$]+/g))]));
  const holders = new Map<string, number>();
  for (const words of wordsOf.values())
    for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1);
  // The worksheet functions are bound by their doc blocks; a language and a benchmark is found by its file.
  const found = /^src\/functions\/|^src\/locales\/languages\/|^bench\//;
  const unused = code
    .filter((file) => file.endsWith(".ts") && !found.test(file))
    .flatMap((file) =>
      [...textOf(file).matchAll(/^export (?:async )?(?:const|function|class) ([\w$]+)/gm)]
        .filter(([, name = ""]) => (holders.get(name) ?? 0) < 2)
        .map(([, name]) => `${file}: ${name}`),
    );
  expect(unused).toEqual([]);
});
