import type { ChartData } from "../../src/workbench/chartData";
import { chartSvg } from "../../src/workbench/chartSvg";

const scatter = (categories: number[], categoryTexts: string[]): string => {
  const data: ChartData = {
    kind: "scatter",
    stacked: false,
    title: "Value",
    categoryTitle: "",
    valueTitle: "",
    valueFormat: "0",
    categories,
    categoryTexts,
    series: [{ name: "CLV", color: "#1F4E79", values: categories.map((_, i) => 100 + i) }],
    legend: false,
    minimum: null,
    maximum: null,
    reversed: false,
    width: 600,
    height: 300,
  };
  return chartSvg(data);
};

const across = (svg: string): number => {
  const path = /<path d="([^"]+)"/.exec(svg)?.[1] ?? "";
  const places = [...path.matchAll(/[ML]\s*(-?[\d.]+)/g)].map(([, x]) => Number(x));
  return Math.max(...places) - Math.min(...places);
};

describe("a chart of points", () => {
  it("spreads days over its width, and writes days beside the axis", () => {
    const svg = scatter([46_000.4, 46_060.5], ["2025-12-09 09:36", "2026-02-07 12:00"]);
    expect(across(svg)).toBeGreaterThan(250);
    expect(svg).toMatch(/>2025-12-\d\d</);
  });

  it("begins at 0 where the values reach near it", () => {
    const svg = scatter([0.2, 1], ["20%", "100%"]);
    expect(svg).toContain(">0%<");
    expect(svg).toContain(">100%<");
  });
});
