/** `npm start`: sets up what is missing, builds, serves the workbench with sample orders and opens it. */
import { spawn } from "node:child_process";
import { ensureBuild, ensurePackages, ensureWorkbench } from "./setUp.mjs";

const value = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

const wished = Number(value("--port") ?? process.env.PORT ?? 3000);
if (!Number.isInteger(wished) || wished < 0 || wished > 65535) {
  process.stderr.write("--port wants a whole number from 0 to 65535, such as: npm start -- --port 3000\n");
  process.exit(1);
}
ensurePackages();
await Promise.all([ensureBuild(), ensureWorkbench()]);
const { serve } = await import("../src/workbench/server.mjs");
const { url, port } = await serve({ port: wished });
const other = port === wished || wished === 0 ? "" : `Port ${wished} is taken, so another is used.\n`;
process.stdout.write(`\n${other}CLV for Excel is at ${url}\nPress Ctrl+C to stop.\n`);
if (!process.argv.includes("--no-open")) open(url);

function open(address) {
  const commands = { darwin: ["open", address], win32: ["cmd", "/c", "start", "", address] };
  const [command, ...args] = commands[process.platform] ?? ["xdg-open", address];
  // Without a desktop there is nothing to open: the address is printed above.
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
