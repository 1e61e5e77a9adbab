import fs from "node:fs";
import type { FunctionTexts } from "../../src/locales/functionTexts";
import { functionTexts as ar } from "../../src/locales/ar/functions";
import { functionTexts as fa } from "../../src/locales/fa/functions";
import { functionTexts as hy } from "../../src/locales/hy/functions";
import { functionTexts as pl } from "../../src/locales/pl/functions";

interface CatalogueEntry {
  readonly id: string;
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly description: string }[];
}

/** Made by scripts/metadata.mjs before the tests run. */
const catalogue = JSON.parse(fs.readFileSync("generated/catalogue.json", "utf8")) as CatalogueEntry[];

const LONGEST = 300;
/** A letter that shows that the words are in the language: Polish has few of its own. */
const LANGUAGES: readonly (readonly [string, FunctionTexts, RegExp])[] = [
  ["fa", fa, /\p{Script=Arabic}{2}/u],
  ["ar", ar, /\p{Script=Arabic}{2}/u],
  ["pl", pl, /\p{Letter}{2}/u],
  ["hy", hy, /\p{Script=Armenian}{2}/u],
];

interface Pair {
  readonly where: string;
  readonly english: string;
  readonly words: string | undefined;
}

/** Every English text of the catalogue beside the words that scripts/metadata.mjs takes for it. */
function pairs(texts: FunctionTexts): Pair[] {
  return catalogue.flatMap(({ id, summary, parameters }) => {
    const own = texts.functions[id];
    return [
      { where: id, english: summary, words: own?.description },
      ...parameters.map(({ name, description }) => ({
        where: `${id}(${name})`,
        english: description,
        words: own?.parameters?.[name] ?? texts.parameters[name],
      })),
    ];
  });
}

/** Persian digits and separators as Latin ones: "۲٫۵" and "2,5" are 2.5, "10 000" is 10000. */
const latinDigits = (text: string): string =>
  text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/(\d)[\u00a0\u202f٬](?=\d{3})/g, "$1")
    .replace(/(\d)[,٫](?=\d)/g, "$1.");

const numbers = (text: string): string[] => (latinDigits(text).match(/\d+(\.\d+)?/g) ?? []).sort();
/** What the user types as it stands in every language: "month", TRUE, CLV.RATE. Polish Excel has its own TRUE. */
const literals = (text: string): string[] =>
  text
    .replace(/PRAWDA \(TRUE\)|PRAWDA/g, "TRUE")
    .replace(/FAŁSZ \(FALSE\)|FAŁSZ/g, "FALSE")
    .match(/"[A-Za-z]+"|\b(?:TRUE|FALSE)\b|\bCLV\.[A-Z]+(?:\.[A-Z]+)*/g) ?? [];
/** How often each stands there: a choice that is also the default stands twice. */
const lacks = (words: string, english: string): boolean =>
  literals(english).some((literal) => count(words, literal) < count(english, literal));
const count = (text: string, literal: string): number =>
  literals(text).filter((each) => each === literal).length;

const complaints = (texts: FunctionTexts, wrong: (pair: Pair & { words: string }) => boolean): string[] =>
  pairs(texts).flatMap((pair) =>
    pair.words !== undefined && wrong({ ...pair, words: pair.words }) ? [`${pair.where}: ${pair.words}`] : [],
  );

test("the catalogue has functions", () => {
  expect(catalogue.length).toBeGreaterThan(100);
});

describe.each(LANGUAGES)("the functions' words in %s", (_language, texts, script) => {
  test("exist for every function and every parameter", () => {
    const missing = pairs(texts).filter(({ words }) => !words?.trim());
    expect(missing.map(({ where }) => where)).toEqual([]);
  });

  test("name no function, and no parameter of a function, that does not exist", () => {
    const known = new Map(catalogue.map(({ id, parameters }) => [id, parameters.map(({ name }) => name)]));
    const leftovers = Object.entries(texts.functions).flatMap(([id, { parameters = {} }]) =>
      known.has(id)
        ? Object.keys(parameters)
            .filter((name) => !known.get(id)?.includes(name))
            .map((name) => `${id}(${name})`)
        : [id],
    );
    expect(leftovers).toEqual([]);
  });

  test("keep in the glossary only names that some function takes from it", () => {
    const taken = new Set(
      catalogue.flatMap(({ id, parameters }) =>
        parameters.map(({ name }) => name).filter((name) => !texts.functions[id]?.parameters?.[name]),
      ),
    );
    expect(Object.keys(texts.parameters).filter((name) => !taken.has(name))).toEqual([]);
  });

  test("are in the language: its letters, and not the English text", () => {
    expect(complaints(texts, ({ words, english }) => !script.test(words) || words === english)).toEqual([]);
  });

  test(`are one line of at most ${LONGEST} characters that ends as a sentence, without placeholders`, () => {
    const wrong = ({ words }: { words: string }) =>
      words.length > LONGEST || /[\n{}]| {2}|^ | $/.test(words) || !/[.։…]$/.test(words);
    expect(complaints(texts, wrong)).toEqual([]);
  });

  test("give the same numbers as the English: ranges, defaults and examples", () => {
    const wrong = ({ words, english }: { words: string; english: string }) =>
      numbers(words).join() !== numbers(english).join();
    expect(complaints(texts, wrong)).toEqual([]);
  });

  test("give what is to be typed as the English does: names of choices and functions, TRUE and FALSE", () => {
    expect(complaints(texts, ({ words, english }) => lacks(words, english))).toEqual([]);
  });
});
