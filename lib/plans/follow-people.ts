/** What is wanted on the systems follows the people as the portal knows them. */
import type { Db } from "#lib/db/client.ts";
import { withNames } from "./new-logins.ts";
import type { UserToDraft } from "./new-logins.ts";

type Named = Pick<UserToDraft, "name" | "firstName" | "lastName" | "email">;

/** A user as they were, and as they are from now on. */
export type PersonChange = { userId: string; before: Named; after: Named };

/**
 * Takes changed names and addresses into the stored services of these users. Nothing is sent: until a person repairs them, the
 * systems that still have it otherwise show as differences. Runs in the caller's transaction, in two statements.
 * @returns whether any of these users has services that became otherwise
 */
export async function followPeople(db: Db, accountId: string, people: readonly PersonChange[]): Promise<boolean> {
  const rows = people.flatMap(({ userId, before, after }) => {
    const [was, is] = [withNames(before), withNames(after)];
    const changed = Object.fromEntries(Object.entries(is).filter(([field, value]) => value !== was[field as keyof typeof was]));
    const description = [is.firstName, is.lastName].filter(Boolean).join(" ");
    return Object.keys(changed).length > 0 ? [{ user_id: userId, changed, description, renamed: "firstName" in changed || "lastName" in changed }] : [];
  });
  if (rows.length === 0) return false;
  const json = JSON.stringify(rows);
  const known = await db.$executeRaw`
    update services s set attributes = s.attributes || p.changed
      from json_to_recordset(${json}::json) as p (user_id uuid, changed jsonb)
     where s.account_id = ${accountId}::uuid and s.user_id = p.user_id and s.kind in ('mivb.user', 'micollab.client_account', 'micc.employee')`;
  // A teleworker set is described by the name of whose it is.
  const described = await db.$executeRaw`
    update services s set attributes = s.attributes || jsonb_build_object('description', p.description)
      from json_to_recordset(${json}::json) as p (user_id uuid, description text, renamed boolean)
     where s.account_id = ${accountId}::uuid and s.user_id = p.user_id and s.kind = 'mbg.teleworker_set' and p.renamed`;
  return known + described > 0;
}
