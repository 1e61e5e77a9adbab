/** Entry of functions.js: binds every worksheet function to its id. Also runs where only `CustomFunctions` exists. */
import { FUNCTIONS } from "../../generated/associate";
import { Refusal } from "../numerics/refusal";
import { errorOf, isCellError } from "./cellError";

type WorksheetFunction = (...args: never[]) => unknown;

/** Excel shows no message of an ordinary exception; whatever slips through becomes an error with words. */
function guarded(compute: WorksheetFunction): WorksheetFunction {
  const explain = (reason: unknown): never => {
    throw isCellError(reason) ? reason : errorOf(new Refusal("invalid", "unexpected"));
  };
  return (...args) => {
    try {
      const result = compute(...args);
      return result instanceof Promise ? result.catch(explain) : result;
    } catch (reason) {
      return explain(reason);
    }
  };
}

for (const [id, compute] of Object.entries(FUNCTIONS)) CustomFunctions.associate(id, guarded(compute));
