import streams from "node:stream/web";
import util from "node:util";

/** What Univer and the product expect of a browser and jsdom or Node 20 lack. Import this before Univer. */
type Listener = ((event: { data: unknown }) => void) | null;

/** Node's own MessageChannel would keep jest alive. */
class TimerMessageChannel {
  readonly port1 = new TimerPort();
  readonly port2 = new TimerPort();
  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}

class TimerPort {
  other: TimerPort | null = null;
  onmessage: Listener = null;
  postMessage(data: unknown): void {
    setTimeout(() => this.other?.onmessage?.({ data }), 0);
  }
  start(): void {}
  close(): void {
    this.onmessage = null;
  }
}

if (typeof MessageChannel === "undefined") {
  Object.defineProperty(globalThis, "MessageChannel", { value: TimerMessageChannel, configurable: true });
}

if (typeof structuredClone === "undefined") {
  // Plain data only, which is all that is cloned here.
  const clone = (value: unknown): unknown =>
    value === undefined ? undefined : JSON.parse(JSON.stringify(value));
  Object.defineProperty(globalThis, "structuredClone", { value: clone, configurable: true, writable: true });
}

// Iterator helpers, which Univer uses, came with Node 22.
const iteratorPrototype: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
if (!("some" in iteratorPrototype)) {
  Object.defineProperty(iteratorPrototype, "some", {
    configurable: true,
    writable: true,
    value(this: Iterable<unknown>, test: (item: unknown) => boolean): boolean {
      for (const item of this) if (test(item)) return true;
      return false;
    },
  });
}

// Texts and packing, for xlsx files.
const lacking = {
  TextDecoder: util.TextDecoder,
  TextEncoder: util.TextEncoder,
  CompressionStream: streams.CompressionStream,
  DecompressionStream: streams.DecompressionStream,
  ReadableStream: streams.ReadableStream,
  TransformStream: streams.TransformStream,
  WritableStream: streams.WritableStream,
};
for (const [name, value] of Object.entries(lacking)) {
  if (!(name in globalThis))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
