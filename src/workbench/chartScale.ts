export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Five or so round steps that hold all values: 1, 2 or 5 times a power of ten. */
export function niceScale(low: number, high: number, wanted = 5): Scale {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const from = Math.floor(low / step + 1e-9);
  const to = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: to - from + 1 }, (_, index) =>
    Number(((from + index) * step).toPrecision(12)),
  );
  return { low: from * step, high: Math.max(to, from + 1) * step, ticks };
}

/** Numbers of an axis, after the number format as far as an axis needs it. */
export function axisText(value: number, format: string): string {
  const section = format.split(";")[0] ?? "";
  const decimals = /\.(0+)/.exec(section)?.[1]?.length;
  if (section.includes("%"))
    return `${(value * 100).toFixed(decimals ?? (Number.isInteger(value * 100) ? 0 : 1))}%`;
  const currency = /(?:\[\$([^\-\]]+)[^\]]*\]|"([^"]*)"|([$€£¥]))/.exec(section);
  const sign = currency?.[1] ?? currency?.[2] ?? currency?.[3] ?? "";
  const before = currency !== null && currency.index === 0;
  const number = new Intl.NumberFormat("en-US", {
    maximumFractionDigits: Math.abs(value) >= 100 ? 0 : 2,
    notation: Math.abs(value) >= 1e6 ? "compact" : "standard",
  }).format(value);
  if (!sign) return number;
  return before ? `${sign.trim()}${number}` : `${number}${sign}`;
}

/** As Excel does: from 0, but where all values are near each other and far from it. */
export function reach(values: readonly number[]): [low: number, high: number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const isNarrow = low > 0 && high > low && high - low < high / 6;
  return isNarrow ? [low, high] : [Math.min(0, low), Math.max(0, high)];
}

/** How the category cells write their values, for the ticks between them. */
export function tickLabel(cells: readonly string[]): (tick: number) => string {
  if (cells.some((cell) => /^\d{4}-\d\d-\d\d/.test(cell)))
    return (tick) => new Date((tick - UNIX_EPOCH) * DAY_MS).toISOString().slice(0, 10);
  const percent = cells.some((cell) => cell.endsWith("%"));
  return (tick) => axisText(tick, percent ? "0%" : "General");
}

/** 1970-01-01 in Excel's calendar. */
const UNIX_EPOCH = 25_569;
const DAY_MS = 86_400_000;
