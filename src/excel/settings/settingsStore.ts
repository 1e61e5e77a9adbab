import { ExcelProblem } from "../problem";
import { isCount, isShape, isText, parsed } from "./shape";

/**
 * Long text in the workbook's settings, in pieces: they are saved with the file, follow it to another person, and
 * are seen by this add-in only.
 */
const PIECE = 30_000;

/** All settings of an add-in share about 2 MB; we stay well below. */
const LARGEST = 1_500_000;

interface Head {
  readonly pieces: number;
  readonly length: number;
}

const isHead = isShape<Head>({ pieces: isCount, length: isCount });

const pieceKey = (key: string, piece: number): string => `${key}.${piece}`;

/** The settings as they are stored, for taking a change back: null where there was none. */
export type StoredText = string | null;

/** The text kept under a key; null where there is none or pieces are missing. Syncs. */
export async function readText(context: Excel.RequestContext, key: string): Promise<StoredText> {
  const settings = context.workbook.settings;
  const head = settings.getItemOrNullObject(key).load("value");
  await context.sync();
  if (head.isNullObject) return null;
  const value: unknown = typeof head.value === "string" ? parsed(head.value) : undefined;
  if (!isHead(value) || value.length > LARGEST || value.pieces > LARGEST / PIECE) return null;
  const pieces = Array.from({ length: value.pieces }, (_, piece) =>
    settings.getItemOrNullObject(pieceKey(key, piece)).load("value"),
  );
  await context.sync();
  const texts = pieces.map((piece): unknown => (piece.isNullObject ? undefined : piece.value));
  if (!texts.every(isText(PIECE))) return null;
  const text = texts.join("");
  return text.length === value.length ? text : null;
}

/** Keeps a text under a key, or removes it (null). Syncs. */
export async function writeText(context: Excel.RequestContext, key: string, text: StoredText): Promise<void> {
  if (text !== null && text.length > LARGEST) {
    throw new ExcelProblem("settingsTooLarge", { size: text.length, largest: LARGEST });
  }
  const settings = context.workbook.settings;
  const all = settings.load("items/key");
  await context.sync();
  const pieces = text === null ? 0 : Math.ceil(text.length / PIECE);
  const stale = all.items
    .map((item) => item.key)
    .filter((other) => isStale(other, key, text === null ? -1 : pieces));
  for (const other of stale) settings.getItemOrNullObject(other).delete();
  if (text !== null) {
    const head: Head = { pieces, length: text.length };
    settings.add(key, JSON.stringify(head));
    for (let piece = 0; piece < pieces; piece++) {
      settings.add(pieceKey(key, piece), text.slice(piece * PIECE, (piece + 1) * PIECE));
    }
  }
  await context.sync();
}

/** Whether a stored key belongs to `key` and is not one of the `pieces` to be written (-1: nothing is). */
function isStale(other: string, key: string, pieces: number): boolean {
  if (other === key) return pieces < 0;
  if (!other.startsWith(`${key}.`)) return false;
  const piece = Number(other.slice(key.length + 1));
  return Number.isInteger(piece) && piece >= pieces;
}
