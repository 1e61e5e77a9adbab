import { h, type ElementNode } from "../dom/node";
import type { ProblemView } from "../problems/problemView";
import type { Words } from "../words/words";
import type { SummaryActions } from "./actions";
import { inputsStep } from "./inputsView";
import { ordersStep } from "./ordersView";
import { lastRunView, resultView } from "./resultView";
import { runView } from "./runView";
import { sheetsStep } from "./sheetsView";
import type { ReadResult, SummaryState } from "./state";

export interface SummaryView {
  readonly state: SummaryState;
  readonly words: Words;
  readonly act: SummaryActions;
  readonly problem: ProblemView;
  /** What reading all rows came to, where it is known. */
  readonly result: ReadResult | undefined;
}

/** From the selection to the sheets, one step below the other; afterwards the result alone. */
export function summaryView(view: SummaryView): ElementNode[] {
  const { state } = view;
  if (state.run.kind === "done") return [resultView(view, state.run.result)];
  if (state.run.kind === "running") return [runView(view)];
  const last = lastRunView(view);
  if (last) return [last, ordersStep(view)];
  return [
    h("p", { class: "quiet intro", key: "intro" }, view.words.text.summary.intro),
    ordersStep(view),
    ...(state.orders ? [inputsStep(view), sheetsStep(view), runView(view)] : []),
  ];
}
