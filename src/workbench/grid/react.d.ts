/** As much of React as the chart layer needs; the grid brings React, its types are no dependency of ours. */
declare module "react" {
  export function createElement(type: string, properties: Record<string, unknown>): unknown;
}
