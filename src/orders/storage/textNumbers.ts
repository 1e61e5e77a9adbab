import type { Cell } from "../cells";
import { HashedNumbers } from "./hashedNumbers";
import { TextPool } from "./textPool";

/**
 * Numbers texts in the order of their first appearance, letter by letter as they stand. The number 7 and the text "7"
 * are one, and so are an empty cell and the empty text. Quicker than a Map where every cell brings a string of its own,
 * as those from Excel do: a Map hashes each in the engine's runtime, and compares strings scattered in memory.
 */
export class TextNumbers {
  /** How many there are. */
  size = 0;
  private readonly pool = new TextPool();
  private readonly table = new HashedNumbers();

  /** The cell's number; a text not met before gets the next one, the `size` until then. */
  numberOf(cell: Cell): number {
    const { pool, table } = this;
    pool.draft(cell);
    for (let number = table.first(pool.hash); number >= 0; number = table.next()) {
      if (pool.isDraft(number)) return number;
    }
    pool.keep();
    table.add(this.size);
    return this.size++;
  }
}
