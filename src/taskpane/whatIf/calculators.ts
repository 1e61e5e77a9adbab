import { fill } from "../../locales/locale";
import { h, type ElementNode } from "../dom/node";
import { textField } from "../views/fields";
import { message, part } from "../views/parts";
import {
  readReplace,
  readSave,
  REPLACE_KEYS,
  REPLACE_RULES,
  SAVE_KEYS,
  SAVE_RULES,
  type ReplaceKey,
  type SaveKey,
} from "./state";
import { replaceOrRetain, saveOffer } from "./calculations";
import { entryError } from "../words/words";
import type { WhatIfView } from "./view";

/** Keeping a customer with an offer against winning a new one. */
export function replaceOrRetainView(view: WhatIfView): ElementNode {
  const { state, words, act } = view;
  const { text } = words;
  const read = readReplace(state, words.locale);
  return part(
    text.whatIf.replaceTitle,
    "whatif-replace",
    h("p", { class: "quiet" }, text.whatIf.replaceHow),
    h(
      "div",
      { class: "lever-fields" },
      REPLACE_KEYS.map((key) =>
        textField({
          id: `replace-${key}`,
          label: text.whatIf[key],
          value: state.replace[key],
          numeric: true,
          inline: true,
          error: entryError(read.problems[key], REPLACE_RULES[key], words),
          onInput: (value) => act.typeReplace(key, value),
        }),
      ),
    ),
    read.values && replaceAnswer(view, read.values),
  );
}

function replaceAnswer(
  { words }: WhatIfView,
  values: Readonly<Record<ReplaceKey, number>>,
): ElementNode | undefined {
  const { text, formats } = words;
  const answer = replaceOrRetain(values.clvRetained, values.retentionOffer, values.clvNew, values.cac);
  if (typeof answer.difference !== "number") return undefined;
  const difference = formats.money(Math.abs(answer.difference));
  const verdict =
    answer.difference === 0
      ? text.whatIf.bothSame
      : fill(answer.difference > 0 ? text.whatIf.retainBetter : text.whatIf.replaceBetter, { difference });
  const { equivalent } = answer;
  return h(
    "output",
    { class: "answer", key: "answer" },
    message(
      "note",
      verdict,
      h(
        "p",
        {},
        fill(text.whatIf.returns, {
          retain: formats.money(answer.retain),
          replace: formats.money(answer.replace),
        }),
      ),
      typeof equivalent === "number" && equivalent > 0
        ? h("p", {}, fill(text.whatIf.equivalent, { count: formats.quantity(equivalent) }))
        : undefined,
    ),
  );
}

/** What a retention offer returns. */
export function saveOfferView(view: WhatIfView): ElementNode {
  const { state, words, act } = view;
  const { text } = words;
  const read = readSave(state, words.locale);
  return part(
    text.whatIf.saveTitle,
    "whatif-save",
    h("p", { class: "quiet" }, text.whatIf.saveHow),
    h(
      "div",
      { class: "lever-fields" },
      SAVE_KEYS.map((key) =>
        textField({
          id: `save-${key}`,
          label: text.whatIf[key],
          value: state.save[key],
          numeric: true,
          inline: true,
          error: entryError(read.problems[key], SAVE_RULES[key], words),
          onInput: (value) => act.typeSave(key, value),
        }),
      ),
    ),
    read.values && saveAnswer(view, read.values),
  );
}

function saveAnswer(
  { words }: WhatIfView,
  values: Readonly<Record<SaveKey, number>>,
): ElementNode | undefined {
  const { text, formats } = words;
  const { gain, most } = saveOffer(values);
  if (typeof gain !== "number") return undefined;
  const amount = formats.money(Math.abs(gain));
  return h(
    "output",
    { class: "answer", key: "answer" },
    message(
      gain >= 0 ? "good" : "warning",
      gain >= 0 ? fill(text.whatIf.saveGain, { gain: amount }) : fill(text.whatIf.saveLoss, { loss: amount }),
      typeof most === "number" && most > 0
        ? h("p", {}, fill(text.whatIf.maxOffer, { offer: formats.money(most) }))
        : undefined,
    ),
  );
}
