import type { Ports } from "#lib/config/ports.ts";
import { DEMO_APPLICATIONS, DEMO_GATEWAYS, DEMO_OIG, DEMO_PEERS, DEMO_TWILIO, DEMO_UNIFY_PHONE, DEMO_VOICE_ASSIST } from "#lib/simulators/kit/demo.ts";
import { DEMO_ENTRA } from "#lib/simulators/entra/demo.ts";
import { DEMO_IDENTITIES } from "#lib/simulators/miaccess/identities.ts";
import { DEMO_ADMIN } from "./demo-people.ts";
import type { StartSettings } from "./environment.ts";

type Running = { start: StartSettings; ports: Ports; env: NodeJS.ProcessEnv; folder: string | undefined; seconds: number; processes: Record<string, number | undefined> };

/** Prints where everything is and who can sign in. */
export function printAddresses({ start, ports, env, folder, seconds, processes }: Running): void {
  const lines = [``, `Mitel Administration   ${env["PORTAL_URL"]}   (ready in ${seconds.toFixed(1)} s)`, ``];
  if (start.PEERS) {
    lines.push(
      `Mail inbox             http://127.0.0.1:${ports.mailInbox}`,
      `MiAccess               http://127.0.0.1:${ports.miaccess}`,
      ...[...Object.values(DEMO_PEERS), DEMO_OIG].map((peer) => `${peer.title.padEnd(22)} http://127.0.0.1:${ports[peer.kind]}   ${peer.username} / ${peer.password}`),
      `${DEMO_ENTRA.title.padEnd(22)} http://127.0.0.1:${ports.entra}   ${DEMO_ENTRA.username} / ${DEMO_ENTRA.password}`,
      `${DEMO_TWILIO.title.padEnd(22)} http://127.0.0.1:${ports.twilio}   ${DEMO_TWILIO.username} / ${DEMO_TWILIO.password}   (Account SID ${DEMO_TWILIO.account.sid}, Auth Token ${DEMO_TWILIO.account.authToken})`,
      `${DEMO_GATEWAYS.title.padEnd(22)} http://127.0.0.1:${ports.gateways}   ${DEMO_GATEWAYS.username} / ${DEMO_GATEWAYS.password}`,
      `  a gateway itself     http://127.0.0.1:${ports.gateways}/gateways/CLG-1001   ${DEMO_GATEWAYS.administrator.username} / ${DEMO_GATEWAYS.administrator.password}`,
      ...Object.entries({ ...DEMO_APPLICATIONS, voiceAssist: DEMO_VOICE_ASSIST }).map(([id, { title, username, password }]) => `${title.padEnd(22)} http://127.0.0.1:${ports[id as keyof Ports]}   ${username} / ${password}`),
      `${DEMO_UNIFY_PHONE.title.padEnd(22)} http://127.0.0.1:${ports.unifyPhone}   ${DEMO_UNIFY_PHONE.username} / ${DEMO_UNIFY_PHONE.password}   (tenant ${DEMO_UNIFY_PHONE.tenant.name}, API key ${DEMO_UNIFY_PHONE.tenant.apiKey})`,
      ``,
      `Partners sign in with "MiAccess":`,
      ...DEMO_IDENTITIES.map((person) => `  ${person.username.padEnd(36)} ${person.password.padEnd(20)} ${person.organisationName}`),
    );
  }
  if (start.DEMO) lines.push(``, `Account admins sign in with their address:`, `  ${DEMO_ADMIN.email.padEnd(36)} ${DEMO_ADMIN.password.padEnd(20)} Ballad Industries`);
  lines.push(``, `Data                   ${start.DATA_DIR}${folder && !folder.startsWith(start.DATA_DIR) ? ` and ${folder}` : ""}`);
  lines.push(`Processes              ${Object.entries(processes).map(([name, pid]) => `${name} ${pid}`).join(", ")}`, `Stop with Ctrl-C.`, ``);
  console.log(lines.join("\n"));
}
