import type { HostContext } from "./context";
import { itemNotFound } from "./errors";
import { textArgument } from "./hostObject";
import type { HostObject } from "./hostObject";

/** Values kept in the workbook: `workbook.settings`. Adding a key that exists replaces its value. */
export function settings(context: HostContext): HostObject {
  const kept = context.parts.settings;
  const setting = (key: string): HostObject => ({
    type: "Setting",
    exists: () => kept.has(key),
    get: { key: () => key, value: () => kept.get(key) },
    set: { value: (value) => void kept.set(key, value) },
    call: { delete: () => void kept.delete(key) },
  });
  const find = (given: unknown): HostObject | null => {
    const key = textArgument(given, "key");
    return kept.has(key) ? setting(key) : null;
  };
  const need = (key: unknown): HostObject => {
    const found = find(key);
    if (!found) throw itemNotFound();
    return found;
  };
  return {
    type: "SettingCollection",
    items: () => [...kept.keys()].map(setting),
    item: need,
    call: {
      getItem: need,
      getItemOrNullObject: find,
      getCount: () => kept.size,
      add: (key, value) => {
        const name = textArgument(key, "key");
        kept.set(name, value);
        return setting(name);
      },
    },
  };
}
