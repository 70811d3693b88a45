/** What an adapter of a MiContact Center must do, and how the simulated one lives with its MiVoice Business. */
import { beforeEach, describe, expect, test } from "vitest";
import type { ContactCenterAdapter, PbxAdapter } from "#lib/provisioning/adapters/adapter.ts";
import { connectMicc } from "#lib/provisioning/adapters/micc.ts";
import { connectMivb } from "#lib/provisioning/adapters/mivb.ts";
import { anAgentPhone, anEmployee, aPhone, aUser, newKey } from "./builders.ts";
import { type Simulator, simulatorForTest } from "./simulators.ts";

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
const centerMembers = async (group: string) => (await center.listSkillGroups()).find(({ number }) => number === group)?.members;

describe("a MiContact Center through its adapter", () => {
  test("SIM-09 keeps its own employees and agents", async () => {
    const loginId = await prepareAgent("2001");
    await center.createAgent({ agentNumber: "2001", loginId, skillGroups: ["2301", "2302"] }, newKey());
    expect(await center.listEmployees()).toMatchObject([{ loginId, lastName: "Gandhi" }]);
    expect(await center.listAgents()).toEqual([{ agentNumber: "2001", loginId, skillGroups: ["2301", "2302"] }]);

    await center.updateEmployee(loginId, { lastName: "Rao" }, newKey());
    await center.updateAgent("2001", { skillGroups: ["2303"] }, newKey());
    expect(await center.listEmployees()).toMatchObject([{ loginId, lastName: "Rao" }]);
    expect(await center.listAgents()).toEqual([{ agentNumber: "2001", loginId, skillGroups: ["2303"] }]);

    await center.deleteAgent("2001", newKey());
    await center.deleteEmployee(loginId, newKey());
    await center.deleteAgent("2001", newKey());
    await center.deleteEmployee(loginId, newKey());
    expect([await center.listAgents(), await center.listEmployees()]).toEqual([[], []]);
  });

  test("an agent whose number is no ACD agent of the MiVB is refused", async () => {
    const loginId = await prepareAgent("2001");
    await pbx.createPhone(aPhone({ number: "2002", loginId }), newKey());
    for (const agentNumber of ["2002", "2003"]) {
      await expect(center.createAgent({ agentNumber, loginId, skillGroups: [] }, newKey())).rejects.toMatchObject({
        failure: "rejected",
        reason: "not_an_agent",
        field: "agentNumber",
      });
    }
    expect(await center.listAgents()).toEqual([]);
  });

  test("an unknown employee, an unknown skill group and an agent that exists are refused", async () => {
    const loginId = await prepareAgent("2001");
    const agent = { agentNumber: "2001", loginId, skillGroups: [] };
    await expect(center.createAgent({ ...agent, loginId: "nobody" }, newKey())).rejects.toMatchObject({ reason: "unknown_employee", field: "loginId" });
    await expect(center.createAgent({ ...agent, skillGroups: ["2999"] }, newKey())).rejects.toMatchObject({ reason: "unknown_skill_group" });
    await center.createAgent(agent, newKey());
    await expect(center.createAgent(agent, newKey())).rejects.toMatchObject({ failure: "conflict", reason: "agent_exists" });
    await expect(center.deleteEmployee(loginId, newKey())).rejects.toMatchObject({ failure: "conflict", reason: "employee_has_agents" });
  });

  test("a repeated key makes no second agent, also while the first request still waits for the MiVB", async () => {
    const loginId = await prepareAgent("2001");
    await mivb.setFaults({ latencyMs: 100 });
    const key = newKey();
    await Promise.all([1, 2, 3].map(() => center.createAgent({ agentNumber: "2001", loginId, skillGroups: ["2301"] }, key)));
    expect(await center.listAgents()).toHaveLength(1);
    expect((await mivb.state()).agentGroups).toMatchObject([{ members: ["2001"] }, { members: [] }, { members: [] }]);
  });
});

describe("skill groups between MiVB and MiCC", () => {
  test("ACDCC-08 ACDCC-09 a membership made in the MiVB is seen in the MiCC only after a manual synchronization", async () => {
    await prepareAgent("2001");
    await pbx.addToAgentGroup("2301", "2001", newKey());
    expect(await pbxMembers("2301")).toEqual(["2001"]);
    expect(await centerMembers("2301")).toEqual([]);
    await center.synchronize();
    expect(await centerMembers("2301")).toEqual(["2001"]);
    await pbx.removeFromAgentGroup("2301", "2001", newKey());
    expect(await centerMembers("2301")).toEqual(["2001"]);
    await center.synchronize();
    expect(await centerMembers("2301")).toEqual([]);
  });

  test("ACDCC-09 a group that is new on the MiVB is known after the synchronization", async () => {
    await mivb.call("POST", "/api/v1/agent-groups", { number: "2310", name: "Returns" });
    await center.synchronize();
    expect(await center.listSkillGroups()).toContainEqual({ number: "2310", name: "Returns", members: [] });
  });

  test("ACDCC-10 SIM-09 a membership made in the MiCC is on the MiVB at once, and so is its end", async () => {
    const loginId = await prepareAgent("2001");
    await center.createAgent({ agentNumber: "2001", loginId, skillGroups: ["2301"] }, newKey());
    expect(await pbxMembers("2301")).toEqual(["2001"]);
    await center.updateAgent("2001", { skillGroups: ["2302"] }, newKey());
    expect([await pbxMembers("2301"), await pbxMembers("2302")]).toEqual([[], ["2001"]]);
    await center.deleteAgent("2001", newKey());
    expect(await pbxMembers("2302")).toEqual([]);
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
    const { startPeerOf } = await import("./start-peer.ts");
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
