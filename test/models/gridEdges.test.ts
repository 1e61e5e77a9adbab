import { readFileSync } from "node:fs";
import path from "node:path";

/** That the reference values (see grid.test.ts) do stand at the edges of the domain, function by function. */
interface Point {
  readonly params: readonly number[];
  readonly args: Readonly<Record<string, number>>;
}

function pointsOf(name: string): Point[] {
  const text = readFileSync(path.join(__dirname, "reference", `${name}.json`), "utf8");
  const { columns, rows } = JSON.parse(text) as {
    columns: string[];
    rows: (number | number[])[][];
  };
  return rows.map((row) => ({
    params: row.flatMap((entry) => (typeof entry === "number" ? [] : [entry]))[0] ?? [],
    args: Object.fromEntries(
      columns.flatMap((column, i) => (typeof row[i] === "number" ? [[column, row[i]]] : [])),
    ),
  }));
}

type Edge = readonly [words: string, isThere: (point: Point) => boolean];

const near = (value: number | undefined): boolean =>
  value !== undefined && value !== 1 && Math.abs(value - 1) < 1e-6;
const smallest: Edge = ["a parameter of 0.001", ({ params }) => params.includes(1e-3)];
const largest: Edge = ["a parameter of 10,000", ({ params }) => params.includes(1e4)];
const argument = (name: string, value: number): Edge => [
  `${name} = ${value}`,
  ({ args }) => args[name] === value,
];
const parameter = (name: string, k: number): readonly Edge[] => [
  [`${name} = 1`, ({ params }) => params[k] === 1],
  [`${name} near 1`, ({ params }) => near(params[k])],
];

const histories: readonly Edge[] = [
  argument("x", 0),
  argument("x", 1000),
  argument("age", 1e6),
  argument("tx", 0),
  ["tx = T", ({ args }) => (args["x"] ?? 0) > 0 && args["tx"] === args["age"]],
];
const times: readonly Edge[] = [argument("t", 1e-3), argument("t", 1e6)];
const masses: readonly Edge[] = [argument("n", 0), argument("n", 1000)];
const discounts: readonly Edge[] = [argument("delta", 1e-6), argument("delta", 3)];

/** a + b + x below, at and above 1, where a closed form's hypergeometric function changes its nature. */
const sums: readonly Edge[] = [-1, 0, 1].map((sign) => [
  `a + b + x ${["below", "at", "above"][sign + 1] ?? ""} 1`,
  ({ params: [, , a = NaN, b = NaN], args }) => Math.sign(a + b + (args["x"] ?? 0) - 1) === sign,
]);
const dropout: readonly Edge[] = [...parameter("a", 2), ...sums];
const lifetime: readonly Edge[] = [
  ...parameter("s", 2),
  ["alpha = beta", ({ params }) => params[1] === params[3]],
];
const stages: readonly Edge[] = [1, 2, 3, 4].map((k) => argument("k", k));

const all = (model: string, names: readonly string[], ...edges: readonly (readonly Edge[])[]) =>
  names.map((name) => [`${model}.${name}`, edges.flat()] as const);

const EDGES: readonly (readonly [string, readonly Edge[]])[] = [
  ...["bgNbd", "mbgNbd"].flatMap((model) => [
    ...all(model, ["ll", "alive", "conditional"], histories, dropout, [smallest, largest]),
    ...all(model, ["dert"], histories, dropout, [smallest], discounts),
    ...all(model, ["discounted"], histories.slice(0, 1), dropout, discounts, [argument("horizon", 1e4)]),
    ...all(model, ["expected"], times, dropout, [smallest, largest]),
    ...all(model, ["pmf"], masses, dropout, [smallest, largest]),
  ]),
  ...all("paretoNbd", ["ll", "alive", "conditional"], histories, lifetime, [smallest, largest]),
  ...all("paretoNbd", ["dert", "discounted"], histories, lifetime, [smallest, largest], discounts),
  ...all("paretoNbd", ["expected"], times, lifetime, [smallest, largest]),
  ...all("paretoNbd", ["pmf"], masses, lifetime),
  ...["bgCnbdK", "mbgCnbdK"].flatMap((model) => [
    ...all(model, ["ll", "alive", "conditional"], histories, dropout, stages, [smallest, largest]),
    ...all(model, ["dert"], histories, dropout, stages, discounts),
    ...all(model, ["expected"], [argument("t", 1e6)], dropout, stages, [smallest, largest]),
    ...all(model, ["pmf"], masses, dropout, stages, [smallest, largest]),
  ]),
  ...all(
    "bgBb",
    ["ll", "alive", "conditional", "dert"],
    [argument("x", 0), argument("x", 1000), argument("n", 1000), smallest, largest],
    parameter("gamma", 2),
  ),
  ...all("bgBb", ["dert"], [argument("discount", 1e-6), argument("discount", 3)]),
  ...all("bgBb", ["expected", "pmf"], [smallest, largest], parameter("gamma", 2)),
  ...all("sbg", ["survival", "prob", "retention"], [smallest, largest, argument("t", 100000)]),
  ...all("sbg", ["del", "derl"], [smallest, largest, argument("discount", 1e-6), argument("discount", 3)]),
  ...all("bdw", ["survival", "prob", "retention"], [smallest, largest], parameter("c", 2)),
  ...all(
    "gammaGamma",
    ["ll", "mean"],
    [argument("x", 1000), smallest, largest],
    [
      ["q below 1", ({ params: [, q = NaN] }) => q < 1],
      ["q above 1", ({ params: [, q = NaN] }) => q > 1],
      ...parameter("q", 1),
    ],
  ),
];

describe("the reference values", () => {
  it.each(EDGES)("of %s stand at every edge of its domain", (name, edges) => {
    const points = pointsOf(name);
    const missing = edges.filter(([, isThere]) => !points.some(isThere)).map(([words]) => words);
    expect(missing).toEqual([]);
  });
});
