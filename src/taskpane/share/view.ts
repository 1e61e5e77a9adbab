import type { LeftCells } from "../../excel/freezing/restoreFormulas";
import { fill } from "../../locales/locale";
import { quotedSheet } from "../../summary/layout/cellAddress";
import { h, type ElementNode } from "../dom/node";
import type { ProblemView } from "../problems/problemView";
import { button, linkButton, message, part } from "../views/parts";
import type { Words } from "../words/words";
import type { ShareOutcome, ShareState } from "./state";

export interface ShareActions {
  count(): void;
  freeze(): void;
  restore(): void;
  goTo(cells: LeftCells): void;
}

export interface ShareView {
  readonly state: ShareState;
  readonly words: Words;
  readonly act: ShareActions;
  readonly problem: ProblemView;
}

/** For a workbook that goes to someone without the add-in. */
export function shareView(view: ShareView): ElementNode[] {
  const { state, words, act, problem } = view;
  const { text, formats } = words;
  const busy = state.work !== "none";
  const frozen = state.counts?.frozen ?? 0;
  return [
    part(
      text.share.freezeTitle,
      "share-freeze",
      h("p", {}, text.share.freezeHow),
      liveLine(view),
      button(state.work === "freezing" ? text.share.freezing : text.share.freeze, {
        key: "freeze",
        unavailable: busy,
        onClick: () => {
          if (!busy) act.freeze();
        },
      }),
      state.outcome ? outcomeView(state.outcome, view) : undefined,
      problem("link"),
      problem("share"),
    ),
    ...(frozen > 0
      ? [
          part(
            text.share.thawTitle,
            "share-thaw",
            h("p", {}, fill(text.share.thawHow, { count: formats.quantity(frozen) })),
            button(state.work === "restoring" ? text.share.thawing : text.share.thaw, {
              key: "thaw",
              unavailable: busy,
              onClick: () => {
                if (!busy) act.restore();
              },
            }),
          ),
        ]
      : []),
    part(text.share.summaryTitle, "share-summary", h("p", {}, text.share.summaryText)),
    part(text.share.scheduleTitle, "share-schedule", h("p", {}, text.share.scheduleText)),
  ];
}

function liveLine({ state, words }: ShareView): ElementNode | undefined {
  const { text, formats } = words;
  if (!state.counts || state.outcome) return undefined;
  const { live } = state.counts;
  const line = live === 0 ? text.share.frozenNone : fill(text.share.live, { count: formats.quantity(live) });
  return h("p", { class: "quiet", key: "live" }, line);
}

function outcomeView(outcome: ShareOutcome, view: ShareView): ElementNode {
  const { text, formats } = view.words;
  if (outcome.kind === "frozen")
    return outcome.changed === 0
      ? message("note", text.share.frozenNone)
      : message("good", fill(text.share.frozen, { count: formats.quantity(outcome.changed) }));
  const { restored, left, gone } = outcome;
  return message(
    left.length + gone === 0 ? "good" : "warning",
    fill(text.share.thawed, { count: formats.quantity(restored) }),
    WHY.map(([why, words]) =>
      leftView(
        left.filter((cells) => cells.why === why),
        text.share[words],
        view,
      ),
    ),
    left.length > 0 ? h("p", {}, text.share.thawLeft) : undefined,
    gone > 0 ? h("p", {}, fill(text.share.thawGone, { count: formats.quantity(gone) })) : undefined,
  );
}

const WHY = [
  ["changed", "thawSkipped"],
  ["lost", "thawLost"],
  ["refused", "thawRefused"],
] as const satisfies readonly (readonly [LeftCells["why"], string])[];

/** More would be a list nobody reads. */
const MOST_CELLS = 12;

/** Cells that were left alone, each with the way to it. */
function leftView(left: readonly LeftCells[], words: string, { words: { text, formats }, act }: ShareView) {
  if (left.length === 0) return undefined;
  const rest = left.length - MOST_CELLS;
  const count = left.reduce((sum, { formulas }) => sum + formulas, 0);
  return h(
    "div",
    {},
    h("p", {}, fill(words, { count: formats.quantity(count) })),
    h(
      "div",
      { class: "row small" },
      left.slice(0, MOST_CELLS).map((cells) => {
        const address = `${quotedSheet(cells.sheet)}!${cells.address}`;
        return linkButton(address, () => act.goTo(cells), address);
      }),
      rest > 0
        ? h("span", { class: "quiet" }, fill(text.share.thawMore, { count: formats.quantity(rest) }))
        : undefined,
    ),
  );
}
