import { hasExcel, inWorkbook } from "./host";
import { ExcelProblem, problemOf } from "./problem";

/** Calls `listener` after each change of the selection; the answer ends it. */
export const onSelectionChanged = (listener: () => void): Promise<() => Promise<void>> =>
  listening(({ workbook }, handler) => workbook.onSelectionChanged.add(handler), listener);

/** Calls `listener` after a sheet was calculated, once for each sheet; the answer ends it. */
export const onCalculated = (listener: () => void): Promise<() => Promise<void>> =>
  listening(({ workbook }, handler) => workbook.worksheets.onCalculated.add(handler), listener);

async function listening<Event>(
  add: (
    context: Excel.RequestContext,
    handler: () => Promise<void>,
  ) => OfficeExtension.EventHandlerResult<Event>,
  listener: () => void,
): Promise<() => Promise<void>> {
  if (!hasExcel()) throw new ExcelProblem("noExcel");
  const registered = await inWorkbook(async (context) => {
    const handler = add(context, () => {
      listener();
      return Promise.resolve();
    });
    await context.sync();
    return handler;
  });
  return async () => {
    try {
      await Excel.run(registered.context, async (context) => {
        registered.remove();
        await context.sync();
      });
    } catch (error) {
      throw problemOf(error);
    }
  };
}
