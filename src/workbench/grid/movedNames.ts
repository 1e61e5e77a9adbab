import { ICommandService } from "@univerjs/core";
import type { Injector } from "@univerjs/core";
import {
  IFunctionService,
  LexerTreeBuilder,
  SetDefinedNameMutation,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";

/** Long formulas are kept under a number that tells nothing of their names: only all of them can be forgotten. */
const ALL = "";

/**
 * Univer 0.25.1 keeps formulas as it has parsed them, with the cells that their names stood for then, and goes on with
 * those when a name is pointed at others: it has to forget them before it calculates again.
 */
export function followMovedNames(injector: Injector): void {
  const commands = injector.get(ICommandService);
  let moved = false;
  commands.beforeCommandExecuted(({ id }) => {
    if (id === SetDefinedNameMutation.id) moved = true;
    else if (id === SetFormulaCalculationStartMutation.id && moved) {
      moved = false;
      injector.get(IFunctionService).deleteFormulaAstCacheKey(ALL);
      // What is kept of the parser is common to all parsers, and goes when one of them is disposed of.
      new LexerTreeBuilder().dispose();
    }
  });
}
