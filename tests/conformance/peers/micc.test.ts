/** What an adapter of a MiContact Center must do, together with the MiVoice Business it reads from. */
import { expect, onTestFinished, test } from "vitest";
import { anAgentPhone, anEmployee, aPhone, aUser, newKey } from "./builders.ts";
import { freeNumbers } from "./free-numbers.ts";
import { peerUnderTest } from "./peer-under-test.ts";

const pbx = peerUnderTest("mivb");
const center = peerUnderTest("micc", () => pbx.connection);

type PreparedAgent = { agentNumber: string; loginId: string; deskPhone: string };

/** An ACD agent phone and a desk phone on the MiVB, and the employee who has them; all removed again after the test. */
async function prepareAgent(): Promise<PreparedAgent> {
  const { loginId, ...user } = aUser();
  const [agentNumber = "", deskPhone = ""] = await freeNumbers(pbx.adapter, 2);
  await pbx.adapter.createUser({ loginId, ...user }, newKey());
  await pbx.adapter.createPhone(anAgentPhone({ number: agentNumber, loginId }), newKey());
  await pbx.adapter.createPhone(aPhone({ number: deskPhone, loginId }), newKey());
  await center.adapter.createEmployee(anEmployee({ loginId }), newKey());
  onTestFinished(async () => {
    await center.adapter.deleteAgent(agentNumber, newKey());
    await center.adapter.deleteEmployee(loginId, newKey());
    await pbx.adapter.deletePhone(deskPhone, newKey());
    await pbx.adapter.deletePhone(agentNumber, newKey());
    await pbx.adapter.deleteUser(loginId, newKey());
    await center.adapter.synchronize();
  });
  return { agentNumber, loginId, deskPhone };
}

/** Two agent groups that both systems know. */
async function twoGroups(): Promise<[string, string]> {
  await center.adapter.synchronize();
  const [one, two] = await pbx.adapter.listAgentGroups();
  if (!one || !two) throw new Error("The MiVoice Business needs two agent groups.");
  return [one.number, two.number];
}

async function groupsOnPbx(agent: string): Promise<string[]> {
  return (await pbx.adapter.listAgentGroups()).filter(({ members }) => members.includes(agent)).map(({ number }) => number);
}

async function groupsInCenter(agent: string): Promise<string[]> {
  return (await center.adapter.listSkillGroups()).filter(({ members }) => members.includes(agent)).map(({ number }) => number);
}

test("SIM-09 keeps its own employees and agents", async () => {
  const { agentNumber, loginId } = await prepareAgent();
  const [one, two] = await twoGroups();
  const agentOf = async () => (await center.adapter.listAgents()).find((agent) => agent.agentNumber === agentNumber);
  const employeeOf = async () => (await center.adapter.listEmployees()).find((employee) => employee.loginId === loginId);

  await center.adapter.createAgent({ agentNumber, loginId, skillGroups: [one, two] }, newKey());
  expect(await agentOf()).toEqual({ agentNumber, loginId, skillGroups: [one, two] });
  expect(await employeeOf()).toEqual(anEmployee({ loginId }));

  await center.adapter.updateEmployee(loginId, { lastName: "Rao" }, newKey());
  await center.adapter.updateAgent(agentNumber, { skillGroups: [two] }, newKey());
  expect(await agentOf()).toEqual({ agentNumber, loginId, skillGroups: [two] });
  expect(await employeeOf()).toEqual(anEmployee({ loginId, lastName: "Rao" }));

  for (const _twice of [1, 2]) {
    await center.adapter.deleteAgent(agentNumber, newKey());
    await center.adapter.deleteEmployee(loginId, newKey());
  }
  expect([await agentOf(), await employeeOf()]).toEqual([undefined, undefined]);
});

test("a number that is no ACD agent of the MiVB, an unknown employee and an unknown skill group are refused", async () => {
  const { agentNumber, loginId, deskPhone } = await prepareAgent();
  const agent = { agentNumber, loginId, skillGroups: [] };
  for (const number of [deskPhone, "99"]) {
    await expect(center.adapter.createAgent({ ...agent, agentNumber: number }, newKey())).rejects.toMatchObject({
      failure: "rejected",
      reason: "not_an_agent",
      field: "agentNumber",
    });
  }
  await expect(center.adapter.createAgent({ ...agent, loginId: "nobody" }, newKey())).rejects.toMatchObject({
    reason: "unknown_employee",
    field: "loginId",
  });
  await expect(center.adapter.createAgent({ ...agent, skillGroups: ["99"] }, newKey())).rejects.toMatchObject({
    reason: "unknown_skill_group",
  });
  expect((await center.adapter.listAgents()).map((each) => each.agentNumber)).not.toContain(deskPhone);
});

test("an agent that exists is not made again, and its employee can not be deleted before it", async () => {
  const { agentNumber, loginId } = await prepareAgent();
  const agent = { agentNumber, loginId, skillGroups: [] };
  const key = newKey();
  await center.adapter.createAgent(agent, key);
  await center.adapter.createAgent(agent, key);
  await expect(center.adapter.createAgent(agent, newKey())).rejects.toMatchObject({ failure: "conflict", reason: "agent_exists" });
  await expect(center.adapter.deleteEmployee(loginId, newKey())).rejects.toMatchObject({
    failure: "conflict",
    reason: "employee_has_agents",
  });
});

test("ACDCC-08 ACDCC-09 a membership made in the MiVB is seen in the MiCC only after a manual synchronization", async () => {
  const { agentNumber } = await prepareAgent();
  const [group] = await twoGroups();
  await pbx.adapter.addToAgentGroup(group, agentNumber, newKey());
  expect(await groupsOnPbx(agentNumber)).toEqual([group]);
  expect(await groupsInCenter(agentNumber)).toEqual([]);
  await center.adapter.synchronize();
  expect(await groupsInCenter(agentNumber)).toEqual([group]);
  await pbx.adapter.removeFromAgentGroup(group, agentNumber, newKey());
  expect(await groupsInCenter(agentNumber)).toEqual([group]);
  await center.adapter.synchronize();
  expect(await groupsInCenter(agentNumber)).toEqual([]);
});

test("ACDCC-10 SIM-09 a membership made in the MiCC is on the MiVB at once, and so is its end", async () => {
  const { agentNumber, loginId } = await prepareAgent();
  const [one, two] = await twoGroups();
  await center.adapter.createAgent({ agentNumber, loginId, skillGroups: [one] }, newKey());
  expect(await groupsOnPbx(agentNumber)).toEqual([one]);
  await center.adapter.updateAgent(agentNumber, { skillGroups: [two] }, newKey());
  expect(await groupsOnPbx(agentNumber)).toEqual([two]);
  await center.adapter.deleteAgent(agentNumber, newKey());
  expect(await groupsOnPbx(agentNumber)).toEqual([]);
});
