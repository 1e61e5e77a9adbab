/** Makes an 8-bit RGB PNG small: at most 256 colours, chosen by how often they occur. Plain Node, no dependencies. */
import zlib from "node:zlib";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
/** Colours that differ less than this (of 256, in any channel) are one: lettering has hundreds of greys. */
const COARSE = 8;

function* chunksOf(png) {
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    yield {
      type: png.toString("latin1", at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    };
    at += length + 12;
  }
}

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = CRC[(crc ^ byte) & 255] ^ (crc >>> 8);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return out;
}

/** The nearer neighbour in the sense of the PNG specification's filter 4. */
function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(guess - value));
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** The rows of pixels, with the filters of the file undone (PNG specification, section 9). */
function pixelsOf(raw, width, height, bytes) {
  const stride = width * bytes;
  const out = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)];
    for (let i = 0; i < stride; i++) {
      const here = row * stride + i;
      const left = i >= bytes ? out[here - bytes] : 0;
      const above = row > 0 ? out[here - stride] : 0;
      const corner = i >= bytes && row > 0 ? out[here - stride - bytes] : 0;
      const added = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
      out[here] = raw[row * (stride + 1) + 1 + i] + added;
    }
  }
  return out;
}

/** @param {Buffer} png RGB or RGBA, 8 bits a channel, not interlaced @returns {Buffer} the same picture with a palette */
export function palettePng(png) {
  const chunks = [...chunksOf(png)];
  const { data: head } = chunks[0];
  const [width, height, depth, colourType] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9]];
  if (depth !== 8 || (colourType !== 2 && colourType !== 6) || head[12] !== 0) return png;
  const bytes = colourType === 2 ? 3 : 4;
  const raw = zlib.inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map((c) => c.data)),
  );
  const pixels = pixelsOf(raw, width, height, bytes);
  const keyAt = (at) => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += bytes) counts.set(keyAt(at), (counts.get(keyAt(at)) ?? 0) + 1);
  const palette = [];
  const distance = (a, b) =>
    Math.max(
      Math.abs((a >> 16) - (b >> 16)),
      Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
      Math.abs((a & 255) - (b & 255)),
    );
  const nearest = (colour) =>
    palette.reduce(
      (best, each, i) => (distance(colour, each) < distance(colour, palette[best]) ? i : best),
      0,
    );
  const places = new Map();
  for (const [colour] of [...counts].sort((a, b) => b[1] - a[1])) {
    const place = palette.length === 0 ? -1 : nearest(colour);
    const isNew = place < 0 || (distance(colour, palette[place]) >= COARSE && palette.length < 256);
    places.set(colour, isNew ? palette.push(colour) - 1 : place);
  }
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++) {
    for (let x = 0; x < width; x++)
      rows[row * (width + 1) + 1 + x] = places.get(keyAt((row * width + x) * bytes));
  }
  const header = Buffer.from(head);
  header[9] = 3;
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]))),
    chunk("IDAT", zlib.deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
