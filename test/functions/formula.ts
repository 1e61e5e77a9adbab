/** Reads the formulas that doc blocks give as examples: `=CLV.LTV({100; 200; 600})`. */
export type Compute = (id: string, args: unknown[]) => Promise<unknown>;

const DAY = 86400000;

/** The date serial of Excel's 1900 system. */
const serial = (year: number, month: number, day: number): number =>
  Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY);

/** Evaluates a formula of constants, arrays, DATE and CLV functions. A single value becomes a block of one cell. */
export async function evaluate(formula: string, compute: Compute): Promise<unknown> {
  const tokens =
    formula
      .replace(/^=/, "")
      .match(
        /"(?:[^"]|"")*"|#[A-Z/0]+[!?]?|[A-Z][A-Z0-9._]*|(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?|[-%(){},;]/gi,
      ) ?? [];
  let position = 0;
  const peek = (): string | undefined => tokens[position];
  const take = (expected?: string): string => {
    const token = tokens[position++];
    if (token === undefined || (expected && token !== expected))
      throw new Error(`${formula}: ${expected ?? "more"}?`);
    return token;
  };

  const constant = (): unknown => {
    if (peek() === "-") return (take(), -Number(constant()));
    const token = take();
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
    if (/^(TRUE|FALSE)$/i.test(token)) return token.toUpperCase() === "TRUE";
    if (token.startsWith("#")) return { error: token };
    const value = Number(token);
    if (Number.isNaN(value)) throw new Error(`${formula}: ${token}?`);
    if (peek() !== "%") return value;
    take();
    return value / 100;
  };

  const array = async (): Promise<unknown[][]> => {
    take("{");
    const rows: unknown[][] = [[]];
    while (peek() !== "}") {
      if (peek() === ";") rows.push((take(), []));
      else if (peek() === ",") take();
      else rows[rows.length - 1]?.push(constant());
    }
    take("}");
    return rows;
  };

  const callOf = async (name: string): Promise<unknown> => {
    take("(");
    const args: unknown[] = [];
    let missing = true;
    while (peek() !== ")") {
      if (peek() === ",") {
        if (missing) args.push(null);
        take();
        missing = true;
      } else {
        const value = await term();
        args.push(Array.isArray(value) ? value : [[value]]);
        missing = false;
      }
    }
    take(")");
    if (name.toUpperCase() === "DATE") {
      const [year, month, day] = args.map((arg) => Number((arg as unknown[][])[0]?.[0]));
      return serial(year ?? 0, month ?? 1, day ?? 1);
    }
    return compute(name.replace(/^CLV\./i, "").toUpperCase(), args);
  };

  const term = async (): Promise<unknown> => {
    if (peek() === "{") return array();
    if (/^[A-Z]/i.test(peek() ?? "") && tokens[position + 1] === "(") return callOf(take());
    return constant();
  };
  return term();
}

/**
 * A printed result agrees to its printed digits: 13.51 stands for 13.505 to 13.515. A whole number is meant exactly,
 * but for one of four digits or more, which print rounds like any other.
 */
export function agrees(actual: unknown, printed: unknown, text: string): boolean {
  if (Array.isArray(printed) && Array.isArray(actual)) {
    const cells = text.match(/"(?:[^"]|"")*"|[^,;{}]+/g) ?? [];
    const flat = actual.flat();
    return (
      flat.length === printed.flat().length &&
      printed.flat().every((value, i) => agrees(flat[i], value, (cells[i] ?? "").trim()))
    );
  }
  if (typeof printed === "object" && printed !== null && typeof actual === "object" && actual !== null)
    return (printed as { error?: string }).error === (actual as { error?: string }).error;
  if (typeof printed !== "number" || typeof actual !== "number") return actual === printed;
  const percent = text.endsWith("%") ? 2 : 0;
  const decimals = (text.replace("%", "").split(".")[1] ?? "").replace(/e.*$/i, "").length + percent;
  const exact = decimals === 0 && Math.abs(printed) < 1000;
  const slack = exact ? 1e-9 * Math.max(1, Math.abs(printed)) : 0.5 * 10 ** -decimals * (1 + 1e-9);
  return Math.abs(actual - printed) <= slack;
}
