/** The shapes in which every operation answers, safe for the browser. */
import { z } from "zod";

/** The closed set of reasons for which an operation can fail, with the HTTP status each one has. */
export const ERROR_STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limit_reached: 429,
  peer_failed: 502,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** A sentence for a person in English; with a `reason`, which stays the same when the wording changes, it is known in other languages too. */
const Worded = z.object({
  message: z.string(),
  reason: z.string().optional(),
  /** What stands in its places, e.g. the minutes to wait. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Worded = z.infer<typeof Worded>;

/** One message about one field; `path` is dotted, e.g. `supportContacts.0.email`. */
export const FieldError = Worded.extend({ path: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** What every door answers when an operation failed. `message` is a sentence for a person. */
export const ErrorBody = z.object({
  error: Worded.extend({
    code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
    fields: z.array(FieldError),
    requestId: z.string(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;
