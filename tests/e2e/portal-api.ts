/** The REST door with the cookie of a visitor, for what a browser test prepares, and as a client application sends it. */
import type { Page } from "playwright-core";
import { inject } from "vitest";

/** Sends a request as the page's person; fails with the answer when it is refused. */
export async function ask<T>(page: Page, method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<T> {
  const { url } = inject("portal");
  const response = await page.request.fetch(`${url}/api/v1${path}`, { method, headers: { origin: url }, ...(body !== undefined && { data: body }) });
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
  return (response.status() === 204 ? null : await response.json()) as T;
}

/** Adds a customer account and gives its id. */
export async function addAccount(partner: Page, name: string, defaultLanguage = "en-US"): Promise<string> {
  const account = { name, defaultLanguage, country: "NL", address: "Quay 1", city: "Rotterdam", postalCode: "3011 AA", supportContacts: [{ email: "help@northwind.example" }] };
  return (await ask<{ id: string }>(partner, "POST", "/accounts", account)).id;
}
