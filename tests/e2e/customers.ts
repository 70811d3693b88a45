/** People of customer accounts for browser tests, made as the partner whose page it is; each test has its own, as all share one portal. */
import type { Page } from "playwright-core";
import { linkIn, mailTo } from "./mailbox.ts";
import { ask } from "./portal-api.ts";

type NewUser = { firstName: string; lastName: string; email: string; accountAdmin?: boolean };

/** Adds a user; gives the address of the page to register, out of the welcome mail. */
export async function aNewUser(partner: Page, accountId: string, user: NewUser, mail: { subject: string; action: string } = { subject: "Welcome", action: "Finish building your account" }): Promise<string> {
  await ask(partner, "POST", `/accounts/${accountId}/users`, { accountAdmin: false, ...user });
  return linkIn(await mailTo(user.email, mail.subject), mail.action);
}
