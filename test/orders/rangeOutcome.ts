import { isoOfSerial } from "../../src/orders/cellValues/calendars";
import type { Cell } from "../../src/orders/cells";
import { completeColumns } from "../../src/orders/orderColumns";
import { createOrderReader } from "../../src/orders/readOrders";
import { recognise } from "../../src/orders/recognising/recognise";

export const TODAY = 46352; // 2026-11-26

/** What a range comes to, on one line: `used of all | first order | what was noted, with the sheet's rows | what is asked`. */
export function outcome(rows: readonly Cell[][], numberFormats?: readonly (readonly string[])[]): string {
  const recognition = recognise(rows.slice(0, 200), {
    today: TODAY,
    ...(numberFormats ? { numberFormats } : {}),
  });
  const columns = completeColumns(recognition.columns);
  if (!columns) return `no ${recognition.missing.join()}`;
  const reader = createOrderReader(columns, recognition.rules);
  const column = columns.amount.kind === "column" ? columns.amount.column : columns.amount.price;
  reader.add(
    rows,
    0,
    numberFormats?.map((row) => row[column] ?? ""),
  );
  const read = reader.finish();
  const { customer, customerIds, day, amount } = read.orders;
  const first =
    read.usedRows === 0
      ? "none"
      : `${customerIds[customer[0] ?? 0]} ${isoOfSerial(day[0] ?? 0)} ${amount[0]}`;
  const found = read.findings.map((finding) => {
    const shown =
      finding.count > 6 ? `all ${finding.count}` : Array.from(finding.rows, (row) => row + 1).join();
    return `${finding.reason} ${finding.treatment} ${shown}`;
  });
  const asked = recognition.questions.map((question) => `${question.kind}?`);
  return [`${read.usedRows} of ${read.sourceRows}`, first, ...found, ...asked].join(" | ");
}
