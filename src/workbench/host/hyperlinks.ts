import { intersection } from "../rect";
import type { Rect } from "../rect";
import { assertNotProtected, sheetParts } from "./context";
import type { HostContext } from "./context";
import { hostError } from "./errors";
import { recordArgument } from "./hostObject";

/** https://learn.microsoft.com/javascript/api/excel/excel.rangehyperlink */
export function setHyperlink(context: HostContext, rect: Rect, input: unknown): void {
  assertNotProtected(context, rect.sheet);
  const link = recordArgument(input, "hyperlink");
  const { documentReference, address, screenTip, textToDisplay } = link;
  const target = typeof documentReference === "string" ? documentReference : address;
  if (typeof target !== "string" || target === "") {
    throw hostError("InvalidArgument", "A hyperlink wants an address or a documentReference.");
  }
  const parts = sheetParts(context, rect.sheet);
  parts.links = parts.links.filter((other) => !intersection(other.rect, rect));
  parts.links.push({
    rect,
    target,
    inWorkbook: typeof documentReference === "string",
    tip: typeof screenTip === "string" ? screenTip : "",
  });
  // Excel writes the text into the cell and gives it the look of a link.
  if (typeof textToDisplay === "string") {
    const entry = { kind: "value", value: textToDisplay } as const;
    context.backend.write(
      rect,
      Array.from({ length: rect.rows }, () => Array.from({ length: rect.columns }, () => entry)),
    );
  }
  context.backend.style(rect, { underline: true, color: "#0563C1" });
  context.changed();
}

export function getHyperlink(context: HostContext, rect: Rect): unknown {
  const link = sheetParts(context, rect.sheet).links.find((candidate) => intersection(candidate.rect, rect));
  if (!link) return null;
  const place = link.inWorkbook ? { documentReference: link.target } : { address: link.target };
  return { ...place, screenTip: link.tip };
}
