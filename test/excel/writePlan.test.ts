/** @jest-environment jsdom */
import type { PlanSource } from "../../src/summary/planOutline";
import { planSourceOf } from "../../src/summary/planOutline";
import type { WorkbookPlan } from "../../src/summary/plan";
import type { Progress } from "../../src/excel/progress";
import { writePlan } from "../../src/excel/writePlan";
import { startOffice } from "../workbench/officeHarness";
import type { OfficeHarness } from "../workbench/officeHarness";
import { codeOf } from "./problemCode";
import { smallPlan } from "./smallPlan";
import { workbookImage } from "./workbookImage";

const CUSTOMERS = [
  ["Ada", 120],
  ["=1+1", 30],
  ["00123", 50],
] as const;

const MORE = [...CUSTOMERS, ["Bob", 10], ["TRUE", 5], ["3/4", 7]] as const;

describe("writing a plan", () => {
  let excel: OfficeHarness;

  beforeEach(async () => {
    excel = await startOffice({
      sheets: [
        {
          name: "Orders",
          rows: [
            ["Customer", "Amount"],
            ["Ada", 120],
            ["Bob", 30],
          ],
        },
      ],
    });
  });
  afterEach(() => {
    excel.stop();
  });

  it("makes the sheets, and their formulas calculate", async () => {
    const report = await writePlan(smallPlan({ customers: CUSTOMERS }));
    expect(report).toMatchObject({ created: ["CLV Summary", "CLV Customers"], refreshed: [] });
    await excel.calculated();
    expect(excel.sheetNames()).toEqual(["Orders", "CLV Summary", "CLV Customers"]);
    expect(excel.values("CLV Summary!B2:B5")).toEqual([[0.4], [200], [80], [48]]);
    expect(await workbookImage(excel)).toMatchObject({ front: "CLV Summary" });
  });

  it("writes texts as texts, whatever they look like", async () => {
    await writePlan(smallPlan({ customers: MORE }));
    const ids = MORE.map(([id]) => [id]);
    expect(excel.values("CLV Customers!A2:A7")).toEqual(ids);
    expect(excel.values("CLV Summary!C5")).toEqual([["=1+1"]]);
  });

  it("changes nothing when the same plan is written again", async () => {
    await writePlan(smallPlan({ customers: CUSTOMERS }));
    const before = await workbookImage(excel);
    const report = await writePlan(smallPlan({ customers: CUSTOMERS }));
    expect(report).toEqual({ created: [], refreshed: ["CLV Summary", "CLV Customers"], cells: 0 });
    expect(await workbookImage(excel)).toEqual(before);
  });

  it.each([
    ["grows", CUSTOMERS, MORE],
    ["shrinks", MORE, CUSTOMERS],
  ])("gives the same workbook by a refresh that %s as from nothing", async (_, first, second) => {
    await writePlan(smallPlan({ customers: first, title: "Before" }));
    await writePlan(smallPlan({ customers: second, title: "After" }));
    const refreshed = await workbookImage(excel);
    excel.stop();
    excel = await startOffice({
      sheets: [
        {
          name: "Orders",
          rows: [
            ["Customer", "Amount"],
            ["Ada", 120],
            ["Bob", 30],
          ],
        },
      ],
    });
    await writePlan(smallPlan({ customers: second, title: "After" }));
    expect(refreshed).toEqual(await workbookImage(excel));
  });

  it("keeps formulas of other sheets and the user's notes beside ours alive through a refresh", async () => {
    await writePlan(smallPlan({ customers: CUSTOMERS }));
    excel.type("Orders!D1:D3", [
      ["='CLV Summary'!B3"],
      ["=SUM(ClvCustomers[Revenue])"],
      ["=clv_gross_margin"],
    ]);
    excel.type("CLV Summary!F2", [["a note of mine"]]);
    await writePlan(smallPlan({ customers: MORE }));
    await excel.calculated();
    expect(excel.values("Orders!D1:D3")).toEqual([[222], [222], [0.4]]);
    expect(excel.values("CLV Summary!F2")).toEqual([["a note of mine"]]);
  });

  it("does not write over something the user put where new rows would go", async () => {
    await writePlan(smallPlan({ customers: CUSTOMERS }));
    excel.type("CLV Customers!A6", [["mine"]]);
    const before = await workbookImage(excel);
    expect(await codeOf(writePlan(smallPlan({ customers: MORE })))).toBe("cellsInTheWay");
    expect(await workbookImage(excel)).toEqual(before);
  });

  it("reports progress up to the end", async () => {
    const steps: Progress[] = [];
    await writePlan(smallPlan({ customers: CUSTOMERS }), { onProgress: (step) => steps.push(step) });
    expect(steps.filter(({ phase }) => phase === "writing").at(-1)).toEqual({
      phase: "writing",
      done: 9,
      total: 9,
    });
    expect(steps.at(-1)).toEqual({ phase: "formatting", done: 2, total: 2 });
  });
});

const START = {
  sheets: [
    {
      name: "Orders",
      rows: [
        ["Customer", "Amount"],
        ["Ada", 120],
      ] as (string | number)[][],
    },
  ],
};

/** Fails at each request in turn until the work goes through, and looks at the workbook each time. */
async function failEverywhere(
  prepare: () => Promise<void>,
  plan: WorkbookPlan,
  fail: (excel: OfficeHarness, request: number) => void,
): Promise<number> {
  for (let request = 1; request < 200; request++) {
    const excel = await startOffice(START);
    try {
      await prepare();
      const before = await workbookImage(excel);
      fail(excel, request);
      const code = await codeOf(writePlan(plan));
      const reached = excel.faults.failAtRequest === 0;
      Object.assign(excel.faults, { failAtRequest: 0, failAfterActions: 0 });
      if (!reached) return request - 1;
      // office.js gives back its proxies in a request of its own, whose failure it keeps to itself.
      if (code === "none") continue;
      expect({ request, code, image: await workbookImage(excel) }).toEqual({
        request,
        code: "unexpected",
        image: before,
      });
    } finally {
      excel.stop();
    }
  }
  throw new Error("it never went through");
}

