/**
 * The translation of the functions' descriptions (`src/locales/<language>/functions.ts`): English stands in the doc
 * blocks of src/functions. A parameter's words come from the function where it has its own, else from the glossary.
 */
export interface FunctionTexts {
  /** By the parameter's name, for all functions. */
  readonly parameters: Readonly<Record<string, string>>;
  /** By the function's id. */
  readonly functions: Readonly<
    Record<string, { readonly description: string; readonly parameters?: Readonly<Record<string, string>> }>
  >;
}
