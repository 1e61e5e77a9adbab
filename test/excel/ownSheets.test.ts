/** @jest-environment jsdom */
import { insertFormula, goTo } from "../../src/excel/insertFormula";
import {
  freeName,
  readNames,
  readOwnSheet,
  resolveSheetNames,
  resolvedNames,
} from "../../src/excel/ownSheets";
import { writePlan } from "../../src/excel/writing/writePlan";
import { startOffice } from "../workbench/officeHarness";
import type { OfficeHarness } from "../workbench/officeHarness";
import { codeOf } from "./problemCode";
import { smallPlan } from "./smallPlan";

const WANTED = [
  { key: "summary", name: "CLV Summary" },
  { key: "customers", name: "CLV Customers" },
] as const;

let excel: OfficeHarness;

beforeEach(async () => {
  excel = await startOffice({
    sheets: [
      {
        name: "Orders",
        rows: [
          ["Customer", "Amount"],
          ["Ada", 5],
        ],
      },
    ],
  });
});
afterEach(() => {
  excel.stop();
});

const rename = (from: string, to: string): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(from).name = to;
    await context.sync();
  });

describe("names of the sheets to be written", () => {
  it("are the wanted ones in a workbook without them", async () => {
    expect(await resolveSheetNames(WANTED)).toEqual({
      summary: { name: "CLV Summary", exists: false },
      customers: { name: "CLV Customers", exists: false },
    });
  });

  it("get a number where a sheet of the user's has the name, whatever its capitals", async () => {
    excel.host.backend.addSheet("clv summary");
    expect(await resolveSheetNames(WANTED)).toMatchObject({
      summary: { name: "CLV Summary (2)", exists: false },
    });
  });

  it("follow a sheet of ours that the user has renamed", async () => {
    await writePlan(smallPlan({ customers: [["Ada", 5]] }));
    await rename("CLV Summary", "Board paper");
    expect(await resolveSheetNames(WANTED)).toEqual({
      summary: { name: "Board paper", exists: true },
      customers: { name: "CLV Customers", exists: true },
    });
  });

  it("prefer, of a sheet and its copy, the one with the wanted name", () => {
    const sheets = ["CLV Summary (2)", "CLV Summary"].map((name, id) => ({
      name,
      id: String(id),
      key: "summary" as const,
      protected: false,
    }));
    expect(resolvedNames(sheets, WANTED).summary).toEqual({ name: "CLV Summary", exists: true });
  });

  it("are cut to 31 characters with their number", () => {
    const long = "A name as long as Excel allows!";
    expect(freeName(long, [])).toBe(long);
    expect(freeName(long, [long])).toBe("A name as long as Excel all (2)");
  });
});

it("keeps a renamed sheet of ours in its place through a refresh", async () => {
  await writePlan(smallPlan({ customers: [["Ada", 5]] }));
  await rename("CLV Summary", "Board paper");
  const plan = smallPlan({ customers: [["Ada", 7]] });
  const sheets = plan.sheets.map((sheet) =>
    sheet.key === "summary" ? { ...sheet, name: "Board paper" } : sheet,
  );
  const report = await writePlan({ ...plan, sheets });
  expect(report).toMatchObject({ created: [], refreshed: ["Board paper", "CLV Customers"] });
  await excel.calculated();
  expect(excel.values("Board paper!B3")).toEqual([[7]]);
});

it("reads what one of our sheets holds, and named cells as the user left them", async () => {
  expect(await readOwnSheet("customers")).toBeNull();
  await writePlan(smallPlan({ customers: [["Ada", 5]] }));
  excel.type("CLV Summary!B2", [[0.5]]);
  await excel.calculated();
  expect(await readOwnSheet("customers")).toEqual({
    name: "CLV Customers",
    firstRow: 0,
    firstColumn: 0,
    values: [
      ["Customer", "Revenue", "Value"],
      ["Ada", 5, 2.5],
    ],
  });
  expect(await readNames(["clv_gross_margin", "clv_nowhere"])).toEqual({ clv_gross_margin: 0.5 });
});

describe("a formula from the catalogue", () => {
  it("goes into the active cell if that is empty", async () => {
    excel.select("Orders!D2");
    expect(await insertFormula("=SUM(B2:B2)")).toBe("Orders!D2");
    await excel.calculated();
    expect(excel.values("Orders!D2")).toEqual([[5]]);
  });

  it("does not replace anything unless asked to", async () => {
    excel.select("Orders!A2");
    expect(await codeOf(insertFormula("=1+1"))).toBe("cellNotEmpty");
    expect(excel.values("Orders!A2")).toEqual([["Ada"]]);
    await insertFormula("=1+1", { overwrite: true });
    expect(excel.formulas("Orders!A2")).toEqual([["=1+1"]]);
  });

  it("is refused by a protected sheet and while a cell is being edited", async () => {
    excel.select("Orders!D2");
    excel.faults.editMode = true;
    expect(await codeOf(insertFormula("=1"))).toBe("editMode");
    excel.faults.editMode = false;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Orders").protection.protect();
      await context.sync();
    });
    expect(await codeOf(insertFormula("=1"))).toBe("protectedSheet");
  });
});

it("goes to cells of a sheet, or says that the sheet is missing", async () => {
  await writePlan(smallPlan({ customers: [["Ada", 5]] }));
  await goTo("Orders", "B2");
  const [selected] = excel.backend.selection();
  expect(selected).toMatchObject({ row: 1, column: 1, rows: 1, columns: 1 });
  expect(await codeOf(goTo("Gone", "A1"))).toBe("sheetMissing");
});
