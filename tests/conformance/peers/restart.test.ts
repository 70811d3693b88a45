/** What the peers hold, and still hold after a restart. */
import { expect, test } from "vitest";
import { connectMbg } from "#lib/provisioning/adapters/mbg.ts";
import { connectMicc } from "#lib/provisioning/adapters/micc.ts";
import { connectMicollab } from "#lib/provisioning/adapters/micollab.ts";
import { connectMivb } from "#lib/provisioning/adapters/mivb.ts";
import { anAccount, anAgentPhone, anEmployee, aSet, aUser, newKey } from "./builders.ts";
import { type Simulator, simulatorForTest } from "./simulators.ts";

async function expectSameAfterRestart(peer: Simulator): Promise<void> {
  const before = await peer.state();
  await peer.restart();
  expect(await peer.state()).toEqual(before);
}

test("SIM-01 a MiVB keeps users, phones, mailboxes, groups and settings over a restart, and seeds nothing anew", async () => {
  const mivb = await simulatorForTest("mivb");
  const adapter = connectMivb(mivb.connection);
  const user = aUser();
  await adapter.createUser(user, newKey());
  await adapter.createPhone(anAgentPhone({ number: "2001", loginId: user.loginId }), newKey());
  await adapter.createVoicemailBox({ number: "2001", passcode: "4711" }, newKey());
  await adapter.addToAgentGroup("2301", "2001", newKey());
  await mivb.call("DELETE", "/api/v1/agent-groups/2303");
  await mivb.setSettings({ voicemailDigitLength: 5, huntGroups: [], phones: { "2001": { callState: "in_call" } } });
  await expectSameAfterRestart(mivb);
  expect((await adapter.listAgentGroups()).map(({ number }) => number)).toEqual(["2301", "2302"]);
});

test("SIM-07 an MBG keeps sets and connection over a restart", async () => {
  const mbg = await simulatorForTest("mbg");
  await connectMbg(mbg.connection).createTeleworkerSet(aSet({ sipUserName: "smithj-7328" }), newKey());
  await mbg.setSettings({ connection: "clustered" });
  await expectSameAfterRestart(mbg);
  expect((await mbg.call("POST", "/sip/v1/register", { sipUserName: "smithj-7328", sipPassword: "Str0ng-enough" })).status).toBe(200);
});

test("SIM-10 SIM-12 a MiCollab keeps accounts, licences, deployments and their links over a restart", async () => {
  const micollab = await simulatorForTest("micollab");
  const adapter = connectMicollab(micollab.connection);
  const { userName } = anAccount();
  await adapter.createClientAccount(anAccount({ userName, softPhoneExtension: "2002", password: "Welc0me-1" }), newKey());
  const { link } = await adapter.deploy(userName, "default", "4711", newKey());
  await expectSameAfterRestart(micollab);
  expect((await fetch(link, { method: "POST", body: new URLSearchParams({ pin: "4711" }) })).status).toBe(200);
  expect((await micollab.call("POST", "/client/v1/login", { userName, password: "Welc0me-1" })).status).toBe(200);
});

test("SIM-09 a MiCC keeps employees, agents and memberships over a restart", async () => {
  const mivb = await simulatorForTest("mivb");
  const micc = await simulatorForTest("micc", mivb);
  const [pbx, center] = [connectMivb(mivb.connection), connectMicc(micc.connection)];
  const user = aUser();
  await pbx.createUser(user, newKey());
  await pbx.createPhone(anAgentPhone({ number: "2001", loginId: user.loginId }), newKey());
  await center.createEmployee(anEmployee({ loginId: user.loginId }), newKey());
  await center.createAgent({ agentNumber: "2001", loginId: user.loginId, skillGroups: ["2301"] }, newKey());
  await center.synchronize();
  await expectSameAfterRestart(micc);
});
