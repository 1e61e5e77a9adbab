/** @jest-environment jsdom */
import fs from "node:fs";
import { askReference } from "./askReference";

describe("the reference page's search", () => {
  beforeAll(() => {
    document.documentElement.innerHTML = askReference("referencePage") as string;
    // A browser runs the page's script; here it is run by hand.
    new Function(fs.readFileSync("assets/reference.js", "utf8"))();
  });
  const shown = (selector: string): string[] =>
    [...document.querySelectorAll<HTMLElement>(selector)]
      .filter((element) => element.closest("[hidden]") === null)
      .map((element) => element.textContent ?? "");
  const search = (words: string): void => {
    const field = document.querySelector<HTMLInputElement>("#search");
    if (!field) throw new Error("no search");
    field.value = words;
    field.dispatchEvent(new Event("input"));
  };

  test("shows all functions at first, and those that hold every word typed", () => {
    const all = shown("section h3");
    expect(all.length).toBeGreaterThan(150);
    search("Meier");
    expect(shown("section h3")).toEqual(["CLV.KAPLANMEIER"]);
    expect(shown("nav a")).toEqual(["CLV.KAPLANMEIER"]);
    expect(shown("main > .theme > h2")).toEqual(["Cohorts and survival"]);
    search("churn   RATE net");
    expect(shown("section h3")).toContain("CLV.CHURNRATE");
    expect(shown("section h3").length).toBeLessThan(all.length);
    search("zebra");
    expect(shown("section h3")).toEqual([]);
    expect(shown("#found")).toEqual(["0 functions"]);
    search("");
    expect(shown("section h3")).toEqual(all);
  });
});
