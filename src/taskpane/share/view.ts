import { fill } from "../../locales/locale";
import { h, type ElementNode } from "../dom/node";
import type { ProblemView } from "../problems/problemView";
import { button, message, part } from "../views/parts";
import type { Words } from "../words/words";
import type { ShareOutcome, ShareState } from "./state";

export interface ShareActions {
  count(): void;
  freeze(): void;
  restore(): void;
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
      state.outcome ? outcomeView(state.outcome, words) : undefined,
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

function outcomeView(outcome: ShareOutcome, { text, formats }: Words): ElementNode {
  if (outcome.kind === "frozen")
    return outcome.changed === 0
      ? message("note", text.share.frozenNone)
      : message("good", fill(text.share.frozen, { count: formats.quantity(outcome.changed) }));
  return message(
    outcome.skipped === 0 ? "good" : "warning",
    fill(text.share.thawed, { count: formats.quantity(outcome.restored) }),
    outcome.skipped > 0
      ? h("p", {}, fill(text.share.thawSkipped, { count: formats.quantity(outcome.skipped) }))
      : undefined,
  );
}
