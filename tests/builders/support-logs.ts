/** Issues as the applications of users report them. */
import { runOperation } from "#lib/operations/run-operation.ts";
import { addSupportLog } from "#lib/support-logs/add-support-log.ts";
import { getSupportLog } from "#lib/support-logs/get-support-log.ts";
import type { SupportLogView } from "#lib/support-logs/schemas.ts";
import { anAccount, aPartner, aSignedInUser } from "./people.ts";
import type { SignedIn } from "./people.ts";

/** A PNG image of one pixel. */
export const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

export const REPORT = { product: "Mitel One Web", title: "Support log 22 - feedback", topic: "Messages", description: "feed back for two.", log: "12:01 warn stream lost\n" };

/** An Android phone's report with all that it can tell. */
export const ANDROID_REPORT = {
  ...REPORT,
  product: "Mitel One Mobile",
  platform: "android",
  logLevel: "debug",
  sipLog: "REGISTER sip:pbx.example SIP/2.0\n",
  userDetails: { Name: "Ada Brandt" },
  deviceDetails: { Device: "Pixel 10", "Operating system": "Android 17" },
  signalStrength: "08:40 rsrp=-98",
  errorInformation: "SIP 408",
};

/** An account with an admin and a user, and nothing reported yet. */
export async function anAccountWithReporter() {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const admin = await aSignedInUser(partner, account.id, "account_admin");
  const user = await aSignedInUser(partner, account.id, "user");
  return { partner, account, admin, user };
}

/** Reports an issue as a person of an account. */
export async function report(person: SignedIn, accountId: string, input: object = {}): Promise<{ id: string }> {
  return runOperation(addSupportLog, { resolved: await person.at(accountId), input: { ...REPORT, ...input } });
}

/** A log as somebody sees it. */
export async function logNow(person: SignedIn, accountId: string, logId: string): Promise<SupportLogView> {
  return runOperation(getSupportLog, { resolved: await person.at(accountId), input: { logId } });
}
