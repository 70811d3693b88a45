/** Requests to the REST door of the running portal, with the cookie of a visitor, as a client application of that person sends them. */
import { inject } from "vitest";
import type { Visitor } from "./browser.ts";

/** Sends a request from the visitor's own page and gives its answer. */
export async function ask<T>({ context }: Visitor, method: string, path: string, body?: unknown): Promise<T> {
  const { url } = inject("portal");
  const response = await context.request.fetch(`${url}/api/v1${path}`, { method, headers: { origin: url }, ...(body !== undefined && { data: body }) });
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
  return (await response.json()) as T;
}
