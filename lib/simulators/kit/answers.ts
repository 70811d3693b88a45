/** What a handler answers, before it is put on the wire; plain data, so that a write's answer can be kept and repeated. */
import type { ServerResponse } from "node:http";
import type { Html } from "./html.ts";
import type { Refusal } from "./refusal.ts";

export type Answer = {
  status: number;
  type: string;
  text: string;
  location?: string;
  /** A `Set-Cookie` header. */
  cookie?: string;
};

// The console has no script at all and no foreign content, so an escaped value that slipped through could still do nothing.
const PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** An answer in JSON. */
export function json(status: number, value: unknown): Answer {
  return { status, type: "application/json; charset=utf-8", text: JSON.stringify(value) };
}

/** An answer without content (204). */
export function nothing(): Answer {
  return { status: 204, type: "", text: "" };
}

/** A web page. */
export function page(status: number, content: Html): Answer {
  return { status, type: "text/html; charset=utf-8", text: content.text };
}

/** Sends the browser on after a form was taken (303). */
export function seeOther(location: string): Answer {
  return { status: 303, type: "", text: "", location };
}

/** A refusal in the form every peer answers it in: `{ error: { code, message, field? } }`. */
export function refused(refusal: Refusal): Answer {
  const { code, message, field } = refusal;
  return json(refusal.status, { error: { code, message, field } });
}

/** Puts an answer on the wire. `realm` is named when credentials are asked for. */
export function send(response: ServerResponse, answer: Answer, realm: string): void {
  const headers: Record<string, string | number> = {
    "content-length": Buffer.byteLength(answer.text),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    // "no-referrer" would make browsers send the console's own forms with the origin "null", which is refused as a foreign one.
    "referrer-policy": "same-origin",
  };
  if (answer.type) headers["content-type"] = answer.type;
  if (answer.type.startsWith("text/html")) headers["content-security-policy"] = PAGE_POLICY;
  if (answer.location) headers.location = answer.location;
  if (answer.cookie) headers["set-cookie"] = answer.cookie;
  if (answer.status === 401) headers["www-authenticate"] = `Basic realm="${realm}", charset="UTF-8"`;
  response.writeHead(answer.status, headers);
  response.end(answer.text);
}
