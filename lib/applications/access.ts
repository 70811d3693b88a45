/** Who may use an application: whose account has its integration on, and for MiTeam Meetings who has a license of it besides (WFS-14, WFS-18, MEET-02). */
import type { Db } from "#lib/db/client.ts";
import { definitionOf } from "#lib/integrations/registry.ts";
import { isInUse } from "#lib/integrations/rules.ts";
import { sentence } from "#lib/messages/sentences.ts";
import type { Person } from "#lib/operations/actor.ts";
import { conflict, notFound } from "#lib/operations/errors.ts";
import type { ApplicationKey } from "./schemas.ts";
import { APPLICATION_KEYS } from "./schemas.ts";

type Holder = Pick<Person, "accountId" | "userId" | "integrations">;

/** The applications that a person may use now. */
export async function usableBy(db: Db, holder: Holder): Promise<ApplicationKey[]> {
  const enabled = APPLICATION_KEYS.filter((key) => isInUse(holder.integrations, key));
  if (!enabled.includes("miteam_meetings") || (await isLicensed(db, holder))) return enabled;
  return enabled.filter((key) => key !== "miteam_meetings");
}

/** @throws OperationError not_found without the integration, conflict without a license */
export async function assertUsable(db: Db, holder: Holder, key: ApplicationKey): Promise<void> {
  if (!isInUse(holder.integrations, key)) throw notFound(sentence("applicationNotEnabled", { name: definitionOf(key).name }));
  if (key === "miteam_meetings" && !(await isLicensed(db, holder))) throw conflict(sentence("noMeetingsLicense"));
}

async function isLicensed(db: Db, { accountId, userId }: Holder): Promise<boolean> {
  return (await db.license.count({ where: { accountId, userId, product: "miteam_meetings", plan: { not: null } } })) > 0;
}
