import type { ErrorCode, FieldError } from "./schemas.ts";

/** Why an operation failed, in the closed set of codes; `message` is a sentence for the person who asked. */
export class OperationError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldError[];

  constructor(code: ErrorCode, message: string, fields: FieldError[] = []) {
    super(message);
    this.name = "OperationError";
    this.code = code;
    this.fields = fields;
  }
}

/** What was given can not be taken; with one field, `message` is about that field. */
export function invalid(message: string, path?: string): OperationError {
  return new OperationError("invalid", message, path === undefined ? [] : [{ path, message }]);
}

/** It does not exist, or exists only for others: from outside the two look the same. */
export function notFound(what: string): OperationError {
  return new OperationError("not_found", `${what} was not found.`);
}

export function conflict(message: string, path?: string): OperationError {
  return new OperationError("conflict", message, path === undefined ? [] : [{ path, message }]);
}

export function forbidden(message = "Your role does not allow this."): OperationError {
  return new OperationError("forbidden", message);
}
