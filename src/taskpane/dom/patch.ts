import type { ElementNode, Handler, PageNode } from "./node";

/** What was last drawn into an element, so that only what differs is touched and the focus stays where it is. */
interface Drawn {
  key: string | undefined;
  handlers: Readonly<Record<string, Handler>>;
  listening: Set<string>;
  variables: Readonly<Record<string, string>>;
}

const drawn = new WeakMap<Element, Drawn>();

/** Brings the children of `parent` to `nodes`. Elements that stay keep their identity, focus and selection. */
export function patch(parent: Element, nodes: readonly PageNode[]): void {
  const old = [...parent.childNodes];
  const keyed = new Map<string, ChildNode>();
  for (const child of old) {
    const key = child instanceof Element ? drawn.get(child)?.key : undefined;
    if (key !== undefined) keyed.set(key, child);
  }
  const unkeyed = old.filter((child) => !(child instanceof Element) || drawn.get(child)?.key === undefined);
  const wanted = nodes.map((node) => {
    const candidate = matching(node, keyed, unkeyed);
    return candidate ? update(candidate, node) : create(parent.ownerDocument, node);
  });
  // What is gone leaves first: an element that is moved would lose the focus.
  const kept = new Set<ChildNode>(wanted);
  for (const child of old) if (!kept.has(child)) child.remove();
  wanted.forEach((child, position) => {
    const there = parent.childNodes[position] ?? null;
    if (there !== child) parent.insertBefore(child, there);
  });
}

function matching(
  node: PageNode,
  keyed: Map<string, ChildNode>,
  unkeyed: ChildNode[],
): ChildNode | undefined {
  if (typeof node !== "string" && node.key !== undefined) {
    const found = keyed.get(node.key);
    return found instanceof Element && sameTag(found, node) ? found : undefined;
  }
  // In order: an element that is gone from the view is skipped, not turned into its neighbour.
  const at = unkeyed.findIndex((child) =>
    typeof node === "string" ? child.nodeType === 3 : child instanceof Element && sameTag(child, node),
  );
  if (at < 0) return undefined;
  const [found] = unkeyed.splice(0, at + 1).slice(-1);
  return found;
}

const sameTag = (element: Element, node: ElementNode): boolean => element.localName === node.tag;

function create(document: Document, node: PageNode): ChildNode {
  if (typeof node === "string") return document.createTextNode(node);
  const element = document.createElement(node.tag);
  drawn.set(element, { key: node.key, handlers: {}, listening: new Set(), variables: {} });
  draw(element, node);
  if (node.initiallyOpen && element instanceof HTMLDetailsElement) element.open = true;
  return element;
}

function update(child: ChildNode, node: PageNode): ChildNode {
  if (typeof node === "string") {
    if (child.textContent !== node) child.textContent = node;
  } else if (child instanceof HTMLElement) draw(child, node);
  return child;
}

function draw(element: HTMLElement, node: ElementNode): void {
  drawAttributes(element, node.attributes);
  drawHandlers(element, node);
  patch(element, node.children);
  // After the children: a select takes its value from its options.
  if (node.value !== undefined && "value" in element && element.value !== node.value)
    element.value = node.value;
  if (node.checked !== undefined && "checked" in element && element.checked !== node.checked)
    element.checked = node.checked;
}

/** Written by the browser, not by a view: `style` for custom properties, `open` when a person opens details. */
const BROWSERS_OWN = new Set(["style", "open"]);

function drawAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const { name } of [...element.attributes])
    if (!(name in attributes) && !BROWSERS_OWN.has(name)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function drawHandlers(element: HTMLElement, node: ElementNode): void {
  const memory = drawn.get(element) ?? { key: node.key, handlers: {}, listening: new Set(), variables: {} };
  drawn.set(element, memory);
  memory.handlers = node.handlers;
  for (const type of Object.keys(node.handlers)) {
    if (memory.listening.has(type)) continue;
    memory.listening.add(type);
    element.addEventListener(type, (event) => memory.handlers[type]?.(event));
  }
  for (const name of Object.keys(memory.variables))
    if (!(name in node.variables)) element.style.removeProperty(name);
  for (const [name, value] of Object.entries(node.variables)) element.style.setProperty(name, value);
  memory.variables = node.variables;
}
