/** What a new machine with nothing but Node 20 lacks: brought here by the commands that need it. No dependencies. */
import { execFileSync, spawnSync } from "node:child_process";
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
    aptGet(["libreoffice-calc", "poppler-utils", "fonts-noto-core", "fonts-dejavu"]);
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

/** The newest change below some files and folders. */
function newest(paths) {
  let latest = 0;
  const look = (file) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) for (const name of fs.readdirSync(file)) look(path.join(file, name));
    else latest = Math.max(latest, stat.mtimeMs);
  };
  paths.forEach(look);
  return latest;
}

function buildWhereStale(result, sources, label, args) {
  if ((fs.statSync(result, { throwIfNoEntry: false })?.mtimeMs ?? 0) > newest(sources)) return;
  say(`Building ${label} …`);
  execFileSync(process.execPath, ["node_modules/webpack/bin/webpack.js", ...args], { stdio: "inherit" });
  fs.utimesSync(result, new Date(), new Date());
}

const SOURCES = ["src", "assets", "scripts", "manifest.xml", "webpack.config.js", "package-lock.json"];

/** dist/, the production build of the add-in. */
export const ensureBuild = () =>
  buildWhereStale("dist/functions.js", SOURCES, "the add-in", ["--mode", "production"]);

/** .cache/workbench, the page that shows it without Excel. */
export const ensureWorkbench = () =>
  buildWhereStale(".cache/workbench/workbench.js", SOURCES, "the workbench (the first time takes a minute)", [
    "--config",
    "src/workbench/webpack.config.js",
  ]);
