/** The pane over invented services, one state per address: for pictures and for axe, not part of the product. */
import "../../src/taskpane/taskpane.css";
import "../allLanguages";
import { ExcelProblem } from "../../src/excel/problem";
import { localeOf } from "../../src/locales/locale";
import { loadCatalogue } from "../../src/taskpane/functions/loadCatalogue";
import { createPane } from "../../src/taskpane/pane";
import { focusOn } from "../../src/taskpane/shell/focus";
import { startState, TABS, type PaneState } from "../../src/taskpane/state";
import { createStore } from "../../src/taskpane/store";
import { formatsOf } from "../../src/taskpane/words/formats";
import { fakeExcel, fakeSurroundings, fewOrders } from "./fakeServices";
import { galleryStates } from "./galleryStates";

const asked = new URLSearchParams(window.location.search);
const locale = localeOf(asked.get("locale") ?? "en");
const [name = "nothing"] = [asked.get("state") ?? "nothing"];

const { excel, workbook } = fakeExcel(fewOrders(), {
  insertFormula: async () => {
    throw new ExcelProblem("cellNotEmpty");
  },
});
Object.assign(workbook.names, galleryStates.figures);
const formats = formatsOf(locale);

const store = createStore<PaneState>({
  ...startState(locale, undefined, formats),
  stage: "ready",
});
const [pane, announcements] = ["pane", "announcements"].map((id) => document.getElementById(id));
if (asked.get("theme") === "dark") document.documentElement.dataset.theme = "dark";
if (pane && announcements) {
  const created = createPane(
    store,
    { pane, announcements },
    fakeSurroundings(excel, { focus: focusOn, loadCatalogue }),
  );
  const tab = TABS.find((one) => one === asked.get("tab")) ?? "summary";
  document.getElementById(`tab-${tab}`)?.click();
  void galleryStates.reach(name, store, created).then(() => document.body.setAttribute("data-ready", "yes"));
}
