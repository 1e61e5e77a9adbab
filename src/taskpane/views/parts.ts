import { h, type Child, type ElementNode } from "../dom/node";

export type MessageKind = "good" | "note" | "warning" | "bad";

/** A notice with a title, what it means and what to do. An error is announced at once (role alert). */
export const message = (kind: MessageKind, title: string, ...body: Child[]): ElementNode =>
  h(
    "div",
    { class: `message message-${kind}`, role: kind === "bad" ? "alert" : undefined },
    h("p", { class: "message-title" }, title),
    ...body,
  );

export interface ButtonWords {
  readonly key?: string;
  readonly id?: string;
  readonly main?: boolean;
  /** Why the button cannot be used now: it stays reachable and says so when it is pressed. */
  readonly describedBy?: string;
  readonly unavailable?: boolean;
  readonly onClick: () => void;
}

export const button = (label: string, words: ButtonWords): ElementNode =>
  h(
    "button",
    {
      type: "button",
      class: words.main ? "button button-main" : "button",
      key: words.key,
      id: words.id,
      "aria-disabled": words.unavailable ? "true" : undefined,
      "aria-describedby": words.describedBy,
      on: { click: words.onClick },
    },
    label,
  );

/** A press that reads as part of a sentence: go to a sheet, select a row. */
export const linkButton = (label: string, onClick: () => void, key?: string): ElementNode =>
  h("button", { type: "button", class: "button-link", key, on: { click: onClick } }, label);

/** One numbered step of the way. */
export const step = (number: string, title: string, id: string, ...body: Child[]): ElementNode =>
  h(
    "section",
    { class: "step", key: id, "aria-labelledby": `${id}-title` },
    h(
      "div",
      { class: "step-title" },
      h("span", { class: "step-number", "aria-hidden": "true" }, number),
      h("h2", { id: `${id}-title`, tabindex: "-1" }, title),
    ),
    ...body,
  );

/** A part of a tab without a number. */
export const part = (title: string, id: string, ...body: Child[]): ElementNode =>
  h(
    "section",
    { class: "part", key: id, "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title`, tabindex: "-1" }, title),
    ...body,
  );

export const more = (title: string, id: string, open: boolean, ...body: Child[]): ElementNode =>
  h(
    "details",
    { key: id, id, initiallyOpen: open },
    h("summary", {}, title),
    h("div", { class: "details-body" }, ...body),
  );

export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly leading?: boolean;
  /** Words instead of a number: why there is none. */
  readonly wordy?: boolean;
}

export const figureList = (figures: readonly Figure[]): ElementNode =>
  h(
    "dl",
    { class: "figures" },
    figures.map((figure) =>
      h(
        "div",
        { class: figure.leading ? "figure figure-wide" : "figure", key: figure.key },
        h("dt", {}, figure.label),
        h("dd", { class: figure.wordy ? "figure-words" : undefined }, figure.value),
      ),
    ),
  );

/** An address or a formula: left to right in every language. */
export const code = (text: string): ElementNode => h("bdi", { class: "code", dir: "ltr" }, text);
