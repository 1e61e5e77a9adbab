import type { ChartData } from "./chartData";
import { axisText, niceScale, reach, tickLabel, type Scale } from "./chartScale";

/** Draws a chart as SVG: quiet, titled, with axes that read. Texts are escaped; nothing of a cell becomes markup. */

const COLOURS = ["#1F6FB2", "#E08A1E", "#3A8F5C", "#B5495B", "#7A5AA6", "#5B6B7A"];
const INK = "#3B3A39";
const QUIET = "#605E5C";
const GRID = "#E6E4E2";
const FONT = "'Segoe UI', 'Noto Sans', Arial, sans-serif";
const LABEL_WIDTH = 6.2;
const LINE = 15;

interface Plot {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const fixed = (value: number): string => String(Math.round(value * 100) / 100);

function text(x: number, y: number, content: string, attributes = ""): string {
  return `<text x="${fixed(x)}" y="${fixed(y)}" ${attributes}>${escape(content)}</text>`;
}

function extent(data: ChartData): { low: number; high: number } {
  let low = data.kind === "line" || data.kind === "scatter" ? Infinity : 0;
  let high = data.kind === "line" || data.kind === "scatter" ? -Infinity : 0;
  const see = (value: number): void => {
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  if (data.stacked) {
    data.categories.forEach((_, index) => {
      const values = data.series.map((series) => series.values[index] ?? 0);
      see(values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0));
      see(values.filter((value) => value < 0).reduce((sum, value) => sum + value, 0));
    });
  } else for (const { values } of data.series) for (const value of values) if (value !== null) see(value);
  if (low > high) return { low: 0, high: 1 };
  // An axis begins at 0 unless the values are far from it.
  if (low > 0 && low < high * 0.8) low = 0;
  return { low: data.minimum ?? low, high: data.maximum ?? high };
}

function header(data: ChartData): string {
  const { width, height } = data;
  const title = data.title || data.series.map((series) => series.name).join(", ");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${fixed(width)} ${fixed(height)}" width="100%" height="100%" ` +
    `role="img" aria-label="${escape(title)}" font-family="${FONT}" font-size="11" fill="${QUIET}">` +
    `<rect width="100%" height="100%" fill="#FFFFFF" stroke="#D2D0CE"/>`
  );
}

function legend(data: ChartData, y: number): string {
  const items = data.series.map((series, index) => ({ name: series.name, color: colourOf(data, index) }));
  const widths = items.map((item) => 26 + item.name.length * LABEL_WIDTH);
  let x = Math.max(8, (data.width - widths.reduce((sum, width) => sum + width, 0)) / 2);
  return items
    .map((item, index) => {
      const mark = `<rect x="${fixed(x)}" y="${fixed(y - 9)}" width="10" height="10" rx="2" fill="${item.color}"/>`;
      const label = text(x + 14, y, item.name);
      x += widths[index] ?? 0;
      return mark + label;
    })
    .join("");
}

const colourOf = (data: ChartData, index: number): string =>
  data.series[index]?.color || (COLOURS[index % COLOURS.length] ?? INK);

/** Which of the category labels fit beside each other. */
function everyNth(labels: readonly string[], room: number): number {
  const widest = Math.max(1, ...labels.map((label) => Math.min(label.length, 16))) * LABEL_WIDTH + 8;
  return Math.max(1, Math.ceil((labels.length * widest) / room));
}

const short = (label: string, length = 18): string =>
  label.length > length ? `${label.slice(0, length - 1)}…` : label;

export function chartSvg(data: ChartData): string {
  const parts = [header(data)];
  if (data.title) {
    parts.push(
      text(
        data.width / 2,
        22,
        data.title,
        `text-anchor="middle" font-size="14" font-weight="600" fill="${INK}"`,
      ),
    );
  }
  const bottomRoom = 10 + LINE + (data.categoryTitle ? LINE + 2 : 0) + (data.legend ? LINE + 4 : 0);
  if (data.legend) parts.push(legend(data, data.height - 9));
  const { low, high } = extent(data);
  const scale = niceScale(low, high, data.height < 180 ? 3 : 5);
  const top = data.title ? 38 : 14;
  if (data.kind === "bar") parts.push(horizontal(data, scale, top, data.height - bottomRoom));
  else parts.push(vertical(data, scale, top, data.height - bottomRoom));
  return `${parts.join("")}</svg>`;
}

