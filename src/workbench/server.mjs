/** Serves the workbench: plain Node, no dependencies, on this machine only. */
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xml": "text/xml",
};

/** Where an address leads. office.js comes from node_modules, byte for byte. */
const FOLDERS = [
  ["/office-js/", "node_modules/@microsoft/office-js/dist"],
  ["/addin/", "dist"],
  ["/workbench/", ".cache/workbench"],
  ["/seams/", "src/workbench"],
  ["/", "src/workbench/page"],
];
/** All that may be asked for of our own sources. */
const SOURCES = ["/index.html", "/seams/seams.js"];

/** The pane's policy (PLATFORM.md, section 5), with office.js from here. */
const PANE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "font-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The workbench's own: the grid writes styles into the page, nothing comes from elsewhere. */
const PAGE_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
  "worker-src 'self' blob:; base-uri 'none'; form-action 'none'";

const OFFICE_SCRIPT =
  /<script[^>]*src="?https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js"?[^>]*><\/script>/;

/** The production page, but for one address and one script tag. */
export function withLocalOffice(html) {
  if (!OFFICE_SCRIPT.test(html)) throw new Error("the pane does not load office.js from Microsoft's address");
  return html.replace(
    OFFICE_SCRIPT,
    '<script src="/office-js/office.js"></script><script src="/seams/seams.js"></script>',
  );
}

function fileOf(address, addin) {
  const [prefix, folder] = FOLDERS.find(([start]) => address.startsWith(start));
  const base = path.resolve(ROOT, prefix === "/addin/" ? addin : folder);
  const file = path.join(base, address.slice(prefix.length));
  const inside = file.startsWith(base + path.sep);
  const isSource = folder.startsWith("src/");
  if (!inside || (isSource && !SOURCES.includes(address))) return null;
  return fs.existsSync(file) && fs.statSync(file).isFile() ? file : null;
}

/**
 * @param {{port?: number, host?: string, addin?: string}} options port 0 takes any that is free, as does a port in use;
 *   addin is the folder of the add-in's build
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>}>}
 */
export async function serve({ port = 0, host = "127.0.0.1", addin = "dist" } = {}) {
  const server = http.createServer((request, response) => {
    let address;
    try {
      address = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    } catch {
      response.writeHead(400).end();
      return;
    }
    if (address === "/") address = "/index.html";
    const file = fileOf(address, addin);
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not here.");
      return;
    }
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    const headers = {
      "content-type": `${type}; charset=utf-8`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": address.startsWith("/addin/") ? PANE_POLICY : PAGE_POLICY,
    };
    if (address === "/addin/taskpane.html") {
      response.writeHead(200, headers).end(withLocalOffice(fs.readFileSync(file, "utf8")));
      return;
    }
    response.writeHead(200, headers);
    fs.createReadStream(file).pipe(response);
  });
  await listen(server, port, host);
  const { port: taken } = server.address();
  return {
    url: `http://${host}:${taken}/`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server, port, host) {
  try {
    await attempt(server, port, host);
  } catch (error) {
    if (error.code !== "EADDRINUSE" || port === 0) throw error;
    await attempt(server, 0, host);
  }
}

function attempt(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
