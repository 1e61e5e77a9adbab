import type { Refusal, RefusalKind } from "../numerics/refusal";
import { refusalText } from "../locales/refusalText";
import { refusalWords } from "../locales/refusalWords";
import { displayLocale } from "./host";

/** Only #VALUE! and #N/A show their message to the user; the others show the code alone. */
const CODES: Record<RefusalKind, keyof typeof CustomFunctions.ErrorCode> = {
  invalid: "invalidValue",
  tooLittleData: "notAvailable",
  noConvergence: "invalidNumber",
  divisionByZero: "divisionByZero",
};

/** The error that Excel shows for a refusal, with its words in the user's language. */
export const errorOf = (refusal: Refusal): CustomFunctions.Error =>
  new CustomFunctions.Error(
    CustomFunctions.ErrorCode[CODES[refusal.kind]],
    refusalText(refusal, refusalWords(displayLocale()), displayLocale()),
  );

/** A missing partner in a broadcast, as native formulas show it. */
export const notAvailable = (): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable);

export const isCellError = (value: unknown): value is CustomFunctions.Error =>
  typeof value === "object" && value instanceof CustomFunctions.Error;

/**
 * The error that a cell of an argument holds, or null. Hosts hand errors over in different clothes:
 * `CustomFunctions.Error`, `{code}`, or an error cell value `{type: "Error", basicValue}`.
 */
export function errorInCell(cell: unknown): CustomFunctions.Error | null {
  if (typeof cell !== "object" || cell === null) return null;
  if (isCellError(cell)) return cell;
  const { code, basicValue } = cell as { code?: unknown; basicValue?: unknown };
  const text = typeof code === "string" ? code : basicValue;
  if (typeof text !== "string" || !text.startsWith("#")) return null;
  const known = Object.values(CustomFunctions.ErrorCode).find((each) => each === text);
  return new CustomFunctions.Error(known ?? CustomFunctions.ErrorCode.invalidValue);
}
