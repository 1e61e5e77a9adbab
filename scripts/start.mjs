/** `npm start`: sets up what is missing, builds, serves the workbench with sample orders and opens it. */
import { spawn } from "node:child_process";
import { ensureBuild, ensurePackages, ensureWorkbench } from "./setUp.mjs";

const value = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

ensurePackages();
ensureBuild();
ensureWorkbench();
const { serve } = await import("../src/workbench/server.mjs");
const { url } = await serve({ port: Number(value("--port") ?? process.env.PORT ?? 3000) });
process.stdout.write(`\nCLV for Excel is at ${url}\nPress Ctrl+C to stop.\n`);
if (!process.argv.includes("--no-open")) open(url);

function open(address) {
  const commands = { darwin: ["open", address], win32: ["cmd", "/c", "start", "", address] };
  const [command, ...args] = commands[process.platform] ?? ["xdg-open", address];
  // Without a desktop there is nothing to open: the address is printed above.
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
