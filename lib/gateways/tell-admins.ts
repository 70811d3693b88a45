/** The update notification of the gateway: an account's admins learn what was changed of a user (USER-14, OP1-23). */
import { sealKey } from "#lib/crypto/seal-key.ts";
import { seal } from "#lib/crypto/seal.ts";
import type { PropertyChange } from "#lib/events/schemas.ts";
import { isInUse } from "#lib/integrations/rules.ts";
import { queueMails } from "#lib/mail/queue-mail.ts";
import { MAIL_PURPOSE } from "#lib/mail/send-mail.ts";
import type { OperationContext } from "#lib/operations/operation.ts";

type Context = Pick<OperationContext<"account">, "actor" | "account" | "db" | "enqueue" | "notify">;

/** What can be changed of a user, as the admins read it. */
const FIELD_NAMES: Record<string, string> = { firstName: "First name", lastName: "Last name", name: "Name", email: "E-mail address", mobileNumber: "Mobile number", extension: "Extension", role: "Role" };

/** Mails and tells every account admin of an account with an onboarded gateway; nobody else has anything to do with it. */
export async function tellOfUserChange({ actor, account, db, enqueue, notify }: Context, user: { id: string; name: string }, changes: readonly PropertyChange[]): Promise<void> {
  if (!isInUse(account.integrations, "cloudlink_gateway")) return;
  const admins = await db.user.findMany({ where: { accountId: account.id, role: "account_admin", disabledAt: null }, select: { id: true, email: true }, orderBy: { id: "asc" } });
  const fields = changes.map(({ property }) => FIELD_NAMES[property] ?? property);
  const content = JSON.stringify({ user: user.name, by: actor.name, fields, link: `/accounts/${account.id}/users/${user.id}` });
  await queueMails({ db, enqueue, accountId: account.id }, admins.map(({ id, email }) => ({ userId: id, recipient: email, kind: "user_changed", contentSealed: seal(content, sealKey(), MAIL_PURPOSE) })));
  for (const { id } of admins) {
    await notify({ to: { accountId: account.id, userId: id }, status: "completed", title: `${user.name} was changed by ${actor.name}`, body: `Changed: ${fields.join(", ")}`, link: `/accounts/${account.id}/users/${user.id}` });
  }
}
