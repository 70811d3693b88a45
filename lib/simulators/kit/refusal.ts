/** What a peer answers when it will not do what it was asked: one error type for every peer. */

/** A refusal with its HTTP status, the peer's reason code, a sentence for people, and the field it is about. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;

  constructor(status: number, code: string, message: string, field?: string) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.field = field;
  }
}

/** The request names something the peer does not have (404). */
export function notFound(message: string, field?: string): Refusal {
  return new Refusal(404, "not_found", message, field);
}

/** The request collides with what the peer holds (409). */
export function conflict(code: string, message: string, field?: string): Refusal {
  return new Refusal(409, code, message, field);
}

/** The request breaks a rule of the peer and would do so at any time (422). */
export function invalid(code: string, message: string, field?: string): Refusal {
  return new Refusal(422, code, message, field);
}
