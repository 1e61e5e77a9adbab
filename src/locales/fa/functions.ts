import type { FunctionTexts } from "../functionTexts";

export const functionTexts: FunctionTexts = {
  parameters: {},
  functions: {},
};
