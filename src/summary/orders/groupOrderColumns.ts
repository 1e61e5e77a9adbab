import { SOURCE_FORM } from "../../orders/orderTable";
import { columnLetters } from "../layout/cellAddress";
import type { Column } from "../layout/columnTable";
import type { Context } from "../context";
import { LIVE_FIRSTS } from "../liveLimits";
import { formulaText } from "../layout/figureLines";
import { inputNumber } from "../board/keyFigures";
import { formula } from "../layout/sheetDraft";

/** Per order: its group's number, and whether it is the customer's first of the period in it. */
export function groupOrderColumns(context: Context): Column[] {
  const { orders, inputs } = context.request;
  const { group } = orders;
  if (group === undefined) return [];
  const format = { style: "formula", numberFormat: context.formats.number } as const;
  const words = context.words.groupsSheet;
  const letter = groupColumn(context);
  const firsts = firstsInGroup(context);
  const isLive = orders.length <= LIVE_FIRSTS;
  const start = inputNumber(inputs, "periodStart");
  return [
    {
      header: words.orderGroup,
      width: 9,
      format: isLive ? format : { ...format, style: "modelValue" },
      name: "clv_order_group",
      cell: (i) => {
        const value = (group[i] ?? 0) + 1;
        return followsGroup(context, i) ? formula(`=${groupNumber(context, i)}`, value) : value;
      },
    },
    {
      header: words.orderFirst,
      width: 11,
      format: isLive ? format : { ...format, style: "modelValue" },
      name: "clv_order_first_in_group",
      cell: (i, line) => {
        const value = firsts[i] ?? 0;
        if (!isLive) return value;
        const above = (column: string): string => `${column}$5:${column}${line}`;
        const inPeriod = `${above("D")},">="&clv_period_start`;
        return formula(
          `=IF(OR(E${line}<0,D${line}<clv_period_start),0,IF(COUNTIFS(${above("B")},B${line},${above(letter)},${letter}${line},${above("E")},">=0",${inPeriod})=1,1,0))`,
          (orders.day[i] ?? 0) < start ? 0 : value,
        );
      },
    },
  ];
}

/** The column of the orders' sheet that holds the group's number. */
export const groupColumn = ({ wants }: Context): string => columnLetters(wants("cohorts") ? 12 : 9);

/** Whether an order's group is read from its cell by a formula: where the cell says it as the table does. */
function followsGroup({ request }: Context, order: number): boolean {
  const { form, length } = request.orders;
  return length <= LIVE_FIRSTS && ((form?.[order] ?? 0) & SOURCE_FORM.groupIsPlain) !== 0;
}

/** The row of the groups' table with the order's group; 0 where there is none. Unlike MATCH, `=` knows no wildcards. */
function groupNumber({ request, source, words }: Context, order: number): string {
  const { groupIds = [], sourceRow } = request.orders;
  const text = source.groupText(sourceRow[order] ?? 0);
  const none = formulaText(words.groupsSheet.none);
  const name = groupIds.includes("") ? `IF(${text}="",${none},${text})` : text;
  return `SUMPRODUCT((clv_by_group_name=${name})*clv_by_group_number)`;
}

/** Per order 1 where it is its customer's first of the period in its group; returns are none. */
export function firstsInGroup({ request }: Context): Uint8Array {
  const { orders, inputs } = request;
  const start = inputNumber(inputs, "periodStart");
  const firsts = new Uint8Array(orders.length);
  const seen = new Set<string>();
  for (let row = 0; row < orders.length; row++) {
    if ((orders.amount[row] ?? 0) < 0 || (orders.day[row] ?? 0) < start) continue;
    const key = `${orders.customer[row] ?? 0} ${orders.group?.[row] ?? 0}`;
    if (seen.has(key)) continue;
    seen.add(key);
    firsts[row] = 1;
  }
  return firsts;
}
