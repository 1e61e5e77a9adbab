import { ICommandService } from "@univerjs/core";
import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { SetFormulaCalculationStartMutation } from "@univerjs/engine-formula";
import { FormulaCalculationSessionService } from "@univerjs/sheets-formula";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";

/** A calculation that takes longer than this is given up as hanging. */
const LIMIT_MS = 180_000;
/**
 * Univer begins to calculate 100 ms after the last change. Its own way to wait gives up when nothing begins within
 * half a second, which a busy page does not keep; so we count turns of the clock instead of time.
 */
const TURN_MS = 15;
const TURNS = 12;

export interface Calculation {
  /** Says that something was changed on which formulas may depend. */
  touch(): void;
  /** Resolves when the results of all formulas are in the cells. */
  settle(): Promise<void>;
  /** Calculates everything anew. */
  force(): Promise<void>;
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, TURN_MS));

export function watchCalculation(api: FUniver, injector: Injector): Calculation {
  const session = injector.get(FormulaCalculationSessionService);
  let touched = 0;
  let started = 0;
  let startedAtTouch = 0;
  injector.get(ICommandService).onCommandExecuted((command) => {
    if (command.id === SetFormulaCalculationStartMutation.id) started++;
  });
  const isRunning = (): boolean => session.state.started && !session.state.resultApplied;

  async function settleNow(): Promise<void> {
    while (touched > 0) {
      const change = touched;
      for (let passed = 0; passed < TURNS && started === startedAtTouch; passed++) await turn();
      while (isRunning()) await session.waitForLatestApplied(LIMIT_MS);
      if (touched === change) touched = 0;
    }
  }

  let settling: Promise<void> | null = null;
  const settle = (): Promise<void> => (settling ??= settleNow().finally(() => (settling = null)));
  const touch = (): void => {
    touched++;
    startedAtTouch = started;
  };
  return {
    touch,
    settle,
    force() {
      touch();
      api.getFormula().executeCalculation();
      return settle();
    },
  };
}
