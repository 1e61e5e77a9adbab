import { ICommandService } from "@univerjs/core";
import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  SetFormulaCalculationStartMutation,
  SetTriggerFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { FormulaCalculationSessionService, TriggerCalculationController } from "@univerjs/sheets-formula";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";

/** A calculation that takes longer than this is given up as hanging. */
const LIMIT_MS = 180_000;
/**
 * Univer begins to calculate 100 ms after the last change. Its own way to wait gives up when nothing begins within
 * half a second, which a busy page does not keep; so we count turns of the clock instead of time.
 */
const TURN_MS = 5;
const TURNS = 36;
/** A pause in the writing after which the grid calculates by itself. */
const PAUSE_MS = 300;

export interface Calculation {
  /** Says that something was changed on which formulas may depend. */
  touch(): void;
  /** Resolves when the results of all formulas are in the cells. */
  settle(): Promise<void>;
  /** Calculates everything anew. */
  force(): Promise<void>;
  /**
   * Waits for a calculation that runs and holds back the next one, until `settle` or until nothing was held for a
   * moment. Univer 0.25.1 loses formulas from its dependencies when cells change while it calculates ("Dependency
   * tree not found"), and would calculate again after each block that is written.
   */
  hold(): Promise<void>;
  /** Whether calculation is held back, waited for or under way. */
  isBusy(): boolean;
}

/** Runs `work`, which sets a timer; its time comes at once. */
function withoutDelay(work: () => void): void {
  const later = globalThis.setTimeout;
  globalThis.setTimeout = ((next: () => void) => later(next, 0)) as typeof setTimeout;
  try {
    work();
  } finally {
    globalThis.setTimeout = later;
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, TURN_MS));

export function watchCalculation(api: FUniver, injector: Injector): Calculation {
  const session = injector.get(FormulaCalculationSessionService);
  let touched = 0;
  let started = 0;
  let startedAtTouch = 0;
  let held = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const commands = injector.get(ICommandService);
  // The controller sets its timer at each change, before this listener of ours is called.
  const trigger = injector.get(TriggerCalculationController);
  const disarm = (): void =>
    clearTimeout(Reflect.get(trigger, "_setTimeoutKey") as ReturnType<typeof setTimeout>);
  commands.onCommandExecuted((command) => {
    if (command.id === SetFormulaCalculationStartMutation.id) started++;
    else if (held) disarm();
  });
  const isRunning = (): boolean => session.state.started && !session.state.resultApplied;
  const ofTrigger = (name: string): unknown => Reflect.get(trigger, name);
  const hasWaiting = (): boolean => {
    const waiting = ofTrigger("_waitingCommandQueue");
    return Array.isArray(waiting) && waiting.length > 0;
  };
  const arm = (): void =>
    void commands.syncExecuteCommand(
      SetTriggerFormulaCalculationStartMutation.id,
      { commands: [], forceCalculation: false },
      { onlyLocal: true },
    );
  /** Sets the controller's timer again: it then calculates all that changed meanwhile. */
  function release(start: (arm: () => void) => void): void {
    clearTimeout(pause);
    if (!held) return;
    held = false;
    if (touched === 0 && !hasWaiting()) return;
    startedAtTouch = started;
    start(arm);
  }
  /** Changes that wait for the controller's timer, a calculation under way, or one stopped to begin again. */
  const isBusy = (): boolean => {
    return (
      isRunning() ||
      hasWaiting() ||
      ofTrigger("_restartCalculation") === true ||
      (ofTrigger("_executionInProgressParams") ?? null) !== null
    );
  };
  async function idle(): Promise<void> {
    const start = performance.now();
    while (isBusy()) {
      if (performance.now() - start > LIMIT_MS) throw new Error("the grid does not finish its calculation");
      await turn();
    }
  }

  async function settleNow(): Promise<void> {
    // Whoever asks for results changes nothing more before they are there.
    release(withoutDelay);
    while (touched > 0 || isBusy()) {
      const change = touched;
      for (let passed = 0; passed < TURNS && started === startedAtTouch && !isBusy(); passed++) await turn();
      await idle();
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
    async hold() {
      if (settling) await settling;
      while (isRunning()) await turn();
      held = true;
      disarm();
      clearTimeout(pause);
      pause = setTimeout(() => release((later) => later()), PAUSE_MS);
    },
    isBusy: () => held || touched > 0 || isBusy(),
    async force() {
      // Asked for while another calculation runs, it could be taken for a part of that one, which has no such answers.
      await settle();
      touch();
      api.getFormula().executeCalculation();
      return settle();
    },
  };
}
