import fs from "node:fs";
import { askReference } from "./askReference";

describe("docs/reference", () => {
  test("is what the doc blocks say today (else run `npm run docs`)", () => {
    const pages = askReference("referencePages") as [string, string][];
    expect(fs.readdirSync("docs/reference").sort()).toEqual(pages.map(([name]) => name).sort());
    for (const [name, text] of pages) expect(fs.readFileSync(`docs/reference/${name}`, "utf8")).toBe(text);
  });
});
