/** The console of the simulated Entra, and that what it holds survives a restart. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { DEFAULT_MAPPINGS } from "#lib/simulators/entra/mappings.ts";
import { startEntra } from "#lib/simulators/entra/start.ts";
import { anEntra } from "#tests/builders/entra.ts";

async function place() {
  const entra = await anEntra({ tenantUrl: "", secretToken: "", mode: "Manual", userMappings: DEFAULT_MAPPINGS, groupsEnabled: true });
  onTestFinished(() => entra.close());
  const settings = () => entra.ask<{ mode: string; tenantUrl: string; hasSecretToken: boolean; groupsEnabled: boolean; userMappings: { target: string }[] }>("GET", "/_settings");
  return { entra, settings };
}

test("AADC-01 Automatic shows the Admin Credentials; what was typed is kept by Save and dropped by Discard", async () => {
  const { entra, settings } = await place();
  const typed = { mode: "Automatic", tenantUrl: "http://127.0.0.1:1/x", secretToken: "secret" };
  expect(await entra.press("/provisioning", { mode: "Manual", act: "mode" })).not.toContain("Admin Credentials");
  const page = await entra.press("/provisioning", { mode: "Automatic", act: "mode" });
  for (const label of ["Admin Credentials", "Tenant URL", "Secret Token", "Test Connection", "Save", "Discard"]) expect(page).toContain(label);
  const tested = await entra.press("/provisioning", { ...typed, act: "test" });
  expect(tested).toContain("You appear to have entered invalid credentials");
  expect(tested).toContain(typed.tenantUrl);
  await entra.press("/provisioning", { ...typed, act: "discard" });
  expect(await settings()).toMatchObject({ mode: "Manual", tenantUrl: "", hasSecretToken: false });
  await entra.press("/provisioning", { ...typed, act: "save" });
  expect(await settings()).toMatchObject({ mode: "Automatic", tenantUrl: typed.tenantUrl, hasSecretToken: true });
});

test("AADC-04 AADC-05 mappings are deleted and added in a draft, kept by Save or dropped by Discard; groups are on until they are switched off", async () => {
  const { entra, settings } = await place();
  const targets = async () => (await settings()).userMappings.map(({ target }) => target);
  const before = await targets();
  await entra.press("/mappings/users/delete/3");
  expect(await entra.press("/mappings/users/add", { source: "mail", target: 'emails[type eq "work"].value' })).toContain("There are changes that are not saved.");
  expect(await targets()).toEqual(before);
  await entra.press("/mappings/users/discard");
  await entra.press("/mappings/users/save");
  expect(await targets()).toEqual(before);
  await entra.press("/mappings/users/delete/3");
  await entra.press("/mappings/users/add", { source: "mail", target: 'emails[type eq "work"].value' });
  await entra.press("/mappings/users/save");
  expect(await targets()).toEqual([...before.toSpliced(3, 1), 'emails[type eq "work"].value']);
  expect((await settings()).groupsEnabled).toBe(true);
  await entra.press("/mappings/groups", { enabled: "No", act: "discard" });
  expect((await settings()).groupsEnabled).toBe(true);
  await entra.press("/mappings/groups", { enabled: "No", act: "save" });
  expect((await settings()).groupsEnabled).toBe(false);
});

test("people are added, assigned, changed and deleted in the console; nothing starts without credentials", async () => {
  const { entra } = await place();
  expect(await entra.press("/users", { userPrincipalName: "new@directory.example", displayName: "New <b>One</b>" })).toContain("New &lt;b&gt;One&lt;/b&gt;");
  const one = async () => (await entra.people()).find(({ userPrincipalName }) => userPrincipalName === "new@directory.example")!;
  const { objectId } = await one();
  await entra.press(`/users/${objectId}/assign`);
  await entra.press(`/users/${objectId}/save`, { displayName: "Newer", mobile: "+491705550299" });
  expect(await one()).toMatchObject({ assigned: true, displayName: "Newer", mobile: "+491705550299" });
  expect(await entra.press("/do/start")).toContain("Set the provisioning mode to Automatic");
  await entra.press(`/users/${objectId}/delete`);
  expect(await one()).toMatchObject({ softDeleted: true });
  await entra.press(`/users/${objectId}/purge`);
  expect(await one()).toBeUndefined();
});

test("a restart keeps everything; without the credentials nothing is shown", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "portal-entra-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const options = { host: "127.0.0.1", port: 0, dataDir, username: "admin", password: "one" };
  const headers = { authorization: `Basic ${Buffer.from("admin:one").toString("base64")}`, "content-type": "application/json" };
  const first = await startEntra(options);
  await fetch(`${first.url}/api/users`, { method: "POST", headers, body: JSON.stringify({ userPrincipalName: "kept@directory.example" }) });
  await first.close();
  const second = await startEntra(options);
  onTestFinished(() => second.close());
  expect(await (await fetch(`${second.url}/_state`, { headers })).text()).toContain("kept@directory.example");
  expect((await fetch(`${second.url}/_state`)).status).toBe(401);
});
