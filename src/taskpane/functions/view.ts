import { fill } from "../../locales/locale";
import { h, type ElementNode } from "../dom/node";
import type { ProblemView } from "../problems/problemView";
import { textField } from "../views/fields";
import { button, code, linkButton, message } from "../views/parts";
import type { Words } from "../words/words";
import {
  formulaWithNames,
  searchCatalogue,
  type Catalogue,
  type CatalogueEntry,
  type CatalogueGroup,
} from "./catalogue";

export interface FunctionsActions {
  /** Fetches the functions in the pane's language, where they are not there yet. */
  load(): void;
  search(query: string): void;
  insert(entry: CatalogueEntry): void;
}

export interface FunctionsView {
  /** Undefined until its file is there. */
  readonly catalogue: Catalogue | undefined;
  readonly query: string;
  readonly inserted: { readonly name: string; readonly address: string } | undefined;
  readonly words: Words;
  readonly act: FunctionsActions;
  readonly problem: ProblemView;
}

export function functionsView(view: FunctionsView): ElementNode[] {
  const { catalogue, query, words, act } = view;
  const { text } = words;
  if (catalogue?.locale !== words.locale) return [loadingView(view)];
  const groups = searchCatalogue(catalogue, query);
  return [
    h("p", { class: "quiet intro", key: "intro" }, text.functions.intro),
    h(
      "search",
      { class: "stack-tight", key: "search" },
      textField({
        id: "function-search",
        label: text.functions.search,
        hint: text.functions.searchHint,
        value: query,
        type: "search",
        onInput: (value) => act.search(value),
      }),
      foundLine(view, groups),
    ),
    ...groups.map((group) => groupView(view, group)),
  ];
}

/** Until the list is there; and where it cannot be had, why, with another try. */
function loadingView({ words, act, problem }: FunctionsView): ElementNode {
  const failure = problem("catalogue");
  if (!failure) return h("p", { class: "quiet", key: "loading" }, words.text.functions.loading);
  return h(
    "div",
    { class: "stack", key: "missing" },
    failure,
    button(words.text.shell.tryAgain, { onClick: () => act.load() }),
  );
}

function foundLine({ query, words, act }: FunctionsView, groups: readonly CatalogueGroup[]): ElementNode {
  const { text, formats } = words;
  const found = groups.reduce((sum, group) => sum + group.entries.length, 0);
  const line =
    found === 0
      ? fill(text.functions.foundNone, { query })
      : fill(text.functions.found, { count: formats.quantity(found) });
  return h(
    "div",
    { class: "pair small" },
    h("span", { role: "status" }, line),
    query === "" ? h("span", {}) : linkButton(text.functions.clear, () => act.search("")),
  );
}

const groupView = (view: FunctionsView, group: CatalogueGroup): ElementNode =>
  h(
    "section",
    { class: "stack functions-group", key: group.theme, "aria-labelledby": `theme-${group.theme}` },
    h("h2", { id: `theme-${group.theme}` }, group.title),
    h(
      "div",
      { class: "functions-list" },
      group.entries.map((entry) => entryView(view, entry)),
    ),
  );

function entryView(view: FunctionsView, entry: CatalogueEntry): ElementNode {
  const { words, act, inserted, problem } = view;
  const { text } = words;
  const mine = inserted?.name === entry.name;
  return h(
    "details",
    { key: entry.id, class: "function" },
    h("summary", {}, code(entry.name), h("span", { class: "function-summary small" }, entry.summary)),
    h(
      "div",
      { class: "details-body" },
      labelled(text.functions.formula, h("code", { class: "formula code", dir: "ltr" }, entry.formula)),
      argumentsView(entry, words),
      entry.example
        ? labelled(
            text.functions.example,
            h(
              "code",
              { class: "formula code", dir: "ltr" },
              `${entry.example.formula} → ${entry.example.result}`,
            ),
          )
        : undefined,
      entry.source === ""
        ? undefined
        : h("p", { class: "small quiet" }, `${text.functions.source}: `, h("bdi", {}, entry.source)),
      button(text.functions.insert, { key: "insert", onClick: () => act.insert(entry) }),
      h("p", { class: "small quiet", key: "what" }, code(formulaWithNames(entry))),
      mine ? problem("insert") : undefined,
      mine && inserted.address !== ""
        ? message("good", fill(text.functions.inserted, { name: entry.name, address: inserted.address }))
        : undefined,
    ),
  );
}

const labelled = (title: string, body: ElementNode): ElementNode =>
  h("div", { class: "stack-tight", key: title }, h("h3", {}, title), body);

function argumentsView(entry: CatalogueEntry, words: Words): ElementNode | undefined {
  const { text } = words;
  if (entry.parameters.length === 0) return undefined;
  return labelled(
    text.functions.arguments,
    h(
      "dl",
      { class: "parameters" },
      entry.parameters.map((parameter) =>
        h(
          "div",
          { key: parameter.name },
          h(
            "dt",
            {},
            code(parameter.name),
            parameter.optional ? h("span", { class: "quiet small" }, ` (${text.functions.optional})`) : "",
          ),
          h("dd", {}, parameter.description),
        ),
      ),
    ),
  );
}
