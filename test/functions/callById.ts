import { call, type WorksheetFunction } from "./customFunctions";
import { FUNCTIONS } from "../../generated/associate";
import catalogue from "../../generated/catalogue.json";

const functions = FUNCTIONS as unknown as Record<string, WorksheetFunction>;

/** Calls a worksheet function by its id with blocks of cells, as Excel does. */
export function callById(id: string, args: unknown[]): Promise<unknown> {
  const compute = functions[id];
  const entry = catalogue.find((each) => each.id === id);
  if (!compute || !entry) throw new Error(`there is no function ${id}`);
  return call(compute, entry.parameters.length, args);
}
