/** Voice Assist: set here, answered by its service. */
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { updateSettings } from "#lib/integrations/update-integration.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import type { RunningPeer } from "#lib/simulators/kit/peer.ts";
import { startVoiceAssist } from "#lib/simulators/voice-assist/start.ts";
import { attachPbx, detachPbx } from "#lib/voice-assist/change-pbxs.ts";
import { getVoiceAssist } from "#lib/voice-assist/get-voice-assist.ts";
import { PBX_KINDS } from "#lib/voice-assist/schemas.ts";
import { synchronizeAllAttendants } from "#lib/voice-assist/synchronize.ts";
import { addTo, entryIn, panelOf, removeFrom } from "#tests/builders/integrations.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { anAccount, aPartner, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

const SECRET = "what the attendants and the portal share";
let service: RunningPeer;
let dataDir = "";
let partner: SignedIn;
let id = "";
let number = "";

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "portal-voice-"));
  service = await startVoiceAssist({ host: "127.0.0.1", port: 0, dataDir, username: "operator", password: "console", secret: SECRET });
  Object.assign(process.env, { VOICE_ASSIST_URL: service.url, VOICE_ASSIST_SECRET: SECRET });
  partner = await aPartner();
});
afterAll(async () => {
  await service.close();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  ({ id } = await anAccount(partner));
  number = String(randomInt(1_000_000_000, 9_999_999_999));
});

async function control(method: string, path: string, body?: unknown) {
  const headers = { authorization: `Basic ${btoa("operator:console")}`, "content-type": "application/json" };
  const response = await fetch(service.url + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
/** A call that a PBX sends, on a Friday at noon in Berlin unless said otherwise. */
const call = (pbx: string, heard: string[], at = "2026-11-20T11:00:00Z") => control("POST", "/api/v1/calls", { number, pbx, heard, at });
const synchronized = () => workOff(["voice-assist.synchronize"]);
const state = async () => runOperation(getVoiceAssist, { resolved: await partner.at(id), input: {} });
const attach = async (kind: string, name: string) => runOperation(attachPbx, { resolved: await partner.at(id), input: { kind, name } });

async function setUp(recipe: "opening_hours" | "directory", pilot = number): Promise<void> {
  const present = new Set((await panelOf(partner, id)).entries.map(({ key }) => key));
  const missing = (["cloudlink_gateway", "mitel_voice_assist"] as const).filter((key) => !present.has(key));
  if (missing.length > 0) await addTo(partner, id, ...missing);
  const { version } = await entryIn(partner, id, "mitel_voice_assist");
  await runOperation(updateSettings, { resolved: await partner.at(id), input: { key: "mitel_voice_assist", version, settings: { number: pilot, timeZone: "Europe/Berlin", recipe } } });
  await synchronized();
}
async function aUserWithExtension(firstName: string, extension: string): Promise<void> {
  const user = await aUser(partner, id, { firstName, lastName: "Brandt" });
  await database().prisma.user.update({ where: { accountId_id: { accountId: id, id: user.id } }, data: { extension } });
}

test("VASSIST-10 a call to the pilot number is answered with the flow of the chosen recipe, and connected by the directory of the account", async () => {
  await aUserWithExtension("Ada", "2001");
  await aUser(partner, id, { firstName: "Noextension" });
  await setUp("directory");
  await attach("mivoice_business", "Hamburg");
  await synchronized();
  expect(await call("Hamburg", ["Ada"])).toEqual({ status: 200, body: { steps: [{ says: "Welcome to Ballad Industries. Who would you like to speak to?" }, { hears: "Ada" }, { says: "I am connecting you to Ada Brandt." }, { connectsTo: { name: "Ada Brandt", number: "2001" } }] } });
  expect(await state()).toMatchObject({ status: "done", recipe: "Attendant with directory", service: { calls: 1, directory: 1, flow: ["Welcomes the caller to Ballad Industries.", expect.stringContaining("1 name is in the directory")] } });
  await setUp("opening_hours");
  expect((await call("Hamburg", ["Ada"], "2026-11-21T11:00:00Z")).body).toEqual({ steps: [{ says: expect.stringContaining("is closed at the moment") }, { ends: true }] });
  expect((await call("Hamburg", ["Ada"])).body).toMatchObject({ steps: expect.arrayContaining([{ connectsTo: { name: "Ada Brandt", number: "2001" } }]) });
  await aUserWithExtension("Bo", "2002");
  await synchronizeAllAttendants();
  await synchronized();
  expect((await state()).service).toMatchObject({ directory: 2, calls: 3 });
});

test("VASSIST-09 each kind of PBX is attached, only the calls of those are answered, and a detached one is no longer", async () => {
  await setUp("directory");
  expect(await call("Hamburg", [])).toMatchObject({ status: 403, body: { error: { code: "pbx_not_attached" } } });
  for (const kind of PBX_KINDS) await attach(kind, `Our ${kind}`);
  await expect(attach("mx_one", "OUR MX_ONE")).rejects.toMatchObject({ code: "conflict", message: "OUR MX_ONE is attached already." });
  await synchronized();
  for (const kind of PBX_KINDS) expect((await call(`Our ${kind}`, [])).status, kind).toBe(200);
  const { pbxs } = await state();
  await runOperation(detachPbx, { resolved: await partner.at(id), input: { pbxId: pbxs[0]!.id } });
  await synchronized();
  expect([(await call(pbxs[0]!.name, [])).status, (await call(pbxs[1]!.name, [])).status]).toEqual([403, 200]);
  await expect(runOperation(detachPbx, { resolved: await partner.at(id), input: { pbxId: pbxs[0]!.id } })).rejects.toMatchObject({ code: "not_found" });
  expect((await eventsOf(id, "voice-assist.detach-pbx")).map(({ changes }) => changes)).toEqual([[{ property: "pbx", before: "Our mivoice_business (MiVoice Business)", after: null }]]);
});

test("VASSIST-13 with the integration the pages are gone, and the service no longer answers", async () => {
  await setUp("directory");
  await attach("mx_one", "Hamburg");
  await synchronized();
  await removeFrom(partner, id, "mitel_voice_assist");
  await synchronized();
  expect(await call("Hamburg", [])).toMatchObject({ status: 404, body: { error: { message: `Nobody answers under ${number}.` } } });
  await expect(state()).rejects.toMatchObject({ code: "not_found" });
  await expect(attach("mx_one", "Bremen")).rejects.toMatchObject({ code: "not_found" });
  await setUp("directory");
  expect((await state()).pbxs, "what was attached went with it").toEqual([]);
});

test("a number that another account has is refused by the service, one that is away is tried again, and both are told", async () => {
  await setUp("directory");
  const taken = number;
  ({ id } = await anAccount(partner, { name: "Harbor Clinic" }));
  await setUp("directory", taken);
  expect(await state()).toMatchObject({ status: "failed", message: `Voice Assist refused: The number ${taken} is the pilot number of another account.`, number: taken, service: null });
  await control("PUT", "/_faults", { outage: true });
  await expect(setUp("directory", `${taken}1`)).rejects.toMatchObject({ name: "ServiceError" });
  expect(await state()).toMatchObject({ status: "failed", message: "Voice Assist can not be reached. It is tried again by itself.", number: `${taken}1`, problem: "Voice Assist can not be reached." });
  await control("PUT", "/_faults", {});
  await synchronizeAllAttendants();
  await synchronized();
  expect(await state()).toMatchObject({ status: "done", message: "", problem: "" });
});
