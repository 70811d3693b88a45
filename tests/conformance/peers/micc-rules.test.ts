/** How a simulated MiContact Center lives with its MiVoice Business, also when that one fails. */
import { beforeEach, expect, test } from "vitest";
import type { ContactCenterAdapter, PbxAdapter } from "#lib/provisioning/adapters/adapter.ts";
import { connectMicc } from "#lib/provisioning/adapters/micc.ts";
import { connectMivb } from "#lib/provisioning/adapters/mivb.ts";
import { anAgentPhone, anEmployee, aUser, newKey } from "./builders.ts";
import { type Simulator, simulatorForTest } from "./simulators.ts";
import { startPeerOf } from "./start-peer.ts";

let mivb: Simulator;
let micc: Simulator;
let pbx: PbxAdapter;
let center: ContactCenterAdapter;

beforeEach(async () => {
  mivb = await simulatorForTest("mivb");
  micc = await simulatorForTest("micc", mivb);
  pbx = connectMivb(mivb.connection);
  center = connectMicc(micc.connection);
});

/** An ACD agent phone on the MiVB and the employee who has it. */
async function prepareAgent(number: string): Promise<string> {
  const user = aUser();
  await pbx.createUser(user, newKey());
  await pbx.createPhone(anAgentPhone({ number, loginId: user.loginId }), newKey());
  await center.createEmployee(anEmployee({ loginId: user.loginId }), newKey());
  return user.loginId;
}

const pbxMembers = async (group: string) => (await pbx.listAgentGroups()).find(({ number }) => number === group)?.members;

test("a repeated key makes no second agent, also while the first request still waits for the MiVB", async () => {
  const loginId = await prepareAgent("2001");
  await mivb.setFaults({ latencyMs: 100 });
  const key = newKey();
  await Promise.all([1, 2, 3].map(() => center.createAgent({ agentNumber: "2001", loginId, skillGroups: ["2301"] }, key)));
  expect(await center.listAgents()).toHaveLength(1);
  expect((await mivb.state()).agentGroups).toMatchObject([{ members: ["2001"] }, { members: [] }, { members: [] }]);
});

test("while the MiVB does not answer nothing is changed in the MiCC, and the same request succeeds later", async () => {
  const loginId = await prepareAgent("2001");
  const agent = { agentNumber: "2001", loginId, skillGroups: ["2301"] };
  const key = newKey();
  await mivb.setFaults({ outage: true });
  await expect(center.createAgent(agent, key)).rejects.toMatchObject({ failure: "transient", reason: "mivb_unreachable" });
  await expect(center.synchronize()).rejects.toMatchObject({ failure: "transient", reason: "mivb_unreachable" });
  expect(await center.listAgents()).toEqual([]);
  // The MiVB does what it is told and then loses its answer: the repetition must not trip over what is there.
  await mivb.setFaults({ dropAfterCommit: 1 });
  await expect(center.createAgent(agent, key)).rejects.toMatchObject({ failure: "transient" });
  await center.createAgent(agent, key);
  expect(await center.listAgents()).toEqual([agent]);
  expect(await pbxMembers("2301")).toEqual(["2001"]);
});

test("wrong credentials for the MiVB are reported as what they are", async () => {
  const peer = await startPeerOf("micc", {
    port: 0,
    host: "127.0.0.1",
    dataDir: `${micc.dataDir}/other`,
    username: "u",
    password: "p",
    mivb: { url: mivb.connection.baseUrl, username: "wrong", password: "wrong" },
  });
  const other = connectMicc({ baseUrl: peer.url, username: "u", password: "p", timeoutMs: 5000 });
  await expect(other.synchronize()).rejects.toMatchObject({ failure: "rejected", reason: "mivb_credentials" });
  await peer.close();
});

test("ACDCC-09 a group that is new on the MiVB is known after the synchronization", async () => {
  await mivb.call("POST", "/api/v1/agent-groups", { number: "2310", name: "Returns" });
  await center.synchronize();
  expect(await center.listSkillGroups()).toContainEqual({ number: "2310", name: "Returns", members: [] });
});

test("ACDPRE-10 an agent who logs in at a softphone is bound to it by the MiVB until the logout", async () => {
  const loginId = await prepareAgent("2001");
  await center.createAgent({ agentNumber: "2001", loginId, skillGroups: ["2301"] }, newKey());
  expect((await micc.call("PUT", "/api/v1/agents/2001/login", { set: "softphone-1" })).status).toBe(200);
  expect((await mivb.call("GET", "/api/v1/hot-desk/softphone-1")).body).toMatchObject({ phone: { number: "2001", acdAgent: true }, agentGroups: ["2301"] });
  expect((await micc.call("PUT", "/api/v1/agents/2001/login", { set: "softphone-2" })).body).toMatchObject({ error: { code: "logged_in" } });
  expect((await micc.call("GET", "/api/v1/agents/2001")).body).toMatchObject({ loggedInAt: "softphone-1" });
  await micc.call("DELETE", "/api/v1/agents/2001/login");
  expect((await mivb.call("GET", "/api/v1/hot-desk/softphone-1")).status).toBe(404);
});
