import { fill } from "../../locales/locale";
import { sheetWords } from "../../locales/sheetWords";
import { CHOICES } from "../../summary/request";
import { h, type ElementNode } from "../dom/node";
import { checkField } from "../views/fields";
import { linkButton, more, step } from "../views/parts";
import type { SummaryView } from "./view";

/** Step 3: which sheets, and whether customers are forecast. */
export function sheetsStep(view: SummaryView): ElementNode {
  const { state, words, act } = view;
  const { text, formats } = words;
  const names = sheetWords(words.locale).sheetNames;
  const grouped = state.orders?.recognition.columns.group !== null;
  const choices = CHOICES.filter((key) => key !== "groups" || grouped);
  const chosen = choices.filter((key) => state.sheets.includes(key)).length;
  return step(
    formats.count(3),
    text.summary.stepSheets,
    "step-sheets",
    h("p", { class: "quiet" }, text.summary.sheetsIntro),
    more(
      chosen === 0
        ? text.summary.sheetsMore
        : fill(text.summary.sheetsChosen, { count: formats.quantity(chosen) }),
      "more-sheets",
      false,
      h(
        "fieldset",
        { class: "stack" },
        h("legend", { class: "heard-only" }, text.summary.stepSheets),
        choices.map((key) =>
          checkField({
            id: `sheet-${key}`,
            label: names[key],
            hint: text.sheetHints[key],
            checked: state.sheets.includes(key),
            onChange: (checked) => act.chooseSheet(key, checked),
          }),
        ),
      ),
      linkButton(chosen === choices.length ? text.summary.sheetsNone : text.summary.sheetsAll, () =>
        act.chooseSheets(chosen === choices.length ? [] : [...choices]),
      ),
    ),
    checkField({
      id: "predict",
      label: text.summary.predict,
      hint: text.summary.predictHint,
      checked: state.sheets.includes("models"),
      onChange: (checked) => act.chooseSheet("models", checked),
    }),
    state.sheets.includes("models")
      ? checkField({
          id: "live-models",
          label: text.summary.liveModels,
          hint: text.summary.liveModelsHint,
          checked: state.liveModels,
          onChange: act.chooseLiveModels,
        })
      : undefined,
  );
}
