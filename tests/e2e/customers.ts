/** Accounts and people for browser tests, made as the partner whose page it is; each test has its own, as all share one portal. */
import type { Page } from "playwright-core";
import { linkIn, mailTo } from "./mailbox.ts";

type NewUser = { firstName: string; lastName: string; email: string; accountAdmin?: boolean };

/** Calls an operation with the session of a page. */
export function call<Answer>(page: Page, method: string, path: string, body?: object): Promise<Answer> {
  return page.evaluate(
    async ({ method, path, body }) => {
      const response = await fetch(`/api/v1${path}`, { method, headers: { "content-type": "application/json" }, ...(body && { body: JSON.stringify(body) }) });
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${JSON.stringify(answer)}`);
      return answer as never;
    },
    { method, path, body },
  );
}

/** A customer account of the partner; gives its id. */
export async function aCustomer(page: Page, name: string, defaultLanguage = "en-US"): Promise<string> {
  const fields = { name, defaultLanguage, country: "DE", address: "Speicherstadt 4", city: "Hamburg", postalCode: "20457", supportContacts: [{ email: "help@partner.example" }] };
  return (await call<{ id: string }>(page, "POST", "/accounts", fields)).id;
}

/** A user of an account; gives the address of the page to register, out of the welcome mail. */
export async function aNewUser(page: Page, accountId: string, user: NewUser, mail: { subject: string; action: string } = { subject: "Welcome", action: "Finish building your account" }): Promise<string> {
  await call(page, "POST", `/accounts/${accountId}/users`, { accountAdmin: false, ...user });
  return linkIn(await mailTo(user.email, mail.subject), mail.action);
}
