/**
 * `npm test`: sets up what is missing and runs everything; `npm test -- unit` or `-- browser` runs a part.
 * Ends with a line of totals.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import {
  ensureBuild,
  ensureChromium,
  ensureLibreOffice,
  ensurePackages,
  ensureWorkbench,
  run,
} from "./setUp.mjs";

const part = process.argv[2] ?? "all";
const node = (...args) => run(process.execPath, args);
const RESULTS = "test-output";

async function step(name, work) {
  const start = Date.now();
  process.stdout.write(`\n— ${name}\n`);
  await work();
  process.stdout.write(`— ${name}: ${((Date.now() - start) / 1000).toFixed(1)} s\n`);
}

/** Programs side by side, one for each core; each one's output is shown when it has ended. */
async function together(...programs) {
  const outcomes = await Promise.all(
    programs.map(
      (args) =>
        new Promise((resolve, reject) => {
          const program = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
          let output = "";
          for (const stream of [program.stdout, program.stderr])
            stream.setEncoding("utf8").on("data", (part) => (output += part));
          program.on("error", reject).on("close", (status) => {
            process.stdout.write(output);
            resolve(status === 0 ? [] : [`${args.join(" ")} ended with ${status}`]);
          });
        }),
    ),
  );
  const failures = outcomes.flat();
  if (failures.length > 0) throw new Error(failures.join("\n"));
}

const totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs jest and adds its counts to the totals, also where it fails. */
function jest(name, ...args) {
  const file = `${RESULTS}/${name}.json`;
  fs.mkdirSync(RESULTS, { recursive: true });
  let failure;
  try {
    node("node_modules/jest/bin/jest.js", ...args, "--json", `--outputFile=${file}`);
  } catch (error) {
    failure = error;
  }
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
    fs.readFileSync(file, "utf8"),
  );
  totals.passed += numPassedTests;
  totals.failed += Math.max(numFailedTests, numFailedTestSuites);
  totals.skipped += numPendingTests;
  if (failure) throw failure;
}

async function all() {
  await step("packages", ensurePackages);
  const chromium = ensureChromium();
  process.env.CLV_CHROMIUM = chromium;
  ensureLibreOffice();
  await step("build", () => Promise.all([ensureBuild(), ensureWorkbench()]));
  if (part === "all")
    await step("types, lint and format", () =>
      together(
        ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"],
        ["node_modules/typescript/bin/tsc", "-p", "."],
        ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."],
      ),
    );
  if (part !== "browser") await step("unit, property and host tests", () => jest("unit", "--maxWorkers=2"));
  if (part !== "unit")
    await step("browser tests", () => jest("browser", "-c", "jest.browser.config.js", "--maxWorkers=2"));
}

let failed = false;
try {
  await all();
} catch (error) {
  failed = true;
  process.stdout.write(`\n${error.message}\n`);
  if (totals.failed === 0) totals.failed = 1;
}
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
process.exit(failed ? 1 : 0);
