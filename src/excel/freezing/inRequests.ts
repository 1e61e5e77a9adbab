/** Items in parts whose cells are not too many for one request; one that is too large alone is a part of its own. */
export function inRequests<T>(
  items: readonly T[],
  areaOf: (item: T) => { readonly rows: number; readonly columns: number },
  mostCells: number,
): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let room = 0;
  for (const item of items) {
    const { rows, columns } = areaOf(item);
    if (rows * columns > room) {
      parts.push([]);
      room = mostCells;
    }
    parts.at(-1)?.push(item);
    room -= rows * columns;
  }
  return parts;
}
