/** The simulated peers in one process: phone systems, gateways, a directory, a Twilio, MiAccess, applications and the mail catcher, each on its own port. */
import { z } from "zod";
import { DEMO_APPLICATIONS, DEMO_GATEWAYS, DEMO_OIG, DEMO_PEERS, DEMO_TWILIO, DEMO_UNIFY_PHONE, DEMO_VOICE_ASSIST } from "#lib/simulators/kit/demo.ts";
import { DEMO_ENTRA } from "#lib/simulators/entra/demo.ts";
import { startEntra } from "#lib/simulators/entra/start.ts";
import { startGateways } from "#lib/simulators/gateway/start.ts";
import { startMail } from "#lib/simulators/mail/start.ts";
import { startMbg } from "#lib/simulators/mbg/start.ts";
import { startMiAccess } from "#lib/simulators/miaccess/start.ts";
import { startMeetings } from "#lib/simulators/meetings/start.ts";
import { startMicc } from "#lib/simulators/micc/start.ts";
import { startMicollab } from "#lib/simulators/micollab/start.ts";
import { startMivb } from "#lib/simulators/mivb/start.ts";
import { startOig } from "#lib/simulators/oig/start.ts";
import { startTwilio } from "#lib/simulators/twilio/start.ts";
import { startUnifyPhone } from "#lib/simulators/unify-phone/start.ts";
import { startVoiceAssist } from "#lib/simulators/voice-assist/start.ts";
import { startWorkflowStudio } from "#lib/simulators/workflow-studio/start.ts";
import { miAccessCallback } from "./environment.ts";

const port = z.coerce.number().int().min(1).max(65_535);
const given = z
  .object({
    PEERS_DIR: z.string(),
    PORTAL_URL: z.url(),
    MIACCESS_CLIENT_ID: z.string(),
    MIACCESS_CLIENT_SECRET: z.string(),
    PORT_MIVB: port,
    PORT_MBG: port,
    PORT_MICOLLAB: port,
    PORT_MICC: port,
    PORT_ENTRA: port,
    PORT_TWILIO: port,
    PORT_OIG: port,
    PORT_MIACCESS: port,
    PORT_MAIL_SMTP: port,
    PORT_MAIL_INBOX: port,
    PORT_GATEWAYS: port,
    PORT_WORKFLOW_STUDIO: port,
    PORT_MEETINGS: port,
    PORT_VOICE_ASSIST: port,
    PORT_UNIFY_PHONE: port,
    WORKFLOW_STUDIO_SECRET: z.string(),
    MEETINGS_SECRET: z.string(),
    VOICE_ASSIST_SECRET: z.string(),
    UNIFY_PHONE_SECRET: z.string(),
  })
  .parse(process.env);

const place = { host: "127.0.0.1", dataDir: given.PEERS_DIR };
const signIn = (kind: keyof typeof DEMO_PEERS) => ({ username: DEMO_PEERS[kind].username, password: DEMO_PEERS[kind].password });
const consoleOf = (application: keyof typeof DEMO_APPLICATIONS) => ({ username: DEMO_APPLICATIONS[application].username, password: DEMO_APPLICATIONS[application].password });

const mivb = await startMivb({ ...place, port: given.PORT_MIVB, ...signIn("mivb") });
const running = [
  mivb,
  ...(await Promise.all([
    startMbg({ ...place, port: given.PORT_MBG, ...signIn("mbg") }),
    startMicollab({ ...place, port: given.PORT_MICOLLAB, ...signIn("micollab") }),
    startMicc({ ...place, port: given.PORT_MICC, ...signIn("micc"), mivb: { url: mivb.url, ...signIn("mivb") } }),
    startTwilio({ ...place, port: given.PORT_TWILIO, username: DEMO_TWILIO.username, password: DEMO_TWILIO.password }),
    startOig({ ...place, port: given.PORT_OIG, username: DEMO_OIG.username, password: DEMO_OIG.password }),
    startMiAccess({
      ...place,
      port: given.PORT_MIACCESS,
      clientId: given.MIACCESS_CLIENT_ID,
      clientSecret: given.MIACCESS_CLIENT_SECRET,
      redirectUris: [miAccessCallback(given.PORTAL_URL)],
      portalSignInUrl: `${given.PORTAL_URL}/login?with=miaccess`,
    }),
    startEntra({ ...place, port: given.PORT_ENTRA, username: DEMO_ENTRA.username, password: DEMO_ENTRA.password }),
    startGateways({ ...place, port: given.PORT_GATEWAYS, username: DEMO_GATEWAYS.username, password: DEMO_GATEWAYS.password, portalUrl: given.PORTAL_URL }),
    startWorkflowStudio({ ...place, ...consoleOf("workflowStudio"), port: given.PORT_WORKFLOW_STUDIO, portalUrl: given.PORTAL_URL, secret: given.WORKFLOW_STUDIO_SECRET }),
    startMeetings({ ...place, ...consoleOf("meetings"), port: given.PORT_MEETINGS, portalUrl: given.PORTAL_URL, secret: given.MEETINGS_SECRET }),
    startVoiceAssist({ ...place, port: given.PORT_VOICE_ASSIST, username: DEMO_VOICE_ASSIST.username, password: DEMO_VOICE_ASSIST.password, secret: given.VOICE_ASSIST_SECRET }),
    startUnifyPhone({ ...place, port: given.PORT_UNIFY_PHONE, username: DEMO_UNIFY_PHONE.username, password: DEMO_UNIFY_PHONE.password, secret: given.UNIFY_PHONE_SECRET }),
    startMail({ ...place, smtpPort: given.PORT_MAIL_SMTP, httpPort: given.PORT_MAIL_INBOX }),
  ])),
];
process.send?.("ready");

let ending: Promise<never> | undefined;

async function end(): Promise<never> {
  await Promise.all(running.map((peer) => peer.close()));
  process.exit(0);
}
for (const event of ["SIGTERM", "SIGINT", "disconnect"]) process.on(event, () => void (ending ??= end()));
