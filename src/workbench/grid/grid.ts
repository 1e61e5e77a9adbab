import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { Backend } from "./backend";

/** A grid that is set up: on a screen (screenGrid.ts) or without one (headlessGrid.ts). */
export interface Grid {
  readonly backend: Backend;
  readonly api: FUniver;
  readonly injector: Injector;
  dispose(): void;
}
