import { itemNotFound } from "./errors";
import { textArgument } from "./hostObject";
import type { HostObject } from "./hostObject";

/** Values that travel with a worksheet. Keys are compared without regard to case; adding one again replaces it. */
export function customProperties(kept: Map<string, string>): HostObject {
  const keyOf = (given: unknown): string | undefined => {
    const key = textArgument(given, "key").toLowerCase();
    return [...kept.keys()].find((candidate) => candidate.toLowerCase() === key);
  };
  const property = (key: string): HostObject => ({
    type: "WorksheetCustomProperty",
    exists: () => kept.has(key),
    get: { key: () => key, value: () => kept.get(key) },
    set: { value: (value) => void kept.set(key, textArgument(value, "value")) },
    call: { delete: () => void kept.delete(key) },
  });
  const find = (given: unknown): HostObject | null => {
    const key = keyOf(given);
    return key === undefined ? null : property(key);
  };
  const need = (given: unknown): HostObject => {
    const found = find(given);
    if (!found) throw itemNotFound();
    return found;
  };
  return {
    type: "WorksheetCustomPropertyCollection",
    items: () => [...kept.keys()].map(property),
    item: need,
    call: {
      getItem: need,
      getItemOrNullObject: find,
      getCount: () => kept.size,
      add: (given, value) => {
        const key = keyOf(given) ?? textArgument(given, "key");
        kept.set(key, textArgument(value, "value"));
        return property(key);
      },
    },
  };
}
