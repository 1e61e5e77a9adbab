/** What the page shall hold, as plain data: views return it, `patch` brings the page to it. */
export interface ElementNode {
  readonly tag: string;
  readonly key: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly handlers: Readonly<Record<string, Handler>>;
  /** CSS custom properties, set through CSSOM: the content policy allows no style attribute. */
  readonly variables: Readonly<Record<string, string>>;
  readonly value: string | undefined;
  readonly checked: boolean | undefined;
  /** For details: open when first drawn; after that the person decides. */
  readonly initiallyOpen: boolean;
  readonly children: readonly PageNode[];
}

/** Text is always text: there is no way to hand markup to the page. */
export type PageNode = ElementNode | string;

export type Handler = (event: Event) => void;

export type Child = PageNode | false | undefined | readonly Child[];

export interface Properties {
  readonly key?: string;
  readonly on?: Readonly<Record<string, Handler>>;
  readonly css?: Readonly<Record<`--${string}`, string>>;
  /** The current value of an input or a select; kept in step with the state. */
  readonly value?: string;
  readonly checked?: boolean;
  readonly initiallyOpen?: boolean;
  /** true writes the bare attribute, false and undefined leave it out. */
  readonly [attribute: string]: unknown;
}

const OWN = new Set(["key", "on", "css", "value", "checked", "initiallyOpen"]);

function attributesOf(properties: Properties): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(properties)) {
    if (OWN.has(name) || value === undefined || value === false || value === null) continue;
    attributes[name] = value === true ? "" : String(value);
  }
  return attributes;
}

function flatten(children: readonly Child[], into: PageNode[] = []): PageNode[] {
  for (const child of children) {
    if (child === false || child === undefined || child === "") continue;
    if (typeof child === "string") into.push(child);
    else if ("tag" in child) into.push(child);
    else flatten(child, into);
  }
  return into;
}

/**
 * One element with its children.
 * @example h("p", { class: "note" }, "Nothing leaves this computer.")
 */
export function h(tag: string, properties: Properties = {}, ...children: Child[]): ElementNode {
  return {
    tag,
    key: properties.key,
    attributes: attributesOf(properties),
    handlers: properties.on ?? {},
    variables: properties.css ?? {},
    value: properties.value,
    checked: properties.checked,
    initiallyOpen: properties.initiallyOpen ?? false,
    children: flatten(children),
  };
}
