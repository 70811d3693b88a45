/** Turning what a client sent into a checked value, or into a refusal that names the field. */
import type { z } from "zod";
import { invalid, type Refusal } from "./refusal.ts";

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((parent, key) => (parent as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}

function refusalOf(error: z.ZodError, body: unknown): Refusal {
  const [issue] = error.issues;
  if (!issue) return invalid("invalid_field", "The request is not valid.");
  if (issue.code === "unrecognized_keys") {
    const field = issue.keys.join(", ");
    return invalid("unknown_field", `There is no field ${field}.`, field);
  }
  const field = issue.path.map(String).join(".");
  const value = valueAt(body, issue.path);
  if (value === undefined || value === null || value === "") return invalid("missing_field", `${field} is required.`, field);
  return invalid("invalid_field", `${field}: ${issue.message}`, field);
}

/**
 * The body as `schema` wants it; fields that the body leaves out are taken from `defaults`.
 * Throws a `Refusal` (422) that names the first field which is missing, unknown or wrong.
 */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown, defaults: object = {}): z.output<Schema> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw invalid("missing_body", "The request must hold a JSON object.");
  }
  const result = schema.safeParse({ ...defaults, ...body });
  if (!result.success) throw refusalOf(result.error, body);
  return result.data;
}
