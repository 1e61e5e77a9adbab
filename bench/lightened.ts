interface SetProperty {
  readonly Name: string;
  readonly ArgumentInfo?: { Arguments?: unknown[] };
}

/**
 * The pane has made and sent all its cells by now. The grid, which would calculate for many minutes where Excel takes
 * seconds, does not get the formulas: null leaves a cell as it is.
 */
export function lightened(request: string): string {
  const batch = JSON.parse(request) as { Actions: SetProperty[] };
  for (const { Name, ArgumentInfo } of batch.Actions) {
    const rows = ArgumentInfo?.Arguments?.[0];
    if (Name !== "Formulas" || !ArgumentInfo || !Array.isArray(rows)) continue;
    const light = (cell: unknown): unknown =>
      typeof cell === "string" && cell.startsWith("=") ? null : cell;
    ArgumentInfo.Arguments = [rows.map((row: unknown) => (Array.isArray(row) ? row.map(light) : row))];
  }
  return JSON.stringify(batch);
}
