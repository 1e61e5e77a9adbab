/**
 * `npm run bench [-- name]`: runs the bench files of bench/ and prints medians; `-- --write` also writes them, with the
 * machine, between the marks of docs/performance.md. What needs an Excel on the other side (`*.hosted.ts`) is run by jest.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBuild, ensurePackages } from "./setUp.mjs";

const OUT = path.resolve(".cache/bench");
const PAGE = "docs/performance.md";
const only = process.argv.slice(2).find((word) => !word.startsWith("--"));

ensurePackages();
await ensureBuild();
const files = fs
  .readdirSync("bench", { recursive: true })
  .filter((name) => name.endsWith(".bench.ts") && (!only || name.includes(only)))
  .sort();
fs.rmSync(OUT, { recursive: true, force: true });
const tsc = ["node_modules/typescript/bin/tsc", "--outDir", OUT, "--rootDir", ".", "--module", "commonjs"];
const more = [
  "--moduleResolution",
  "node10",
  "--ignoreDeprecations",
  "6.0",
  "--target",
  "ES2022",
  "--lib",
  "ES2023,DOM",
];
const rest = [
  "--ignoreConfig",
  "--skipLibCheck",
  "--esModuleInterop",
  "--resolveJsonModule",
  "--types",
  "node,office-js,custom-functions-runtime",
];
if (files.length > 0) {
  const bench = files.map((name) => path.join("bench", name));
  const compiled = spawnSync(process.execPath, [...tsc, ...more, ...rest, ...bench], { stdio: "inherit" });
  if (compiled.status !== 0) process.exit(1);
}
fs.mkdirSync(OUT, { recursive: true });
fs.writeFileSync(path.join(OUT, "package.json"), '{"type":"commonjs"}');

const require = createRequire(import.meta.url);
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const shown = (ms) => (ms < 10 ? ms.toFixed(2) : Math.round(ms).toLocaleString("en-US"));

async function measure({ prepare, run, repeats = 5 }) {
  const prepared = prepare?.();
  const times = [];
  for (let i = 0; i <= repeats; i++) {
    const start = process.hrtime.bigint();
    await run(prepared);
    if (i > 0) times.push(Number(process.hrtime.bigint() - start) / 1e6); // the first run is the warm-up
  }
  return median(times);
}

const rows = [];
for (const name of files) {
  const { cases } = require(path.join(OUT, "bench", name.replace(/\.ts$/, ".js")));
  for (const each of cases) {
    const ms = await measure(each);
    const row = `| ${path.basename(name, ".bench.ts")} | ${each.name} | ${shown(ms)} | ${each.goalMs ?? ""} |`;
    process.stdout.write(`${row}\n`);
    rows.push(row);
  }
}

/** The table of the bench files that jest runs; nothing where none is wanted. */
function hosted() {
  const wanted = fs
    .readdirSync("bench")
    .filter((name) => name.endsWith(".hosted.ts") && (!only || name.includes(only)));
  if (wanted.length === 0) return [];
  // A million orders lie on the sheet of our own Excel, in the same process.
  const jest = ["--max-old-space-size=6144", "node_modules/jest/bin/jest.js", "--runInBand"];
  const match = ["--silent", "--testMatch", "<rootDir>/bench/**/*.hosted.ts"];
  const { status } = spawnSync(process.execPath, [...jest, ...match], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
  return JSON.parse(fs.readFileSync(path.join(OUT, "hosted.json"), "utf8"));
}
const written = hosted();

function machine() {
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day}: ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, ${memory} GiB, ${os.type()} ${os.release()}, Node ${process.version}.`;
}

/** Puts lines between two marks of the page, under the machine they were measured on. */
function publish(mark, lines) {
  if (lines.length === 0) return;
  const [begin, end] = [`<!-- ${mark}:begin -->`, `<!-- ${mark}:end -->`];
  const page = fs.readFileSync(PAGE, "utf8");
  const before = page.slice(0, page.indexOf(begin));
  const after = page.slice(page.indexOf(end));
  fs.writeFileSync(PAGE, `${before}${begin}\n${[machine(), "", ...lines].join("\n")}\n${after}`);
}

if (process.argv.includes("--write")) {
  const head = ["| area | what | median ms | goal ms |", "| --- | --- | --- | --- |"];
  publish("bench", rows.length === 0 ? [] : [...head, ...rows]);
  publish("bench-writing", written);
}
