import { fill } from "../../locales/locale";
import type { Filling } from "../../locales/message";
import { h, type ElementNode } from "../dom/node";
import { message } from "../views/parts";
import type { Words } from "../words/words";
import type { PaneProblem, PaneProblemCode, ProblemPlace } from "./problem";

export type ProblemView = (place: ProblemPlace) => ElementNode | undefined;

interface ProblemWords {
  readonly title: string;
  readonly help: string;
}

/** Numbers in the user's digits, texts as they are. */
const shown = (problem: PaneProblem, { formats }: Words): Record<string, Filling> =>
  Object.fromEntries(
    Object.entries(problem.details).map(([name, value]) => [
      name,
      typeof value === "number" ? formats.quantity(value) : value,
    ]),
  );

/** The words of every code: the compiler sees to it that none is missing. */
export function problemWords(problem: PaneProblem, words: Words): ProblemWords {
  const all: Readonly<Record<PaneProblemCode, ProblemWords>> = words.text.problems;
  const { title, help } = all[problem.code];
  const details = { step: words.formats.count(1), ...shown(problem, words) };
  return { title: fill(title, details), help: fill(help, details) };
}

/** Codes that need a developer show themselves and what Excel said. */
const FOR_SUPPORT: readonly PaneProblemCode[] = [
  "unexpected",
  "invalidPlan",
  "formulaRefused",
  "engineFailed",
];

export function problemMessage(problem: PaneProblem, words: Words): ElementNode {
  const { title, help } = problemWords(problem, words);
  if (problem.code === "cancelled") return message("note", title, h("p", {}, help));
  const { hostCode = "", reason = "" } = problem.details;
  const trace = [problem.code, hostCode, reason].filter((text) => text !== "").join(" · ");
  return message(
    "bad",
    title,
    h("p", {}, help),
    FOR_SUPPORT.includes(problem.code)
      ? h("p", { class: "small quiet" }, fill(words.text.summary.details, { code: trace }))
      : undefined,
  );
}
