/** Orders of one's own by the button, and the workbook saved: good files, odd files and broken ones. */
import { readXlsx, writeXlsx } from "hucre/xlsx";
import fs from "node:fs";
import { openFile, sheetNames, valuesOf, useBrowser, useWorkbench } from "./browser";

const workbench = useWorkbench(useBrowser(), "?empty&lang=pl");

const open = (name: string, content: Uint8Array | string): Promise<string> =>
  openFile(workbench.page, name, content);

const LINES = "Klient;Data;Kwota\r\nŁukasz Żak;2025-01-31;1234,50\r\nIda;2025-02-28;99\r\n";
/** ISO dates become Excel's day numbers: 2025-01-31 is 45688. */
const CELLS = [
  ["Klient", "Data", "Kwota"],
  ["Łukasz Żak", 45688, "1234,50"],
  ["Ida", 45716, 99],
];

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, "utf16le");

/** The letters of the lines above that windows-1250 writes otherwise than Latin 1. */
const windows1250 = (text: string): Buffer =>
  Buffer.from([...text].map((letter) => ({ Ł: 0xa3, Ż: 0xaf })[letter] ?? letter.charCodeAt(0)));

test.each([
  ["semicolons.csv", Buffer.from(LINES)],
  ["utf8 mark.csv", Buffer.from(`\uFEFF${LINES}`)],
  ["utf16.txt", utf16(LINES)],
  ["windows.csv", windows1250(LINES)],
])("%s is read, letters, dates and separators", async (name, bytes) => {
  expect(await open(name, bytes)).toBe(`${name}: 3 rows. The file has not left this machine.`);
  expect(await valuesOf(workbench.pane, name.replace(/\..*/, ""), "A1:C3")).toEqual(CELLS);
});

test("quoted fields keep line breaks and separators, and what looks like a formula stays text", async () => {
  await open("quotes.csv", 'Customer,Note\n"Ada, Ltd","two\nlines ""so"""\nBob,=1+1\n');
  expect(await valuesOf(workbench.pane, "quotes", "A2:B3")).toEqual([
    ["Ada, Ltd", 'two\nlines "so"'],
    ["Bob", "=1+1"],
  ]);
});

test("a workbook comes with its sheets, dates and the results of its formulas", async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: "Sales",
        rows: [
          ["Customer", "Date", "Amount"],
          ["Ada", new Date(Date.UTC(2025, 0, 31)), null],
        ],
        cells: new Map([
          ["1,2", { value: null, formula: "2*21", formulaResult: 42, type: "formula" as const }],
        ]),
      },
      { name: "Notes", rows: [["read me"]] },
    ],
  });
  expect(await open("book.xlsx", new Uint8Array(bytes))).toContain("book.xlsx: 3 rows");
  expect(await valuesOf(workbench.pane, "Sales", "A2:C2")).toEqual([["Ada", 45688, 42]]);
  expect(await valuesOf(workbench.pane, "Notes", "A1")).toEqual([["read me"]]);
});

test.each([
  ["empty.csv", "", /is empty\. Choose a file with/],
  ["blank.csv", "\r\n\r\n", /nothing in it\. Choose a file with/],
  ["broken.xlsx", "PK\u0003\u0004 and then nothing", /damaged.+save it again as xlsx/],
  ["renamed.xlsx", "a,b\n1,2\n", /no xlsx workbook/],
  ["picture.csv", "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR", /no text file/],
  ["old.xls", "\u00d0\u00cf\u0011", /only CSV and xlsx.+save it as xlsx or CSV/],
])("%s is refused in words, and no sheet is added", async (name, content, words) => {
  const before = await sheetNames(workbench.pane);
  expect(await open(name, content)).toMatch(words);
  expect(await sheetNames(workbench.pane)).toEqual(before);
});

test("200,000 rows are read, selected and understood by the pane", async () => {
  const lines = Array.from({ length: 200_000 }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + (i % 730))).toISOString().slice(0, 10);
    return `C${i % 20_000},${day},${(i % 500) + 1}.25`;
  });
  const start = Date.now();
  expect(await open("many.csv", ["Customer,Date,Amount", ...lines].join("\n"))).toContain("200,001 rows");
  console.log(`200,000 rows opened in ${Date.now() - start} ms`);
  expect(await valuesOf(workbench.pane, "many", "A200001:C200001")).toEqual([
    ["C19999", expect.any(Number), 500.25],
  ]);
});

test("the workbook is saved as xlsx by the button", async () => {
  const { page } = workbench;
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  expect(download.suggestedFilename()).toBe("clv-workbench.xlsx");
  const book = await readXlsx(fs.readFileSync(await download.path()));
  const sales = book.sheets.find((sheet) => sheet.name === "Sales");
  expect(sales?.rows[1]?.[0]).toBe("Ada");
  expect(book.sheets.find((sheet) => sheet.name === "many")?.rows.length).toBe(200_001);
  await page.locator("#status").getByText("Saved as clv-workbench.xlsx.", { exact: true }).waitFor();
});
