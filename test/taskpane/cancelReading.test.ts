/** @jest-environment jsdom */
import { EngineProblem } from "../../src/worker/engine";
import { workbookImage } from "../excel/workbookImage";
import { fakeConnection } from "./fakeServices";
import { openPane, readOrders } from "./realPane";
import { until } from "../until";

/** The worker is ended while it reads: what it rejects with passes through the reading of Excel's cells. */

const ORDERS = Array.from({ length: 40 }, (_, i) => [`C-${i % 8}`, 45_292 + i * 15, 20]);

it.each([
  ["cancelled", "The workbook is as it was."],
  ["broken", "The calculation stopped"],
] as const)(
  "says so where the engine is %s while the orders are read",
  async (code, words) => {
    const connection = fakeConnection();
    const { engine } = connection;
    let making = false;
    const opened = await openPane([["Customer", "Date", "Amount"], ...ORDERS], {
      connection: {
        ...connection,
        engine: {
          ...engine,
          add: (rows, firstRow, formats) =>
            making ? Promise.reject(new EngineProblem(code)) : engine.add(rows, firstRow, formats),
        },
      },
    });
    await readOrders(opened);
    making = true;
    const before = await workbookImage(opened.excel);
    opened.pane.summary.actions.make();
    await until(() => opened.store.get().problems.run !== undefined);
    expect(document.querySelector(".make-bar")?.textContent).toContain(words);
    expect(await workbookImage(opened.excel)).toEqual(before);
    opened.excel.stop();
  },
  120_000,
);
