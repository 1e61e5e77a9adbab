/** @jest-environment jsdom */
import { startOffice } from "./officeHarness";
import type { OfficeHarness } from "./officeHarness";

/** Each rule is named with its source in src/workbench/host. */
describe("Excel's rules, as the workbench keeps them", () => {
  let excel: OfficeHarness;
  beforeEach(async () => {
    excel = await startOffice({
      sheets: [
        {
          name: "Orders",
          rows: [
            ["id", "amount"],
            ["a", 1],
            ["b", 2],
          ],
        },
      ],
    });
  });
  afterEach(() => excel.stop());

  const codeOf = async (work: (context: Excel.RequestContext) => void): Promise<string> => {
    try {
      await Excel.run(async (context) => {
        work(context);
        await context.sync();
      });
      return "done";
    } catch (error) {
      return String((error as { code?: unknown }).code);
    }
  };
  const sheet = (context: Excel.RequestContext): Excel.Worksheet =>
    context.workbook.worksheets.getItem("Orders");
  const put = (address: string, values: unknown[][]) => (context: Excel.RequestContext) => {
    sheet(context).getRange(address).values = values;
  };

  it("values must have the size of their range", async () => {
    expect(await codeOf(put("D1:E2", [[1]]))).toBe("InvalidArgument");
  });

  it("formulas keep a name that is pointed at other cells", async () => {
    await codeOf((context) => context.workbook.names.add("clv_amounts", sheet(context).getRange("B2:B2")));
    await codeOf((context) => (sheet(context).getRange("D1").formulas = [["=SUM(clv_amounts)"]]));
    await codeOf((context) => (context.workbook.names.getItem("clv_amounts").formula = "=Orders!$B$2:$B$3"));
    await excel.calculated();
    expect(excel.formulas("Orders!D1")).toEqual([["=SUM(clv_amounts)"]]);
    expect(excel.values("Orders!D1")).toEqual([[3]]);
  });

  it("formulas below stay when the first of a column is written again, the same or another", async () => {
    const formulas = [["=B1&1"], ["=B2&1"], ["=B3&1"]];
    await codeOf((context) => (sheet(context).getRange("D1:D3").formulas = formulas));
    await codeOf((context) => (sheet(context).getRange("D1").formulas = [["=B1&1"]]));
    expect(excel.formulas("Orders!D1:D3")).toEqual(formulas);
    await codeOf((context) => (sheet(context).getRange("D1").formulas = [["=B1&2"]]));
    await excel.calculated();
    expect(excel.formulas("Orders!D1:D3")).toEqual([["=B1&2"], ["=B2&1"], ["=B3&1"]]);
    expect(excel.values("Orders!D1:D3")).toEqual([["amount2"], ["11"], ["21"]]);
  });

  it("a cell that is given the format General is as one that was given none", async () => {
    const styles = () =>
      excel.backend.styles({
        sheet: excel.backend.sheets()[0]?.id ?? "",
        row: 0,
        column: 3,
        rows: 1,
        columns: 1,
      });
    const none = styles();
    await codeOf((context) => (sheet(context).getRange("D1").numberFormat = [["0.00"]]));
    expect(styles()).not.toEqual(none);
    await codeOf((context) => (sheet(context).getRange("D1").numberFormat = [["General"]]));
    expect(styles()).toEqual(none);
  });

  it("formulas follow several names that are pointed at other cells, however long they are", async () => {
    const both = [
      ["=SUMIFS(clv_a,clv_c,2)"],
      ['=ROUND(SUMIFS(clv_a,clv_c,">1",clv_a,">=0",clv_a,"<1000000"),0)'],
    ];
    const named = (a: string, c: string): Promise<string> =>
      codeOf((context) => {
        const { names } = context.workbook;
        const own = sheet(context);
        own.getRange("G1:H3").values = [
          [2, 10],
          [2, 20],
          [2, 40],
        ];
        if (a === "add") {
          names.add("clv_c", own.getRange(c));
          names.add("clv_a", own.getRange("H1:H2"));
          own.getRange("J1:J2").formulas = both;
        } else {
          names.getItem("clv_c").formula = `=Orders!${c}`;
          names.getItem("clv_a").formula = `=Orders!${a}`;
        }
      });
    await named("add", "G1:G2");
    await excel.calculated();
    expect(excel.values("Orders!J1:J2")).toEqual([[30], [30]]);
    await named("$H$1:$H$3", "$G$1:$G$3");
    await excel.calculated();
    expect(excel.values("Orders!J1:J2")).toEqual([[70], [70]]);
  });

  it("selects nothing of a sheet's own when cells of another are merged", async () => {
    await codeOf((context) => {
      const { worksheets } = context.workbook;
      worksheets.add("Other");
      sheet(context).getRange("A1:B1200").values = Array.from({ length: 1200 }, (_, i) => [i, i]);
      sheet(context).getRange("A1:B1200").select();
    });
    // A new sheet has 1,000 rows.
    const other = (context: Excel.RequestContext): Excel.Worksheet =>
      context.workbook.worksheets.getItem("Other");
    await codeOf((context) => other(context).getRange("A1:C1").merge(false));
    expect(await codeOf((context) => other(context).activate())).toBe("done");
    expect(excel.backend.selection()).toEqual([
      { sheet: excel.backend.sheets()[1]?.id, row: 0, column: 0, rows: 1, columns: 1 },
    ]);
  });

  it("merging cells of a sheet does not bring it to the front", async () => {
    const front = excel.backend.activeSheet();
    await codeOf((context) => context.workbook.worksheets.add("Other").getRange("A1:B1").merge(false));
    expect(excel.backend.merges(excel.backend.sheets()[1]?.id ?? "")).toHaveLength(1);
    expect(excel.backend.activeSheet()).toBe(front);
    await codeOf((context) => context.workbook.worksheets.getItem("Other").getRange("A1:B1").unmerge());
    expect(excel.backend.activeSheet()).toBe(front);
  });

  it("a chart that was laid over cells moves and grows with them", async () => {
    await codeOf((context) => {
      const chart = sheet(context).charts.add("Line", sheet(context).getRange("B1:B3"));
      chart.name = "Amounts";
      chart.setPosition("D5", "F9");
    });
    const lies = (): Promise<number[]> =>
      Excel.run(async (context) => {
        const chart = sheet(context).charts.getItem("Amounts").load("left,top,width,height");
        const over = sheet(context).getRange("D7:G11").load("left,top,width,height");
        await context.sync();
        return [chart, over].flatMap(({ left, top, width, height }) => [left, top, width, height]);
      });
    await codeOf((context) => {
      sheet(context).getRange("1:2").insert("Down");
      sheet(context).getRange("E:E").insert("Right");
      sheet(context).getRange("D:D").format.columnWidth = 200;
      sheet(context).getRange("8:8").format.rowHeight = 50;
    });
    const [left, top, width, height, ...over] = await lies();
    expect([left, top, width, height]).toEqual(over);
    await codeOf((context) => (sheet(context).charts.getItem("Amounts").left = 10));
    await codeOf((context) => (sheet(context).getRange("D:D").format.columnWidth = 50));
    expect((await lies()).slice(0, 4)).toEqual([10, top, width, height]);
  });

  it("cells deleted on a sheet behind leave the formulas of the one in front where they are", async () => {
    await codeOf((context) => {
      const other = context.workbook.worksheets.add("Other");
      other.getRange("A1:B3").formulas = [
        ["=Orders!B2", "=Orders!B3"],
        ["=SUM(Orders!B2:B3)", "=ROWS(Orders!B1:B3)"],
        ["=COLUMNS(Orders!A1:B1)", "=1+1"],
      ];
      other.activate();
    });
    await codeOf((context) => void sheet(context).getRange("2:2").delete("Up"));
    await codeOf((context) => void sheet(context).getRange("A:A").delete("Left"));
    await excel.calculated();
    expect(excel.values("Other!A1:B3")).toEqual([
      ["#REF!", 2],
      [2, 2],
      [1, 2],
    ]);
    expect(excel.backend.sheets().find(({ id }) => id === excel.backend.activeSheet())?.name).toBe("Other");
  });

  it("null leaves a cell and an empty text empties it", async () => {
    expect(await codeOf(put("A2:B2", [[null, ""]]))).toBe("done");
    expect(excel.values("Orders!A2:B2")).toEqual([["a", ""]]);
  });

  it("texts are read as if they were typed, unless they are marked as text", async () => {
    await codeOf(put("D1:D6", [["00123"], ["'00123"], ["12%"], ["2024-01-02"], ["TRUE"], ["-1+3"]]));
    await excel.calculated();
    expect(excel.values("Orders!D1:D6")).toEqual([[123], ["00123"], [0.12], [45293], [true], [2]]);
    await codeOf((context) => {
      sheet(context).getRange("E1").numberFormat = [["@"]];
      sheet(context).getRange("E1").values = [["=1+1"]];
    });
    expect(excel.values("Orders!E1")).toEqual([["=1+1"]]);
  });

  it("names of sheets, names and tables do not collide, and must be well formed", async () => {
    expect(await codeOf((context) => void context.workbook.worksheets.add("orders"))).toBe(
      "ItemAlreadyExists",
    );
    expect(await codeOf((context) => void context.workbook.worksheets.add("a/b"))).toBe("InvalidArgument");
    expect(await codeOf((context) => void context.workbook.names.add("A1", "=1"))).toBe("InvalidArgument");
    expect(await codeOf((context) => void context.workbook.names.add("clv_x", "=1"))).toBe("done");
    expect(await codeOf((context) => void context.workbook.names.add("CLV_X", "=2"))).toBe(
      "ItemAlreadyExists",
    );
    expect(await codeOf((context) => void (sheet(context).tables.add("A1:B3", true).name = "clv_x"))).toBe(
      "ItemAlreadyExists",
    );
  });

  it("a name finds its cells on a sheet with any name", async () => {
    const found = await Excel.run(async (context) => {
      const own = context.workbook.worksheets.add("Bob's US$ list");
      context.workbook.names.add("clv_x", "='Bob''s US$ list'!$B$2:$C$3");
      const range = context.workbook.names.getItem("clv_x").getRangeOrNullObject().load("address");
      own.load("name");
      await context.sync();
      return range.isNullObject ? null : range.address;
    });
    expect(found).toBe("'Bob''s US$ list'!B2:C3");
  });

  it("the last visible sheet stays", async () => {
    expect(await codeOf((context) => sheet(context).delete())).toBe("InvalidOperation");
  });

  it("a request that is too large is refused", async () => {
    excel.faults.payloadLimit = 2000;
    expect(
      await codeOf(
        put(
          "A1:A500",
          Array.from({ length: 500 }, () => [123456]),
        ),
      ),
    ).toBe("RequestPayloadSizeLimitExceeded");
    expect(excel.values("Orders!A2")).toEqual([["a"]]);
  });

  it("a cell that is being edited stops every request, or lets it wait", async () => {
    excel.faults.editMode = true;
    expect(await codeOf(put("A1", [["x"]]))).toBe("InvalidOperationInCellEditMode");
    setTimeout(() => (excel.faults.editMode = false), 80);
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      put("A1", [["x"]])(context);
      await context.sync();
    });
    expect(excel.values("Orders!A1")).toEqual([["x"]]);
  });

  it("whole columns have no values, and a chart is no selection", async () => {
    const values = await Excel.run(async (context) => {
      const range = sheet(context).getRange("A:B").load("values,address");
      await context.sync();
      return [range.values, range.address];
    });
    expect(values).toEqual([null, "Orders!A:B"]);
    excel.faults.chartSelected = true;
    expect(await codeOf((context) => void context.workbook.getSelectedRange().load("address"))).toBe(
      "InvalidSelection",
    );
  });

  it("a protected sheet and a protected workbook refuse changes", async () => {
    await codeOf((context) => sheet(context).protection.protect());
    expect(await codeOf(put("A1", [["x"]]))).toBe("AccessDenied");
    expect(await codeOf((context) => sheet(context).protection.protect())).toBe("InvalidOperation");
    excel.faults.protectedStructure = true;
    expect(await codeOf((context) => void context.workbook.worksheets.add("New"))).toBe("AccessDenied");
  });

  it("a sheet that is deleted under our feet is not found", async () => {
    await codeOf((context) => void context.workbook.worksheets.add("Gone"));
    excel.faults.deleteSheet = { name: "Gone", atRequest: 1 };
    expect(
      await codeOf(
        (context) => void (context.workbook.worksheets.getItem("Gone").getRange("A1").values = [[1]]),
      ),
    ).toBe("ItemNotFound");
  });

  it("20,000 rows of eight columns are written in one request", async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => [
      `C${row}`,
      row,
      row / 7,
      45000 + row,
      1,
      2,
      3,
      4,
    ]);
    expect(await codeOf(put("A1:H20000", rows))).toBe("done");
    expect(excel.values("Orders!C20000")).toEqual([[19_999 / 7]]);
  });
});
