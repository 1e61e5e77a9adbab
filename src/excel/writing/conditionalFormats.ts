import type { ConditionalFormat } from "../../summary/plan";
import { LOOKS } from "./looks";

/** Adds a colour scale, or a look where a formula (relative to the first cell) is true. */
export function addCondition(range: Excel.Range, { rule }: ConditionalFormat): void {
  if (rule.kind === "colourScale") {
    const scale = range.conditionalFormats.add("ColorScale");
    scale.colorScale.criteria = {
      minimum: { type: "LowestValue", color: rule.low },
      maximum: { type: "HighestValue", color: rule.high },
    };
    return;
  }
  const { custom } = range.conditionalFormats.add("Custom");
  const { colour, fill } = LOOKS[rule.style];
  custom.rule.formula = rule.formula.startsWith("=") ? rule.formula : `=${rule.formula}`;
  if (colour !== undefined) custom.format.font.color = colour;
  if (fill !== undefined) custom.format.fill.color = fill;
}
