import { sentence } from "#lib/messages/sentences.ts";
import type { ErrorCode, FieldError, Worded } from "./schemas.ts";

/**
 * What is said to a person: a text, which is shown as it is, or a sentence of the catalogue, which the reader gets in their own
 * language; it is to be one wherever the page speaks several.
 */
type Words = string | Worded;

function worded(words: Words): Worded {
  return typeof words === "string" ? { message: words } : words;
}

/** Why an operation failed, in the closed set of codes; `message` is a sentence for the person who asked. */
export class OperationError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldError[];
  /** By which the sentence is found in other languages. */
  readonly reason: Worded["reason"];
  readonly values: Worded["values"];

  constructor(code: ErrorCode, words: Words, fields: FieldError[] = []) {
    const { message, reason, values } = worded(words);
    super(message);
    this.name = "OperationError";
    this.code = code;
    this.fields = fields;
    this.reason = reason;
    this.values = values;
  }
}

/** What was given can not be taken; with one field, `message` is about that field. */
export function invalid(words: Words, path?: string): OperationError {
  return new OperationError("invalid", words, path === undefined ? [] : [{ path, ...worded(words) }]);
}

/** It does not exist, or exists only for others: from outside the two look the same. `what` names it, or is the whole sentence. */
export function notFound(what: Words): OperationError {
  return new OperationError("not_found", typeof what === "string" ? `${what} was not found.` : what);
}

export function conflict(words: Words, path?: string): OperationError {
  return new OperationError("conflict", words, path === undefined ? [] : [{ path, ...worded(words) }]);
}

export function forbidden(words: Words = sentence("notAllowed")): OperationError {
  return new OperationError("forbidden", words);
}
