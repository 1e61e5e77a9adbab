import { execFileSync } from "node:child_process";

/** Asks scripts/reference.mjs, which is a module that jest does not read, for something as JSON. */
export const askReference = (what: string): unknown => {
  const script = `import("./scripts/reference.mjs").then(async (reference) => {
    const { readFileSync } = await import("node:fs");
    const catalogue = JSON.parse(readFileSync("generated/catalogue.json", "utf8"));
    console.log(JSON.stringify(reference.${what}(catalogue)));
  })`;
  return JSON.parse(execFileSync(process.execPath, ["-e", script], { encoding: "utf8", maxBuffer: 2 ** 26 }));
};
