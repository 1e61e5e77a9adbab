/**
 * The error codes of Excel that the workbench gives.
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
export type HostErrorCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "GeneralException"
  | "InvalidArgument"
  | "InvalidOperation"
  | "InvalidOperationInCellEditMode"
  | "InvalidReference"
  | "InvalidSelection"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "NotImplemented"
  | "RequestAborted"
  | "RequestPayloadSizeLimitExceeded"
  | "UndoNotSupported"
  | "ResponsePayloadSizeLimitExceeded"
  | "UnsupportedOperation";

/** What the host answers instead of a result; office.js turns it into an OfficeExtension.Error. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export const hostError = (code: HostErrorCode, message: string): HostError => new HostError(code, message);

export const internalError = (): HostError =>
  hostError("GeneralException", "There was an internal error while processing the request.");

export const itemNotFound = (): HostError =>
  hostError("ItemNotFound", "The requested resource doesn't exist.");

export const itemAlreadyExists = (): HostError =>
  hostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");

/** A member that this host does not know: refused by name, so that nothing is silently ignored. */
export const notImplemented = (type: string, member: string): HostError =>
  hostError("ApiNotFound", `not implemented by the workbench: ${type}.${member}`);
