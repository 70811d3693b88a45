/** What MiCollab knows of CloudLink: through the adapter, in its console, and after a restart. */
import { beforeEach, expect, test } from "vitest";
import { connectCloudLink } from "#lib/provisioning/adapters/cloudlink.ts";
import type { CloudLinkAdapter } from "#lib/provisioning/adapters/cloudlink.ts";
import { connectMicollab } from "#lib/provisioning/adapters/micollab.ts";
import { anAccount, newKey } from "./builders.ts";
import { type Simulator, simulatorForTest } from "./simulators.ts";

const FORM = { "content-type": "application/x-www-form-urlencoded" };
let micollab: Simulator;
let adapter: CloudLinkAdapter;

beforeEach(async () => {
  micollab = await simulatorForTest("micollab");
  adapter = connectCloudLink(micollab.connection);
});

async function addAccount(userName: string) {
  await connectMicollab(micollab.connection).createClientAccount(anAccount({ userName, email: `${userName}@ballad.example` }), newKey());
}

test("MICOL-02 the administrator enables CloudLink Chat in the console, and nothing of the portal does", async () => {
  await adapter.connect("an-account", "Ballad Industries");
  expect(await adapter.chatEnabled()).toBe(false);
  expect((await micollab.call("GET", "/")).text).toContain("CloudLink Chat is not enabled.");
  expect(await micollab.call("POST", "/cloudlink-chat", "chat=on", { ...FORM, origin: "https://evil.example" })).toMatchObject({ status: 403 });
  expect(await micollab.call("POST", "/cloudlink-chat", "chat=on", { ...FORM, authorization: "" })).toMatchObject({ status: 401 });
  expect(await micollab.call("POST", "/cloudlink-chat", "chat=on", { ...FORM, origin: micollab.connection.baseUrl })).toMatchObject({ status: 303 });
  expect(await adapter.chatEnabled()).toBe(true);
  const { text } = await micollab.call("GET", "/");
  expect(text).toContain("CloudLink Chat is enabled.");
  expect(text).toContain("1 CloudLink account is connected.");
  await micollab.restart();
  expect(await adapter.chatEnabled()).toBe(true);
});

test("an account is made known as often as one likes, and taking leave of a server that does not know it is success", async () => {
  await adapter.connect("an-account", "Ballad Industries");
  await adapter.connect("an-account", "Ballad Industries Ltd");
  expect((await micollab.state()).connections).toEqual([{ accountId: "an-account", name: "Ballad Industries Ltd" }]);
  for (let time = 0; time < 2; time += 1) await adapter.disconnect("an-account", newKey());
  expect((await micollab.state()).connections).toEqual([]);
});

test("MEETMC-10 licences are assigned and withdrawn in the console and by programs, and go with their user", async () => {
  await addAccount("ada");
  await addAccount("bo");
  await micollab.call("POST", "/meetings-licences", "userName=ada&licence=assign", FORM);
  await micollab.call("PUT", "/api/v1/meetings-licences/bo");
  const listed = await adapter.listMeetingsLicences();
  expect(listed).toEqual([expect.objectContaining({ userName: "ada", email: "ada@ballad.example" }), expect.objectContaining({ userName: "bo" })]);
  await micollab.call("PUT", "/api/v1/meetings-licences/bo");
  expect(await adapter.listMeetingsLicences(), "the one that is there keeps its date").toEqual(listed);
  expect((await micollab.call("GET", "/?list=meetings")).text).toMatch(/<td>ada<\/td>.*<td>Assigned<\/td>/);
  await micollab.call("POST", "/meetings-licences", "userName=ada&licence=withdraw", FORM);
  await connectMicollab(micollab.connection).updateClientAccount("bo", { userName: "bo.castro" }, newKey());
  expect(await adapter.listMeetingsLicences()).toMatchObject([{ userName: "bo.castro", assignedAt: listed[1]!.assignedAt }]);
  await connectMicollab(micollab.connection).deleteClientAccount("bo.castro", newKey());
  expect(await adapter.listMeetingsLicences()).toEqual([]);
  expect(await micollab.call("PUT", "/api/v1/meetings-licences/nobody")).toMatchObject({ status: 404 });
  expect(await micollab.call("DELETE", "/api/v1/meetings-licences/nobody")).toMatchObject({ status: 404 });
});
