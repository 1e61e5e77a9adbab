import { fill } from "../../locales/locale";
import { h, type ElementNode } from "../dom/node";
import { button, message } from "../views/parts";
import type { Words } from "../words/words";
import { continued, type RunPhase, type RunState } from "./state";
import type { SummaryView } from "./view";
import { obstacles, type Obstacle } from "./obstacles";

/** The button, and while it works the progress with its way out. */
export function runView(view: SummaryView): ElementNode {
  const { state, words, act, problem } = view;
  const { text } = words;
  if (state.run.kind === "running") return progressView(view, state.run);
  const inTheWay = obstacles(view.state, words.locale, view.result);
  const failure = problem("run");
  const hint = continued(state) ? text.summary.remakeHint : text.summary.makeHint;
  return h(
    "section",
    { class: "step make-bar", key: "run", "aria-label": text.summary.stepMake },
    state.pressed && inTheWay.length > 0 ? obstaclesView(view, inTheWay) : undefined,
    button(text.summary.make, {
      id: "make",
      key: "make",
      main: true,
      describedBy: "make-hint",
      unavailable: state.looking,
      onClick: () => act.make(),
    }),
    h("p", { class: "hint", id: "make-hint", key: "hint" }, hint),
    failure,
  );
}

const PHASE_WORDS = {
  reading: "phaseReading",
  checking: "phaseChecking",
  calculating: "phaseCalculating",
  fitting: "phaseFitting",
  writing: "phaseWriting",
  formatting: "phaseFormatting",
  answering: "phaseAnswering",
  restoring: "phaseRestoring",
} as const satisfies Record<RunPhase, string>;

export const phaseText = (phase: RunPhase, { text }: Words): string => text.summary[PHASE_WORDS[phase]];

function progressView(view: SummaryView, run: Extract<RunState, { kind: "running" }>): ElementNode {
  const { text } = view.words;
  const known = run.total > 0;
  return h(
    "section",
    { class: "step", key: "run", "aria-label": text.summary.working },
    h(
      "div",
      { class: "progress", key: "progress" },
      h("label", { for: "run-progress", class: "strong" }, phaseText(run.phase, view.words)),
      h("progress", {
        id: "run-progress",
        max: known ? run.total : undefined,
        value: known ? String(Math.min(run.done, run.total)) : undefined,
      }),
    ),
    button(run.cancelling ? text.summary.cancelling : text.summary.cancel, {
      key: "cancel",
      id: "cancel",
      unavailable: run.cancelling || run.phase === "restoring",
      onClick: () => view.act.cancel(),
    }),
  );
}

/** More would hide the fields they are about. */
const MOST_OBSTACLES = 3;

/** What stands between the person and the summary, each with the way to it. */
function obstaclesView({ words, act }: SummaryView, found: readonly Obstacle[]): ElementNode {
  const { text, formats } = words;
  return h(
    "div",
    { key: "obstacles" },
    message(
      "bad",
      fill(text.summary.fixFirst, { count: formats.quantity(found.length) }),
      h(
        "ul",
        { class: "plain-list" },
        found.slice(0, MOST_OBSTACLES).map((obstacle) =>
          h(
            "li",
            { key: obstacle.target },
            h(
              "button",
              {
                type: "button",
                class: "button-link",
                on: { click: () => act.goToField(obstacle.target) },
              },
              obstacle.label(words),
            ),
          ),
        ),
      ),
    ),
  );
}
