/**
 * What the workbench's address may say:
 *   ?lang=fa        display language of the pane: en, fa, ar, pl, hy or a full tag such as fa-IR
 *   ?theme=dark     the pane's theme
 *   ?functions=runtime   send the CLV.* cells through the real custom-functions runtime instead of calling them
 *   ?api=1.9        the latest ExcelApi that the host says it supports
 *   ?rows=100000    that many sample orders, for measuring
 *   ?empty          begin with an empty sheet
 *   ?examples       a sheet more, with every function's example
 */
export interface Parameters {
  readonly language: string;
  readonly dark: boolean;
  readonly viaRuntime: boolean;
  readonly apiVersion: string | undefined;
  readonly rows: number | undefined;
  readonly empty: boolean;
  readonly examples: boolean;
}

/** The display languages that the selector offers, as Excel names them. */
export const LANGUAGES: readonly (readonly [tag: string, name: string])[] = [
  ["en-US", "English"],
  ["fa-IR", "فارسی"],
  ["ar-SA", "العربية"],
  ["pl-PL", "Polski"],
  ["hy-AM", "Հայերեն"],
];

export function readParameters(search: string): Parameters {
  const query = new URLSearchParams(search);
  const wished = query.get("lang") ?? "en";
  const rows = Number(query.get("rows"));
  return {
    language: LANGUAGES.find(([tag]) => tag.startsWith(wished))?.[0] ?? wished,
    dark: query.get("theme") === "dark",
    viaRuntime: query.get("functions") === "runtime",
    apiVersion: query.get("api") ?? undefined,
    rows: Number.isInteger(rows) && rows > 0 ? rows : undefined,
    empty: query.has("empty"),
    examples: query.has("examples"),
  };
}
