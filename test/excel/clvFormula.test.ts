import { callsClv } from "../../src/excel/freezing/clvFormula";

it.each([
  "=CLV.SIMPLE(25,4,10)",
  "=clv.simple(25,4,10)",
  "=1+CLV.CHURN(A1,B1,0.2)*2",
  "=IF(A1>0,CLV.LTV(A1),0)",
  "=_xldudf_CLV_SIMPLE(25,4,10)",
  "=-CLV.EQUITY.CHANGE (A1:A9)",
  "='My \"CLV.X(\" sheet'!A1+CLV.Y(1)",
])("sees the call of a function of ours in %s", (formula) => {
  expect(callsClv(formula)).toBe(true);
});

it.each<unknown>([
  "=SUM(A1:A9)",
  '="CLV.SIMPLE(1)"',
  "='CLV.Data(1)'!A1",
  "=MYCLV.SIMPLE(1)",
  "=clv_gross_margin*2",
  "=CLV.x",
  "CLV.SIMPLE(1)",
  12,
  null,
])("sees none in %p", (formula) => {
  expect(callsClv(formula)).toBe(false);
});
