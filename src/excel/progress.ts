/** What is going on, for a progress bar: `done` of `total` in rows or steps. */
export interface Progress {
  readonly phase: "reading" | "checking" | "writing" | "formatting" | "restoring";
  readonly done: number;
  readonly total: number;
}

/** How long work is watched and stopped. */
export interface Watch {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}
