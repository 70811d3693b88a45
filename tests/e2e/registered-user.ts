import type { Page } from "playwright-core";
import { aNewUser } from "./customers.ts";
import { ask } from "./portal-api.ts";

const PASSWORD = "a quiet harbour at dawn";

/** Adds a user who registers at once; gives what is needed to sign in. */
export async function registerUser(partner: Page, accountId: string, user: { firstName: string; lastName: string; email: string; accountAdmin?: boolean }): Promise<{ id: string; email: string; password: string }> {
  const link = await aNewUser(partner, accountId, user);
  await ask(partner, "POST", `/registrations/${new URL(link).pathname.split("/").at(-1)}`, { password: PASSWORD });
  const { items } = await ask<{ items: { id: string }[] }>(partner, "GET", `/accounts/${accountId}/users?search=${encodeURIComponent(user.email)}`);
  return { id: items[0]!.id, email: user.email, password: PASSWORD };
}
