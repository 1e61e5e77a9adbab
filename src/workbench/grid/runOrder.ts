import type { Injector } from "@univerjs/core";
import { IDependencyManagerService, IFormulaDependencyGenerator } from "@univerjs/engine-formula";
import type { FormulaDependencyGenerator } from "@univerjs/engine-formula";
import { RangeGroups } from "./rangeGroups";
import type { RangeGroup } from "./rangeGroups";

type Formula = Awaited<ReturnType<FormulaDependencyGenerator["generate"]>>[number];

/** What still has to be looked at on the way down from a formula to those that depend on it. */
interface Step {
  readonly formula: Formula;
  readonly dependents: Iterator<Formula>;
}

/**
 * The order of calculation, found by going through each formula and each range once. Univer 0.25.1 goes along every
 * pair of a cell and a formula that refers to it, twice: a summary of 900 customers and 3,500 orders has 30 million.
 * Its private members are replaced here; the version is pinned (docs/decisions/0005-workbench.md).
 */
export function quickenRunOrder(injector: Injector): void {
  const ranges = new RangeGroups();
  const addressed = new RangeGroups();
  const generator = injector.get(IFormulaDependencyGenerator);
  Reflect.set(injector.get(IDependencyManagerService), "_dependencyRTreeCache", ranges);
  Reflect.set(generator, "_dependencyRTreeCacheForAddressFunction", addressed);
  let hasCycle = false;
  Reflect.set(generator, "_calculateRunList", (changed: Formula[]): Formula[] => {
    const formulas = Reflect.get(generator, "_dependencyTreeCache") as ReadonlyMap<number, Formula>;
    const order = runOrder(changed, formulas, [ranges, addressed]);
    hasCycle = order.hasCycle;
    return order.formulas;
  });
  Reflect.set(generator, "_checkIsCycleDependency", () => hasCycle);
}

/**
 * The changed formulas and all that depend on them, dependents before what they depend on: Univer calculates from the
 * end. A formula or a range that is met again while what depends on it is still being looked at closes a circle.
 */
export function runOrder(
  changed: readonly Formula[],
  formulas: ReadonlyMap<number, Formula>,
  indexes: readonly RangeGroups[],
): { readonly formulas: Formula[]; readonly hasCycle: boolean } {
  const ordered: Formula[] = [];
  const met = new Map<Formula, "open" | "done">();
  const ranges = new Map<RangeGroup, "open" | "done">();
  let hasCycle = false;

  function* dependentsOf(formula: Formula): Generator<Formula> {
    for (const place of formula.toRTreeItem()) {
      for (const index of indexes) {
        for (const range of index.groupsIn(place)) {
          if (ranges.get(range) === "open") hasCycle = true;
          if (ranges.has(range)) continue;
          ranges.set(range, "open");
          for (const id of range.ids) {
            const dependent = formulas.get(id);
            if (dependent) yield dependent;
          }
          ranges.set(range, "done");
        }
      }
    }
  }

  for (const first of changed) {
    if (met.has(first)) continue;
    const steps: Step[] = [];
    const enter = (formula: Formula): void => {
      met.set(formula, "open");
      steps.push({ formula, dependents: dependentsOf(formula) });
    };
    enter(first);
    for (let step = steps.at(-1); step; step = steps.at(-1)) {
      const next = step.dependents.next();
      if (next.done === true) {
        step.formula.setSkip();
        met.set(step.formula, "done");
        ordered.push(step.formula);
        steps.pop();
      } else if (!met.has(next.value)) enter(next.value);
      else if (met.get(next.value) === "open") hasCycle = true;
    }
  }
  return { formulas: ordered, hasCycle };
}