describe("a request that fails, whichever it is", () => {
  const failAt = (excel: OfficeHarness, request: number): void => {
    excel.faults.failAtRequest = request;
  };

  it("leaves no trace of new sheets", async () => {
    const prepare = (): Promise<void> => Promise.resolve();
    const failed = await failEverywhere(prepare, smallPlan({ customers: CUSTOMERS }), failAt);
    expect(failed).toBeGreaterThan(15);
  }, 60_000);

  it.each([
    ["grows", CUSTOMERS, MORE],
    ["shrinks", MORE, CUSTOMERS],
  ])(
    "leaves sheets of ours as they were when a refresh %s",
    async (_, first, second) => {
      const prepare = async (): Promise<void> => {
        await writePlan(smallPlan({ customers: first, title: "Before" }));
      };
      const plan = smallPlan({ customers: second, title: "After", rightToLeft: true, margin: 0.5 });
      const failed = await failEverywhere(prepare, plan, failAt);
      expect(failed).toBeGreaterThan(15);
    },
    120_000,
  );
});

describe("a request that is carried out in part before it fails", () => {
  it.each([1, 4, 15])(
    "leaves no trace of its first %i actions",
    async (actions) => {
      const prepare = async (): Promise<void> => {
        await writePlan(smallPlan({ customers: CUSTOMERS, title: "Before" }));
      };
      const plan = smallPlan({ customers: MORE, title: "After" });
      const failed = await failEverywhere(prepare, plan, (excel, request) => {
        Object.assign(excel.faults, { failAtRequest: request, failAfterActions: actions });
      });
      expect(failed).toBeGreaterThan(15);
    },
    120_000,
  );

  it("leaves no half-made sheets", async () => {
    const prepare = (): Promise<void> => Promise.resolve();
    await failEverywhere(prepare, smallPlan({ customers: CUSTOMERS }), (excel, request) => {
      Object.assign(excel.faults, { failAtRequest: request, failAfterActions: 3 });
    });
  }, 120_000);
});

describe("a cancel", () => {
  it.each([1, 2, 3, 4, 5])("at step %i leaves the workbook as it was", async (step) => {
    const excel = await startOffice(START);
    await writePlan(smallPlan({ customers: MORE }));
    const before = await workbookImage(excel);
    const stop = new AbortController();
    let steps = 0;
    const work = writePlan(smallPlan({ customers: CUSTOMERS, title: "After" }), {
      signal: stop.signal,
      onProgress: ({ phase }) => {
        if (phase !== "restoring" && ++steps === step) stop.abort();
      },
    });
    expect(await codeOf(work)).toBe("cancelled");
    expect(await workbookImage(excel)).toEqual(before);
    excel.stop();
  });
});

describe("a workbook that cannot be written", () => {
  let excel: OfficeHarness;
  let plan: WorkbookPlan | PlanSource;

  beforeEach(async () => {
    excel = await startOffice(START);
    plan = smallPlan({ customers: CUSTOMERS });
  });
  afterEach(() => {
    excel.stop();
  });

  const refused = async (code: string): Promise<void> => {
    const before = await workbookImage(excel);
    expect(await codeOf(writePlan(plan))).toBe(code);
    expect(await workbookImage(excel)).toEqual(before);
  };

  it("is not touched while a cell is being edited", async () => {
    excel.faults.editMode = true;
    await refused("editMode");
  });

  it("is not touched when its structure is protected", async () => {
    excel.faults.protectedStructure = true;
    await refused("protectedWorkbook");
  });

  it("is not touched when every request with cells is too large", async () => {
    excel.faults.payloadLimit = 1_500;
    await refused("payloadTooLarge");
  });

  it("is written in smaller pieces when requests are refused as too large", async () => {
    const customers = Array.from({ length: 400 }, (_, row) => [`Customer ${row}`, row] as const);
    plan = smallPlan({ customers, charts: false });
    excel.faults.payloadLimit = 12_000;
    await writePlan(plan);
    await excel.calculated();
    expect(excel.values("CLV Summary!B3")).toEqual([[79_800]]);
  });

  it("keeps a sheet of the user's that has the planned name", async () => {
    excel.host.backend.addSheet("CLV Summary");
    excel.type("CLV Summary!A1", [["mine"]]);
    await refused("sheetExists");
  });

  it("keeps a name of the user's", async () => {
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Orders").getRange("B2");
      context.workbook.names.add("clv_gross_margin", cell);
      await context.sync();
    });
    await refused("nameTaken");
  });

  it("keeps a table of the user's", async () => {
    await Excel.run(async (context) => {
      const table = context.workbook.worksheets.getItem("Orders").tables.add("A1:B2", true);
      table.name = "ClvCustomers";
      await context.sync();
    });
    await refused("tableTaken");
  });

  it("is not touched by a plan that Excel would refuse", async () => {
    const good = smallPlan({ customers: CUSTOMERS });
    plan = { ...good, sheets: good.sheets.map((sheet) => ({ ...sheet, name: "a/b" })) };
    await refused("invalidPlan");
    const broken = planSourceOf(good);
    plan = { ...broken, rows: () => Promise.resolve([["too short"]]) };
    await refused("invalidPlan");
  });

  it("comes back when a sheet is deleted under our feet", async () => {
    excel.faults.deleteSheet = { name: "CLV Summary", atRequest: 12 };
    await refused("sheetMissing");
  });
});
