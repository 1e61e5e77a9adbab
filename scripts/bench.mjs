/**
 * `npm run bench [-- name]`: runs the bench files of bench/ and prints medians; `-- --write` also writes them, with the
 * machine, between the marks of docs/performance.md.
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
const compiled = spawnSync(
  process.execPath,
  [...tsc, ...more, ...rest, ...files.map((name) => path.join("bench", name))],
  {
    stdio: "inherit",
  },
);
if (compiled.status !== 0) process.exit(1);
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

if (process.argv.includes("--write")) {
  const machine = `${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}, Node ${process.version}`;
  const table = [
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}.`,
    "",
    "| area | what | median ms | goal ms |",
    "| --- | --- | --- | --- |",
    ...rows,
  ];
  const marked = `<!-- bench:begin -->\n${table.join("\n")}\n<!-- bench:end -->`;
  const page = fs
    .readFileSync(PAGE, "utf8")
    .replace(/<!-- bench:begin -->[\s\S]*<!-- bench:end -->/, () => marked);
  fs.writeFileSync(PAGE, page);
}
