import fc from "fast-check";
import type { Cell } from "../../src/orders/cells";
import { HashedNumbers } from "../../src/orders/storage/hashedNumbers";
import { TextNumbers } from "../../src/orders/storage/textNumbers";

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom<Cell>(
    "",
    null,
    true,
    "true",
    0,
    -0,
    "0",
    7,
    "7",
    -7,
    1e9,
    1e9 + 1,
    1e21,
    1.5,
    "1.5",
    "ÿ",
    "ÿ\0",
  ),
  fc.integer({ min: -3, max: 2_000_000_000 }),
  fc.integer({ min: 0, max: 30 }).map((n) => `C${n}`),
);

it("numbers cells as a Map over their texts would", () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 300 }), (cells) => {
      const texts = new TextNumbers();
      const map = new Map<string, number>();
      for (const each of cells) {
        const text = each === null ? "" : String(each);
        if (!map.has(text)) map.set(text, map.size);
        expect(texts.numberOf(each)).toBe(map.get(text));
      }
      expect(texts.size).toBe(map.size);
    }),
  );
});

it("keeps 100,000 texts apart while its tables grow", () => {
  const texts = new TextNumbers();
  for (let round = 0; round < 2; round++) {
    let wrong = 0;
    for (let i = 0; i < 100_000; i++) if (texts.numberOf(i % 2 === 0 ? `A-${i}` : i) !== i) wrong++;
    expect(wrong).toBe(0);
  }
});

it("gives every number under one hash, each once", () => {
  const table = new HashedNumbers();
  for (let number = 0; number < 40; number++) {
    const met: number[] = [];
    for (let one = table.first(-5); one >= 0; one = table.next()) met.push(one);
    expect(met.sort((a, b) => a - b)).toEqual(Array.from({ length: number }, (_, before) => before));
    table.add(number);
  }
});
