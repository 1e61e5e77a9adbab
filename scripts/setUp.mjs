/** What a new machine with nothing but Node 20 lacks: brought here by the commands that need it. No dependencies. */
import { spawn, spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const say = (text) => process.stdout.write(`${text}\n`);

export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}`);
}

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Installs the packages of package-lock.json where they are missing or another lock file was installed. */
export function ensurePackages() {
  const [major] = process.versions.node.split(".").map(Number);
  if (major < 20) throw new Error(`Node 20 or later is needed; this is ${process.version}`);
  const lock = crypto.createHash("sha256").update(fs.readFileSync("package-lock.json")).digest("hex");
  const mark = "node_modules/.clv-lock";
  if (fs.existsSync(mark) && fs.readFileSync(mark, "utf8") === lock) return;
  say("Installing packages (once, about a minute) …");
  run(npm, ["ci", "--no-audit", "--no-fund"], { shell: process.platform === "win32" });
  fs.writeFileSync(mark, lock);
}

const CHROMIUM = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** The path of a program, or null. */
export function find(names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
      const file = path.join(folder, name);
      if (fs.existsSync(file)) return file;
    }
  }
  return null;
}

/** A Chromium for the browser tests: CLV_CHROMIUM, one that is installed, or Debian's. */
export function ensureChromium() {
  const found = () => process.env.CLV_CHROMIUM ?? find(CHROMIUM);
  if (!found()) aptGet(["chromium"]);
  const chromium = found();
  if (!chromium) {
    throw new Error(
      "The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CLV_CHROMIUM",
    );
  }
  return chromium;
}

/** LibreOffice recalculates the saved summary as an independent engine. Where it cannot be had, the tests say so. */
export function ensureLibreOffice() {
  if (!find(["soffice", "libreoffice"]))
    aptGet([
      "libreoffice-calc",
      "poppler-utils",
      "fonts-noto-core",
      "fonts-dejavu",
      "fonts-crosextra-carlito",
    ]);
  const office = find(["soffice", "libreoffice"]);
  if (!office)
    say(
      "LibreOffice is not here: the tests that recalculate with it will be skipped (apt-get install libreoffice-calc)",
    );
  return office;
}

function aptGet(packages) {
  const privileged = process.getuid?.() === 0;
  const apt = find(["apt-get"]);
  if (!apt || (!privileged && !find(["sudo"]))) return;
  const command = privileged ? [apt] : ["sudo", "-n", apt];
  const call = (...args) =>
    spawnSync(command[0], [...command.slice(1), ...args], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  say(`Installing ${packages.join(", ")} from Debian …`);
  call("update", "-q");
  call("install", "-y", "-q", "--no-install-recommends", ...packages);
}

/** The newest change below some files and folders; a file that is gone is a change of now. */
function newest(paths, except) {
  let latest = 0;
  const look = (file) => {
    if (file === except) return;
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat) latest = Infinity;
    else if (stat.isDirectory()) for (const name of fs.readdirSync(file)) look(path.join(file, name));
    else latest = Math.max(latest, stat.mtimeMs);
  };
  paths.forEach(look);
  return latest;
}

const madeAt = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;

async function build(result, label, args) {
  say(`Building ${label} …`);
  const start = Date.now();
  const webpack = spawn(process.execPath, ["node_modules/webpack/bin/webpack.js", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  webpack.stdout.on("data", (part) => (output += part));
  const status = await new Promise((resolve, reject) => webpack.on("error", reject).on("close", resolve));
  if (status !== 0) throw new Error(`${output}\nBuilding ${label} ended with ${status}`);
  fs.utimesSync(result, new Date(), new Date());
  say(`Built ${label} in ${Math.round((Date.now() - start) / 1000)} s.`);
}

const TOOLS = ["package-lock.json", "tsconfig.json"];
const ADD_IN = "dist/functions.js";
const WORKBENCH = ".cache/workbench/workbench.js";

/** dist/, the production build of the add-in. */
export async function ensureBuild() {
  const sources = ["src", "assets", "scripts", "manifest.xml", "webpack.config.js", ...TOOLS];
  if (madeAt(ADD_IN) > newest(sources, path.join("src", "workbench"))) return;
  await build(ADD_IN, "the add-in", ["--mode", "production"]);
}

/** .cache/workbench, the page that shows it without Excel. It is made anew when a file that is in it has changed. */
export async function ensureWorkbench() {
  const config = "src/workbench/webpack.config.js";
  const made = madeAt(WORKBENCH);
  if (made > -Infinity) {
    const modules = fs.readFileSync(WORKBENCH, "utf8").matchAll(/^\/\*\*\*\/ "\.\/(src\/[^"!]+)"$/gm);
    const sources = new Set([...modules].map(([, file]) => file ?? ""));
    if (sources.size > 0 && made > newest([...sources, config, ...TOOLS])) return;
  }
  await build(WORKBENCH, "the workbench", ["--config", config]);
}
