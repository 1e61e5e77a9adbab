import { execFileSync } from "node:child_process";
import fs from "node:fs";

describe("docs/reference", () => {
  test("is what the doc blocks say today (else run `npm run docs`)", () => {
    const script = `import("./scripts/reference.mjs").then(async ({ referencePages }) => {
      const { readFileSync } = await import("node:fs");
      console.log(JSON.stringify(referencePages(JSON.parse(readFileSync("generated/catalogue.json", "utf8")))));
    })`;
    const pages = JSON.parse(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" })) as [
      string,
      string,
    ][];
    expect(fs.readdirSync("docs/reference").sort()).toEqual(pages.map(([name]) => name).sort());
    for (const [name, text] of pages) expect(fs.readFileSync(`docs/reference/${name}`, "utf8")).toBe(text);
  });
});