function vertical(data: ChartData, scale: Scale, top: number, bottom: number): string {
  const labels = scale.ticks.map((tick) => axisText(tick, data.valueFormat));
  const left =
    14 + Math.max(...labels.map((label) => label.length)) * LABEL_WIDTH + (data.valueTitle ? LINE : 0);
  const plot: Plot = { left, top, right: data.width - 16, bottom };
  const y = (value: number): number =>
    bottom - ((bottom - top) * (value - scale.low)) / (scale.high - scale.low);
  const parts = scale.ticks.map((tick, index) => {
    const at = fixed(y(tick));
    const colour = tick === 0 ? "#A19F9D" : GRID;
    return (
      `<line x1="${fixed(left)}" x2="${fixed(plot.right)}" y1="${at}" y2="${at}" stroke="${colour}"/>` +
      text(left - 6, y(tick) + 4, labels[index] ?? "", `text-anchor="end"`)
    );
  });
  if (data.valueTitle) {
    const middle = (top + bottom) / 2;
    parts.push(
      text(14, middle, data.valueTitle, `text-anchor="middle" transform="rotate(-90 14 ${fixed(middle)})"`),
    );
  }
  if (data.categoryTitle) {
    parts.push(
      text((left + plot.right) / 2, bottom + 2 * LINE + 2, data.categoryTitle, `text-anchor="middle"`),
    );
  }
  parts.push(data.kind === "scatter" ? scatter(data, plot, y) : categorical(data, plot, y));
  return parts.join("");
}

function categorical(data: ChartData, plot: Plot, y: (value: number) => number): string {
  const count = Math.max(1, data.categories.length, ...data.series.map((series) => series.values.length));
  const band = (plot.right - plot.left) / count;
  const at = (index: number): number =>
    plot.left + band * ((data.reversed ? count - 1 - index : index) + 0.5);
  const nth = everyNth(data.categoryTexts, plot.right - plot.left);
  const labels = data.categoryTexts.map((label, index) =>
    index % nth === 0 ? text(at(index), plot.bottom + LINE, short(label), `text-anchor="middle"`) : "",
  );
  const drawn = data.kind === "line" ? lines(data, at, y) : columns(data, band, at, y);
  return labels.join("") + drawn;
}

/** A line breaks where there is no value. */
function path(points: readonly ({ x: number; y: number } | null)[]): string {
  let pen = "M";
  return points
    .map((point) => {
      if (!point) {
        pen = "M";
        return "";
      }
      const step = `${pen}${fixed(point.x)} ${fixed(point.y)}`;
      pen = "L";
      return step;
    })
    .join("");
}

function lines(data: ChartData, at: (index: number) => number, y: (value: number) => number): string {
  return data.series
    .map((series, index) => {
      const points = series.values.map((value, i) => (value === null ? null : { x: at(i), y: y(value) }));
      const colour = colourOf(data, index);
      const dots =
        points.length > 40
          ? ""
          : points
              .map((p) =>
                p ? `<circle cx="${fixed(p.x)}" cy="${fixed(p.y)}" r="2.5" fill="${colour}"/>` : "",
              )
              .join("");
      return `<path d="${path(points)}" fill="none" stroke="${colour}" stroke-width="2" stroke-linejoin="round"/>${dots}`;
    })
    .join("");
}

function columns(
  data: ChartData,
  band: number,
  at: (index: number) => number,
  y: (value: number) => number,
): string {
  const parts: string[] = [];
  const count = data.stacked ? 1 : data.series.length;
  const width = (band * 0.68) / count;
  data.categories.forEach((_, index) => {
    let above = 0;
    let below = 0;
    data.series.forEach((series, s) => {
      const value = series.values[index];
      if (value === null || value === undefined) return;
      const base = data.stacked ? (value >= 0 ? above : below) : 0;
      if (value >= 0) above += value;
      else below += value;
      const x = at(index) - (band * 0.68) / 2 + (data.stacked ? 0 : s * width);
      const edges = [y(base), y(base + value)];
      parts.push(
        `<rect x="${fixed(x)}" y="${fixed(Math.min(...edges))}" width="${fixed(Math.max(1, width - 1))}" ` +
          `height="${fixed(Math.abs((edges[0] ?? 0) - (edges[1] ?? 0)))}" fill="${colourOf(data, s)}"/>`,
      );
    });
  });
  return parts.join("");
}

