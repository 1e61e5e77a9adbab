import { ExcelProblem, hostCodeOf, problemOf, throwIfCancelled } from "../../src/excel/problem";

/** Codes of Excel: learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling */
it.each([
  ["InvalidOperationInCellEditMode", "editMode"],
  ["AccessDenied", "protectedCells"],
  ["RequestPayloadSizeLimitExceeded", "payloadTooLarge"],
  ["ResponsePayloadSizeLimitExceeded", "payloadTooLarge"],
  ["ItemNotFound", "sheetMissing"],
  ["ItemAlreadyExists", "sheetExists"],
  ["InvalidSelection", "notARange"],
  ["ServiceNotAvailable", "connectionLost"],
  ["ActivityLimitReached", "busy"],
  ["SomethingNew", "unexpected"],
])("takes the host's %s for %s, in whatever language its message is", (code, ours) => {
  const error = Object.assign(new Error("Der Vorgang ist nicht möglich."), { code });
  const problem = problemOf(error, { sheet: "Orders" });
  expect(problem.code).toBe(ours);
  expect(problem.details).toEqual({ sheet: "Orders", hostCode: code });
  expect(problem.cause).toBe(error);
});

it("leaves our own problems as they are", () => {
  const problem = new ExcelProblem("oneRow", { sheet: "Orders" });
  expect(problemOf(problem, { sheet: "Other" })).toBe(problem);
});

it("knows a cancelled signal, and takes anything else for unexpected", () => {
  expect(problemOf(new DOMException("stop", "AbortError")).code).toBe("cancelled");
  expect(problemOf("text").code).toBe("unexpected");
  expect(hostCodeOf(undefined)).toBe("");
  expect(() => throwIfCancelled(AbortSignal.abort())).toThrow(ExcelProblem);
  expect(() => throwIfCancelled(undefined)).not.toThrow();
});
