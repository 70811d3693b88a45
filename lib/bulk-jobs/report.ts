/** What the notification at the end of a bulk job says. Pure. */
import type { NotificationToWrite } from "#lib/notifications/notify.ts";
import type { BulkKind, LeftOut } from "./schemas.ts";

const WORDS: Record<BulkKind, { title: string; done: (count: number) => string; failed: (count: number) => string }> = {
  welcome: mailWords("Welcome e-mails"),
  password_reset: mailWords("Password reset e-mails"),
  mivb_deployment: mailWords("MiVoice Business deployment e-mails"),
  office_deployment: mailWords("Mitel Office deployment e-mails"),
  licenses: { title: "Licenses of users", done: (count) => `${count} changed`, failed: (count) => `${count} could not be changed` },
  sms_numbers: { title: "SMS numbers of users", done: (count) => `${count} changed`, failed: (count) => `${count} could not be changed` },
  delete_users: { title: "Users deleted", done: (count) => `${count} deleted`, failed: (count) => `${count} could not be deleted` },
};

function mailWords(title: string) {
  return { title, done: (count: number) => `${count} sent`, failed: (count: number) => `${count} could not be delivered` };
}

type EndedJob = {
  /** The job whose page tells of each user; left out where one request did all. */
  id?: string;
  accountId?: string;
  kind: BulkKind;
  done: number;
  failed: number;
  skipped: LeftOut[];
};

/**
 * The notification of a job that is over.
 * @param failures the mails that could not be delivered, as far as they are told one by one
 */
export function reportOf({ id, accountId, kind, done, failed, skipped }: EndedJob, failures: readonly { recipient: string; error: string }[]): Omit<NotificationToWrite, "to"> {
  const words = WORDS[kind];
  const left = skipped.reduce((sum, line) => sum + line.count, 0);
  const parts = [words.done(done), ...(failed > 0 ? [words.failed(failed)] : []), ...(left > 0 ? [`${left} left out`] : [])];
  const untold = failed - failures.length;
  return {
    status: failed > 0 ? "failed" : "completed",
    title: words.title,
    body: `${parts.join(", ")}.`,
    ...(id && accountId && { link: `/accounts/${accountId}/users/jobs/${id}` }),
    details: {
      ...Object.fromEntries(skipped.map((line) => [line.reason, namesOf(line)])),
      ...Object.fromEntries(failures.map(({ recipient, error }) => [recipient, error])),
      ...(failures.length > 0 && untold > 0 ? { "And more": `${untold} others could not be delivered either.` } : {}),
    },
  };
}

/** "Ada Brandt, Emeka Nwosu and 3 more" */
function namesOf({ count, examples }: LeftOut): string {
  const more = count - examples.length;
  return more > 0 ? `${examples.join(", ")} and ${more} more` : examples.join(", ");
}
