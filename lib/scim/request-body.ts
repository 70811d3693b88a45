import { isTooDeep } from "#lib/operations/nesting.ts";
import { HttpRefusal } from "./answers.ts";
import { ScimRefusal } from "./refusal.ts";

const MAX_BYTES = 1024 * 1024;

/**
 * The JSON object that a request holds.
 * @throws HttpRefusal 415 for another type than SCIM's or plain JSON (SCIMAPI-04), 413; ScimRefusal invalidSyntax
 */
export async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/scim+json" && type !== "application/json") throw new HttpRefusal(415, "Send the body as application/scim+json or application/json.");
  const text = await textOf(request);
  try {
    const body: unknown = JSON.parse(text);
    if (isTooDeep(body)) throw new ScimRefusal("invalidSyntax", "The body is nested too deeply.");
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ScimRefusal("invalidSyntax", "The body must be a JSON object.");
}

async function textOf(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new HttpRefusal(413, "At most 1 MB can be sent.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
