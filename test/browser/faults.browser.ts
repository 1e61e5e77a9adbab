/** What Excel may refuse, switched on in the workbench's menu: a press in the pane says what to do and changes nothing. */
import { sheetNames, valuesOf, useBrowser, useWorkbench } from "./browser";

const workbench = useWorkbench(useBrowser());

beforeAll(async () => {
  await workbench.pane.getByText(/3,52\d rows in/).waitFor();
  await workbench.page.click("#faults summary");
});

const label = (text: string) =>
  workbench.page.locator("#fault-list label", { hasText: text }).locator("input");

const press = (): Promise<void> => workbench.pane.getByRole("button", { name: "Make the summary" }).click();

/** The workbook's sheets, and the orders' first and last cells. */
const state = async () => [
  await sheetNames(workbench.pane),
  await valuesOf(workbench.pane, "Orders", "A1:E40"),
];

const error = async (): Promise<string> => {
  const alert = workbench.pane.getByRole("alert").filter({ hasText: /\S/ }).first();
  await alert.waitFor();
  return alert.innerText();
};

test.each([
  ["Large requests are refused", /refused the amount of data[\s\S]+Select fewer/],
  ["A cell is being edited", /cell is being edited[\s\S]+Press Enter or Esc/],
  ["The workbook is protected", /workbook is protected[\s\S]+Protect Workbook/],
])("%s: words in the pane, an unchanged workbook, and a way on", async (fault, words) => {
  const before = await state();
  await label(fault).check();
  await press();
  expect(await error()).toMatch(words);
  await label(fault).uncheck();
  expect(await state()).toEqual(before);
});

test("a request that fails in the middle: words, and every sheet begun is taken away again", async () => {
  const before = await state();
  await label("Fail at request number").fill("12");
  await label("Fail at request number").blur();
  await press();
  expect((await error()).length).toBeGreaterThan(20);
  expect(await state()).toEqual(before);
});

test("the orders deleted under our feet: words, and no sheet of ours is left", async () => {
  const [names] = await state();
  await label("Delete the sheet in front").fill("1");
  await label("Delete the sheet in front").blur();
  await press();
  expect(await error()).toMatch(/Select the orders again|Try again/);
  expect(await sheetNames(workbench.pane)).toEqual((names as string[]).filter((name) => name !== "Orders"));
});
