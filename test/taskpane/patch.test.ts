/** @jest-environment jsdom */
import { h } from "../../src/taskpane/dom/node";
import { patch } from "../../src/taskpane/dom/patch";

const page = (): HTMLElement => {
  document.body.replaceChildren();
  const root = document.createElement("div");
  document.body.append(root);
  return root;
};

describe("patch", () => {
  it("keeps the focus on a field when something before it comes and goes", () => {
    const root = page();
    const field = h("input", { key: "field", id: "field" });
    patch(root, [h("p", {}, "before"), field]);
    const input = root.querySelector("input");
    input?.focus();
    patch(root, [field]);
    expect(document.activeElement).toBe(input);
    patch(root, [h("p", {}, "again"), h("p", {}, "and again"), field]);
    expect(document.activeElement).toBe(input);
    expect(root.textContent).toBe("againand again");
  });

  it("shows text as text, whatever it holds", () => {
    const root = page();
    patch(root, [h("p", {}, "<img src=x onerror=alert(1)>")]);
    expect(root.querySelector("img")).toBeNull();
    expect(root.textContent).toBe("<img src=x onerror=alert(1)>");
  });

  it("calls the handler of the last drawing only", () => {
    const root = page();
    const calls: string[] = [];
    const button = (name: string) => h("button", { on: { click: () => calls.push(name) } }, name);
    patch(root, [button("first")]);
    patch(root, [button("second")]);
    root.querySelector("button")?.click();
    expect(calls).toEqual(["second"]);
  });

  it("sets values and choices after the options are there", () => {
    const root = page();
    const select = (value: string) =>
      h("select", { value }, h("option", { value: "a" }, "A"), h("option", { value: "b" }, "B"));
    patch(root, [select("b")]);
    expect(root.querySelector("select")?.value).toBe("b");
    patch(root, [select("a")]);
    expect(root.querySelector("select")?.value).toBe("a");
  });

  it("opens details once and then leaves them to the person", () => {
    const root = page();
    const details = () => h("details", { initiallyOpen: true }, h("summary", {}, "More"));
    patch(root, [details()]);
    const element = root.querySelector("details");
    expect(element?.open).toBe(true);
    if (element) element.open = false;
    patch(root, [details()]);
    expect(element?.open).toBe(false);
  });

  it("sets custom properties through CSSOM and takes them back", () => {
    const root = page();
    patch(root, [h("div", { css: { "--share": "0.5" } })]);
    const bar = root.querySelector("div");
    expect(bar?.style.getPropertyValue("--share")).toBe("0.5");
    patch(root, [h("div", {})]);
    expect(bar?.style.getPropertyValue("--share")).toBe("");
  });

  it("removes attributes that a view no longer has", () => {
    const root = page();
    patch(root, [h("button", { "aria-disabled": "true", disabled: true }, "Go")]);
    patch(root, [h("button", {}, "Go")]);
    expect(root.innerHTML).toBe("<button>Go</button>");
  });
});
