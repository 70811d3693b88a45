/** Failure on command, the same for every simulated peer, and what the adapter makes of it (SIM-13). */
import { describe, expect, test } from "vitest";
import type { Adapters, PeerConnection, PeerKind } from "#lib/provisioning/adapters/adapter.ts";
import { connectPeer } from "#lib/provisioning/adapters/connect.ts";
import { anAccount, anEmployee, aSet, aUser, newKey } from "./builders.ts";
import { simulatorForTest } from "./simulators.ts";

type Subject = { create: (key: string) => Promise<void>; count: () => Promise<number>; info: () => Promise<unknown> };

const MESSAGES: Record<PeerKind, string> = {
  mivb: "MiVoice Business",
  mbg: "MiVoice Border Gateway",
  micollab: "MiCollab",
  micc: "MiContact Center",
};

/** One thing to create on each kind of peer. */
const SUBJECTS: { [Kind in PeerKind]: (adapter: Adapters[Kind]) => Omit<Subject, "info"> } = {
  mivb(adapter) {
    const user = aUser();
    return { create: (key) => adapter.createUser(user, key), count: async () => (await adapter.listUsers()).length };
  },
  mbg(adapter) {
    const set = aSet();
    return { create: (key) => adapter.createTeleworkerSet(set, key), count: async () => (await adapter.listTeleworkerSets()).length };
  },
  micollab(adapter) {
    const account = anAccount({ password: "Welc0me-1" });
    return { create: (key) => adapter.createClientAccount(account, key), count: async () => (await adapter.listClientAccounts()).length };
  },
  micc(adapter) {
    const employee = anEmployee();
    return { create: (key) => adapter.createEmployee(employee, key), count: async () => (await adapter.listEmployees()).length };
  },
};

function subjectOf<Kind extends PeerKind>(kind: Kind, connection: PeerConnection): Subject {
  const adapter = connectPeer(kind, connection);
  return { ...SUBJECTS[kind](adapter), info: () => adapter.info() };
}

const KINDS: PeerKind[] = ["mivb", "mbg", "micollab", "micc"];

describe.each(KINDS)("faults of a simulated %s", (kind) => {
  test("SIM-13 an outage is unreachable, and over when it is switched off", async () => {
    const peer = await simulatorForTest(kind);
    const subject = subjectOf(kind, peer.connection);
    await peer.setFaults({ outage: true });
    const { host } = new URL(peer.connection.baseUrl);
    await expect(subject.create(newKey())).rejects.toMatchObject({
      peer: kind,
      failure: "unreachable",
      reason: "broken_off",
      message: `${MESSAGES[kind]} at ${host} broke the connection off.`,
    });
    await peer.setFaults({});
    await subject.create(newKey());
    expect(await subject.count()).toBe(1);
  });

  test("SIM-13 errors on every request are transient", async () => {
    const peer = await simulatorForTest(kind);
    const subject = subjectOf(kind, peer.connection);
    await peer.setFaults({ errorRate: 1 });
    await expect(subject.create(newKey())).rejects.toMatchObject({ failure: "transient", reason: "injected_fault", mayPass: true });
    await peer.setFaults({ errorRate: 0 });
    expect(await subject.count()).toBe(0);
  });

  test("SIM-13 an answer that takes longer than the time limit is unreachable", async () => {
    const peer = await simulatorForTest(kind);
    const subject = subjectOf(kind, { ...peer.connection, timeoutMs: 50 });
    await peer.setFaults({ latencyMs: 60_000 });
    await expect(subject.info()).rejects.toMatchObject({ failure: "unreachable", reason: "timeout", message: expect.stringMatching(/did not answer within 50 ms\.$/) });
  });

  test("SIM-13 a write whose answer is lost makes nothing twice when it is repeated with its key, also after a restart", async () => {
    const peer = await simulatorForTest(kind);
    const subject = subjectOf(kind, peer.connection);
    const key = newKey();
    await peer.setFaults({ dropAfterCommit: 1 });
    await expect(subject.create(key)).rejects.toMatchObject({ failure: "unreachable" });
    expect(await subject.count()).toBe(1);
    await subject.create(key);
    await peer.restart();
    await subject.create(key);
    expect(await subject.count()).toBe(1);
    await expect(subject.create(newKey())).rejects.toMatchObject({ failure: "conflict" });
  });

  test("SIM-13 a script fails the next matching requests with a given status, and no others", async () => {
    const peer = await simulatorForTest(kind);
    const subject = subjectOf(kind, peer.connection);
    await peer.setFaults({ failNext: [{ method: "POST", path: "/api/v1/*", times: 2, status: 429 }] });
    await subject.info();
    await expect(subject.create(newKey())).rejects.toMatchObject({ failure: "transient" });
    await expect(subject.create(newKey())).rejects.toMatchObject({ failure: "transient" });
    await subject.create(newKey());
    expect(await subject.count()).toBe(1);
  });

  test("a refused write can be repeated with its key once the reason is gone", async () => {
    const peer = await simulatorForTest(kind);
    const subject = subjectOf(kind, peer.connection);
    const key = newKey();
    await peer.setFaults({ failNext: [{ status: 409 }] });
    await expect(subject.create(key)).rejects.toMatchObject({ failure: "conflict", reason: "injected_fault" });
    await subject.create(key);
    expect(await subject.count()).toBe(1);
  });

  test("faults out of bounds are refused and change nothing", async () => {
    const peer = await simulatorForTest(kind);
    const before = (await peer.call("GET", "/_faults")).body;
    expect((await peer.call("PUT", "/_faults", { errorRate: 2 })).body).toMatchObject({ error: { code: "invalid_field", field: "errorRate" } });
    expect((await peer.call("PUT", "/_faults", { chaos: true })).body).toMatchObject({ error: { code: "unknown_field" } });
    expect((await peer.call("GET", "/_faults")).body).toEqual(before);
  });
});
