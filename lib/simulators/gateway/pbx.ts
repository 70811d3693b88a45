/** The PBX behind a gateway: its link, the connection with the CloudLink system credentials, its users and DIDs (GW-31 to GW-33). */
import { z } from "zod";
import { json } from "../kit/answers.ts";
import { listAnswer, readPageRequest } from "../kit/lists.ts";
import { conflict, invalid, Refusal } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { matchesDigest } from "../kit/secrets.ts";
import { parseBody } from "../kit/validation.ts";
import { keep, reach } from "./appliances.ts";
import type { Appliance, GatewayStore, Pbx, PbxLink, PbxUser } from "./store.ts";

const text = z.string().trim().max(255);
const LinkBody = z.strictObject({
  type: text.min(1),
  name: text.min(1),
  address: text.min(1),
  port: z.int().min(1).max(65_535).nullable(),
  username: text,
  password: text,
  mbgAddress: text,
  mbgPassword: text,
  micollabAddress: text,
  micollabPassword: text,
});

// What the link names without a port is asked at the port that the PBX listens on by itself.
const MIVB_PORT = 443;

function registered(store: GatewayStore, serial: string | undefined): Appliance {
  const appliance = reach(store, serial);
  if (!appliance.association) throw conflict("not_registered", `Gateway ${appliance.serial} is not registered with an account.`);
  return appliance;
}

function setLink(store: GatewayStore, serial: string | undefined, body: unknown): PbxLink {
  const appliance = registered(store, serial);
  if (appliance.platform === "smbc") throw conflict("embedded_pbx", `Gateway ${appliance.serial} has its PBX in the same box.`);
  const { password, mbgPassword, micollabPassword, ...link } = parseBody(LinkBody, body);
  for (const [name, secret] of Object.entries({ password, mbgPassword, micollabPassword })) store.secrets.set(`link ${appliance.serial} ${name}`, secret);
  keep(store, { ...appliance, link, connectedAt: null }, `PBX ${link.name} set to ${link.address}`);
  return link;
}

function pbxOf(store: GatewayStore, appliance: Appliance): Pbx {
  const { link, platform, serial } = appliance;
  if (platform === "standalone" && !link) throw conflict("no_pbx", "No PBX is defined for this gateway.");
  const key = platform === "smbc" ? serial : `${link!.address}:${link!.port ?? MIVB_PORT}`;
  const pbx = store.pbxs.get(key);
  if (!pbx || pbx.off) throw new Refusal(424, "pbx_unreachable", platform === "smbc" ? "The PBX of the SMB controller does not answer." : `No PBX answers at ${key}. Check its address and port.`, "address");
  return pbx;
}

/** The PBX and its companions let the gateway in by what the link holds. */
function assertLetIn(store: GatewayStore, { serial, link }: Appliance, pbx: Pbx): void {
  if (!link) return;
  if (pbx.type !== link.type) throw invalid("wrong_pbx_type", `What answers at ${pbx.key} is not a PBX of this type.`, "type");
  const opens = (name: string) => matchesDigest(store.secrets.get(`link ${serial} ${name}`) ?? "", store.secrets.get(`${pbx.key} ${name}`) ?? "");
  if (pbx.username !== "" && (link.username !== pbx.username || !opens("password"))) {
    throw invalid("pbx_credentials", "The PBX does not accept this CloudLink system user name and password.", "password");
  }
  if (pbx.mbgAddress !== "") {
    if (link.mbgAddress !== pbx.mbgAddress) throw invalid("mbg_unreachable", `No MiVoice Border Gateway answers at ${link.mbgAddress}.`, "mbgAddress");
    if (!opens("mbgPassword")) throw invalid("mbg_credentials", "The MiVoice Border Gateway does not accept this password.", "mbgPassword");
  }
  if (link.micollabAddress !== "") {
    if (link.micollabAddress !== pbx.micollabAddress) throw invalid("micollab_unreachable", `No MiCollab answers at ${link.micollabAddress}.`, "micollabAddress");
    if (!opens("micollabPassword")) throw invalid("micollab_credentials", "MiCollab does not accept this password.", "micollabPassword");
  }
}

function connected(store: GatewayStore, serial: string | undefined): Pbx {
  const appliance = registered(store, serial);
  if (appliance.connectedAt === null) throw conflict("not_connected", "The PBX is not connected.");
  const pbx = pbxOf(store, appliance);
  assertLetIn(store, appliance, pbx);
  return pbx;
}

function connect(store: GatewayStore, serial: string | undefined) {
  const appliance = registered(store, serial);
  const pbx = pbxOf(store, appliance);
  assertLetIn(store, appliance, pbx);
  keep(store, { ...appliance, connectedAt: new Date().toISOString() }, `Connected to ${pbx.name}`);
  return summaryOf(store, pbx);
}

function summaryOf(store: GatewayStore, pbx: Pbx) {
  return { type: pbx.type, name: pbx.name, users: store.pbxUsers.findBy("pbx", pbx.key).length, didNumber: pbx.did };
}

/** In the order of their ids, as the PBX gives them. */
function usersOf(store: GatewayStore, pbx: Pbx, { after, limit }: { after: string; limit: number }) {
  const all = store.pbxUsers.findBy("pbx", pbx.key).filter(({ id }) => id > after);
  const items = all.slice(0, limit);
  return { items, next: all.length > limit ? items.at(-1)!.id : null };
}

const shown = ({ id, name, firstName, lastName, extension, email, did }: PbxUser) => ({ id, name, firstName, lastName, extension, email, did });

/** The addresses of the PBX behind a gateway. */
export function pbxRoutes(store: GatewayStore): Route[] {
  const one = "/api/v1/appliances/{serial}/pbx";
  return [
    { method: "PUT", path: one, kind: "write", run: ({ params, body }) => json(200, setLink(store, params.serial, body)) },
    { method: "POST", path: `${one}/connection`, kind: "write", run: ({ params }) => json(200, connect(store, params.serial)) },
    { method: "GET", path: one, kind: "read", run: ({ params }) => json(200, summaryOf(store, connected(store, params.serial))) },
    {
      method: "GET",
      path: `${one}/users`,
      kind: "read",
      run: (request) => listAnswer(usersOf(store, connected(store, request.params.serial), readPageRequest(request)), shown),
    },
  ];
}
