import { createHeadlessGrid } from "./grid/headlessGrid";
import type { Grid } from "./grid/grid";
import { workbookData } from "./grid/workbookData";
import type { StartSheet } from "./grid/workbookData";
import { createHost } from "./host/host";
import type { Host } from "./host/host";

/** Our Excel without a screen: a grid that calculates, and the host that answers office.js over it. */
export interface HeadlessWorkbook {
  readonly grid: Grid;
  readonly host: Host;
  dispose(): void;
}

export function createHeadlessWorkbook(sheets: readonly StartSheet[]): HeadlessWorkbook {
  const grid = createHeadlessGrid(workbookData(sheets));
  return { grid, host: createHost(grid.backend), dispose: () => grid.dispose() };
}
