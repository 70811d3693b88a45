import { sealKey } from "#lib/crypto/seal-key.ts";
import { seal, unseal } from "#lib/crypto/seal.ts";
import { advanceBulkJob } from "#lib/bulk-jobs/bulk-job.ts";
import { summaryOf } from "#lib/bulk-jobs/left-out.ts";
import type { UserOutcome } from "#lib/bulk-jobs/schemas.ts";
import type { Db } from "#lib/db/client.ts";
import { startMailBatch } from "#lib/mail/mail-batch.ts";
import type { MivbDetails, MivbSecrets } from "#lib/mail/mivb-mails.ts";
import { queueMails } from "#lib/mail/queue-mail.ts";
import { MAIL_PURPOSE } from "#lib/mail/send-mail.ts";
import { ownServices } from "#lib/me/own-services.ts";
import type { StoredService } from "#lib/me/own-services.ts";
import { issuedSecrets } from "#lib/plans/issued-secrets.ts";
import { DEPLOYMENT_LINK } from "#lib/plans/keep-deployment.ts";
import type { SetAct } from "./bulk-act.ts";

type Recipient = { id: string; name: string; email: string; services: StoredService[]; link: Uint8Array | null };

const NO_SECRETS: MivbSecrets = { clientPassword: null, passcode: null };

/**
 * Sends each user of a set who has MiVoice Business services the two mails that hand them over; who has none is left out and
 * named, and so is who has voicemail beside an Open Integration Gateway (USER-61 to USER-67, OP1-31, OP1-32). What the mails say lies sealed until they are sent.
 */
export const deploymentSet: SetAct = async ({ db, emit, enqueue, accountId, actor, now }, userIds, bulkJobId) => {
  const recipients = await readRecipients(db, accountId, userIds);
  const withGateway = await hasGatewayBesideMicollab(db, accountId);
  const outcomes = recipients.map(({ id, name, email, services }): UserOutcome => {
    const reason = whyNotMailed(services, withGateway);
    return { userId: id, name, email, outcome: reason === null ? "queued" : "left_out", reason: reason ?? "" };
  });
  if (outcomes.length === 0) {
    await emit([]);
    return outcomes;
  }
  const { underWay: total, skipped } = summaryOf(outcomes);
  const batch = bulkJobId ?? (await startMailBatch(db, { accountId, kind: "mivb_deployment", total, skipped, actor }));
  // With no mail to wait for it is over at once, and told so (OP1-32).
  if (bulkJobId === undefined && total === 0) await advanceBulkJob(db, { accountId, id: batch }, {}, now);
  const mailed = new Set(outcomes.filter(({ outcome }) => outcome === "queued").map(({ userId }) => userId));
  if (mailed.size > 0) {
    const secrets = await issuedSecrets(db, accountId, [...mailed]);
    const mails = recipients
      .filter(({ id }) => mailed.has(id))
      .map((recipient) => ({
        userId: recipient.id,
        recipient: recipient.email,
        kind: "mivb_details" as const,
        contentSealed: sealed(detailsOf(recipient)),
        next: { kind: "mivb_secrets" as const, contentSealed: sealed(secrets.get(recipient.id) ?? NO_SECRETS) },
      }));
    await queueMails({ db, enqueue, accountId, bulkJobId: batch }, mails);
  }
  await emit(outcomes.filter(({ userId }) => mailed.has(userId)).map(({ userId, name }) => ({ action: "Send", asset: { kind: "user", id: userId, name }, details: { mail: "mivb_deployment" } })));
  return outcomes;
};

function whyNotMailed(services: readonly StoredService[], withGateway: boolean): string | null {
  if (!services.some(({ kind }) => kind === "mivb.phone")) return "Has no MiVoice Business services.";
  // USER-67, OP1-32.
  return withGateway && services.some(({ kind }) => kind === "mivb.voicemail") ? "Has voicemail, and an Open Integration Gateway (OIG) is connected together with MiCollab." : null;
}

async function hasGatewayBesideMicollab(db: Db, accountId: string): Promise<boolean> {
  return (await db.networkElement.count({ where: { accountId, kind: { in: ["oig", "micollab"] } } })) === 2;
}

function detailsOf({ email, services, link }: Recipient): MivbDetails {
  const { phones, client } = ownServices(services);
  return {
    signInName: email,
    phones: phones.map(({ number, device, deviceType }) => ({ number, device, deviceType })),
    client: client && { userName: client.userName, link: link && unseal(link, sealKey(), DEPLOYMENT_LINK) },
  };
}

function sealed(content: MivbDetails | MivbSecrets): Uint8Array<ArrayBuffer> {
  return seal(JSON.stringify(content), sealKey(), MAIL_PURPOSE);
}

function readRecipients(db: Db, accountId: string, userIds: string[]): Promise<Recipient[]> {
  return db.$queryRaw<Recipient[]>`
    select u.id::text, u.name, u.email,
           (select coalesce(json_agg(json_build_object('kind', s.kind, 'attributes', s.attributes) order by s.kind, s.key), '[]')
              from services s where s.account_id = u.account_id and s.user_id = u.id) as services,
           (select d.link_sealed from deployments d where d.account_id = u.account_id and d.user_id = u.id order by d.deployed_at desc limit 1) as link
      from users u
     where u.account_id = ${accountId}::uuid and u.id = any(${userIds}::uuid[])
     order by u.name_key, u.id`;
}