function scatter(data: ChartData, plot: Plot, y: (value: number) => number): string {
  const numbers = data.categories.map((category) => (typeof category === "number" ? category : null));
  const known = numbers.filter((value): value is number => value !== null);
  const scale = niceScale(...reach(known), 6);
  const label = tickLabel(data.categoryTexts);
  const x = (value: number): number =>
    plot.left + ((plot.right - plot.left) * (value - scale.low)) / (scale.high - scale.low);
  const ticks = scale.ticks.map((tick) =>
    text(x(tick), plot.bottom + LINE, label(tick), `text-anchor="middle"`),
  );
  const drawn = data.series.map((series, index) => {
    const points = series.values.map((value, i) => {
      const at = numbers[i];
      return value === null || at === null || at === undefined ? null : { x: x(at), y: y(value) };
    });
    return `<path d="${path(points)}" fill="none" stroke="${colourOf(data, index)}" stroke-width="2" stroke-linejoin="round"/>`;
  });
  return ticks.join("") + drawn.join("");
}

function horizontal(data: ChartData, scale: Scale, top: number, bottom: number): string {
  const longest = Math.max(1, ...data.categoryTexts.map((label) => Math.min(label.length, 26)));
  const left = Math.min(data.width * 0.45, 14 + longest * LABEL_WIDTH + (data.categoryTitle ? LINE : 0));
  const right = data.width - 20;
  const x = (value: number): number =>
    left + ((right - left) * (value - scale.low)) / (scale.high - scale.low);
  const parts = scale.ticks.map((tick) => {
    const at = fixed(x(tick));
    return (
      `<line x1="${at}" x2="${at}" y1="${fixed(top)}" y2="${fixed(bottom)}" stroke="${tick === 0 ? "#A19F9D" : GRID}"/>` +
      text(x(tick), bottom + LINE, axisText(tick, data.valueFormat), `text-anchor="middle"`)
    );
  });
  if (data.valueTitle)
    parts.push(text((left + right) / 2, bottom + 2 * LINE + 2, data.valueTitle, `text-anchor="middle"`));
  const count = Math.max(1, data.categories.length);
  const band = (bottom - top) / count;
  data.categoryTexts.forEach((label, index) => {
    // Excel draws the first category at the bottom unless the axis is reversed.
    const middle = data.reversed ? top + band * (index + 0.5) : bottom - band * (index + 0.5);
    if (index % Math.max(1, Math.ceil(12 / band)) === 0) {
      parts.push(text(left - 6, middle + 4, short(label, 26), `text-anchor="end"`));
    }
    parts.push(bars(data, index, middle, band, x));
  });
  return parts.join("");
}

function bars(
  data: ChartData,
  index: number,
  middle: number,
  band: number,
  x: (value: number) => number,
): string {
  const count = data.stacked ? 1 : data.series.length;
  const thickness = (band * 0.7) / count;
  let above = 0;
  let below = 0;
  return data.series
    .map((series, s) => {
      const value = series.values[index];
      if (value === null || value === undefined) return "";
      const base = data.stacked ? (value >= 0 ? above : below) : 0;
      if (value >= 0) above += value;
      else below += value;
      const edges = [x(base), x(base + value)];
      const y = middle - (band * 0.7) / 2 + (data.stacked ? 0 : s * thickness);
      return (
        `<rect x="${fixed(Math.min(...edges))}" y="${fixed(y)}" width="${fixed(Math.abs((edges[0] ?? 0) - (edges[1] ?? 0)))}" ` +
        `height="${fixed(Math.max(1, thickness - 1))}" fill="${colourOf(data, s)}"/>`
      );
    })
    .join("");
}
