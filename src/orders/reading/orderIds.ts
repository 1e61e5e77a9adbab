import type { Cell } from "../cells";
import { TextPool } from "../storage/textPool";

const isPlain = (code: number): boolean => code > 32 && code < 127;

/** The order id without outer spaces; most have none, and then nothing is built. */
function trimmed(cell: Cell): Cell {
  if (typeof cell !== "string") return cell;
  return isPlain(cell.charCodeAt(0)) && isPlain(cell.charCodeAt(cell.length - 1)) ? cell : cell.trim();
}

/** The order ids, one per row of the buffer, and the draft: that of the row being read. */
export class OrderIds extends TextPool {
  override draft(cell: Cell): void {
    super.draft(trimmed(cell));
  }
}
