/** Support logs of the demo account, as the applications of its users would report them. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { database } from "#lib/db/client.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import type { Resolved } from "#lib/operations/actor.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { startSession } from "#lib/sessions/start-session.ts";
import { addSupportLog } from "#lib/support-logs/add-support-log.ts";
import { updateSupportLog } from "#lib/support-logs/update-support-log.ts";

type DemoLog = { reporter: number; image?: string; support?: { state: "open" | "reported" | "resolved"; notes: string }; report: object };

const SCREENSHOT = join(import.meta.dirname, "../../public/screenshot.png");

const SIP_LOG = `2026-11-19 08:41:07.112 TX udp 192.168.178.41:5060 -> 203.0.113.20:5061
REGISTER sip:pbx.ballad.example SIP/2.0
From: <sip:2203@pbx.ballad.example>;tag=4f1c
CSeq: 18 REGISTER

2026-11-19 08:41:39.118 RX
SIP/2.0 408 Request Timeout
CSeq: 18 REGISTER
`;

/** In the order in which they are reported; `reporter` is the place in the list of the account's users. */
const DEMO_LOGS: DemoLog[] = [
  {
    reporter: 2,
    support: { state: "resolved", notes: "The headset profile was set back. Works again since this morning." },
    report: {
      product: "Mitel One Mobile",
      platform: "ios",
      title: "No sound in calls with the headset",
      topic: "Calls",
      description: "Since the last update I hear nothing when the headset is connected. Without it all is well.",
      logLevel: "info",
      log: "08:12:44 info  audio route changed: BluetoothHFP\n08:12:45 warn  audio session interrupted\n08:12:45 error no input available on route BluetoothHFP\n",
      userDetails: { Name: "Farah Haddad", Extension: "2204", Language: "en-GB" },
      deviceDetails: { Device: "iPhone 16", "Operating system": "iOS 26.1", "App version": "2.14.0 (8812)", Network: "Wi-Fi" },
      errorInformation: "AVAudioSession error 561017449: insufficient priority",
    },
  },
  {
    reporter: 1,
    report: {
      product: "Mitel One Mobile",
      platform: "android",
      title: "The app loses its registration on the way to work",
      topic: "Registration",
      description: "Every morning on the train the app says \"Not registered\". It comes back only after I open it again.",
      logLevel: "debug",
      log: "08:40:58 debug network changed: LTE -> none\n08:41:07 debug REGISTER sent, attempt 1\n08:41:39 error REGISTER timed out after 32000 ms\n",
      sipLog: SIP_LOG,
      userDetails: { Name: "Emeka Nwosu", Extension: "2203", Language: "en-US" },
      deviceDetails: { Device: "Pixel 10", "Operating system": "Android 17", "App version": "2.14.1 (8830)", Network: "LTE" },
      signalStrength: "08:40:12 LTE rsrp=-98 rsrq=-11 level=3\n08:40:41 LTE rsrp=-117 rsrq=-16 level=1\n08:40:58 none\n08:41:52 LTE rsrp=-104 rsrq=-12 level=2\n",
      errorInformation: "SIP 408 Request Timeout (REGISTER)",
    },
  },
  {
    reporter: 0,
    support: { state: "reported", notes: "Ticket: #1920\nOpen Issue" },
    report: {
      product: "Mitel One Web",
      title: "Messages arrive twice",
      topic: "Messages",
      description: "Each message of the group \"Dispatch\" is listed twice until I load the page again.",
      log: "14:02:11 warn  stream reconnected\n14:02:11 info  messages replayed: 12\n",
      userDetails: { Name: "Dana Ortiz", Browser: "Firefox 147" },
      errorInformation: "DuplicateKeyWarning: message 7f21 was rendered twice",
    },
  },
  {
    reporter: 3,
    image: "what-I-see-in-the-contact-list-of-the-office.png",
    report: {
      product: "Mitel One Web",
      title: "Contacts of the office are missing",
      topic: "Contacts",
      description: "Three colleagues are not in my contact list any more. The picture shows what I see.",
      log: "09:30:02 info  contacts synced: 5 of 8\n09:30:02 warn  contact without extension skipped\n",
      userDetails: { Name: "Gustav Holm", Browser: "Chrome 143" },
    },
  },
];

/** Reports the issues as users of the account, and lets the partner deal with some of them. */
export async function addDemoSupportLogs(partner: Resolved, accountId: string, userIds: readonly string[]): Promise<void> {
  const { prisma } = database();
  for (const { reporter, image, support, report } of DEMO_LOGS) {
    const { id: sessionId, token } = await startSession(prisma, { accountId, userId: userIds[reporter]!, method: "password", userAgent: "", now: new Date() });
    const resolved = await resolveActor({ sessionToken: token }, accountId);
    const attachments = image ? [{ fileName: image, content: (await readFile(SCREENSHOT)).toString("base64") }] : [];
    const { id } = await runOperation(addSupportLog, { resolved, input: { ...report, attachments } });
    await prisma.session.delete({ where: { accountId_id: { accountId, id: sessionId } } });
    if (support) await runOperation(updateSupportLog, { resolved: partner, input: { logId: id, version: 1, ...support } });
  }
}
