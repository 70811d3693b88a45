import { newId } from "#lib/db/id.ts";
import { publish } from "#lib/live/publish.ts";
import { queueMails } from "#lib/mail/queue-mail.ts";
import { conflict, forbidden } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { may } from "#lib/permissions/grants.ts";
import { assertMayGive } from "#lib/roles/give-role.ts";
import { assertGivable } from "#lib/sms-numbers/give-number.ts";
import { countUsers } from "./count-users.ts";
import { readUser } from "./get-user.ts";
import { AddUserInput, UserView } from "./schemas.ts";

/** The sentence of USER-20, for a value that another user of the account has. */
export const ALREADY_IN_USE = "One or more of the attribute values are already in use";

/** Adds a user to an account and sends the welcome mail (USER-15 to USER-26, WELCOME-01). */
export const addUser = operation({
  name: "users.add",
  summary: "Add a user to an account and send the welcome e-mail",
  permission: [{ feature: "users", action: "add" }],
  scope: "account",
  kind: "write",
  input: AddUserInput,
  output: UserView,
  http: { method: "POST", path: "/accounts/{accountId}/users" },
  async run({ actor, account, db, emit, enqueue, now }, input) {
    // Users of a partner account come from MiAccess (LOGIN-06, LOGIN-07).
    if (account.kind === "partner") throw forbidden("Users of a partner account sign in with MiAccess and can not be added here.");
    if (input.accountAdmin) {
      if (!may(actor, "roles", "assign")) throw forbidden("Your role does not allow giving administrative rights.");
      assertMayGive(actor, "account_admin");
    }
    if (input.smsNumber !== "") await assertGivable(db, account, input.smsNumber, ALREADY_IN_USE);
    const id = newId();
    const user = {
      email: input.email,
      firstName: input.firstName,
      lastName: input.lastName,
      name: `${input.firstName} ${input.lastName}`,
      mobileNumber: input.mobileNumber,
      role: input.accountAdmin ? "account_admin" : "user",
    };
    // The unique index decides when two people add the same address at once.
    const { count } = await db.user.createMany({
      data: { ...user, smsNumber: input.smsNumber || null, accountId: account.id, id, createdAt: now, modifiedAt: now, modifiedBy: actor.name, welcomedAt: now },
      skipDuplicates: true,
    });
    if (count === 0) throw conflict(ALREADY_IN_USE, "email");
    await countUsers(db, account.id, 1);
    await queueMails({ db, enqueue, accountId: account.id }, [{ userId: id, recipient: input.email, kind: "welcome" }]);
    await emit({
      action: "Add",
      asset: { kind: "user", id, name: user.name },
      changes: Object.entries({ ...user, ...(input.smsNumber !== "" && { smsNumber: input.smsNumber }) }).map(([property, after]) => ({ property, before: null, after })),
    });
    await publish(db, { channel: "account", accountId: account.id, topic: "users" });
    return readUser(db, account.id, id);
  },
});
