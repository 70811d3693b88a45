/** What a plan was made from, so that it can be refused, with what moved, when the world has changed since. */
import { createHash } from "node:crypto";
import type { PeerKind } from "./adapters/adapter.ts";
import { describeProblem } from "./describe-problem.ts";
import { PEER_NAMES, capitalized, nameOf } from "./names.ts";
import type { Problem, UserPlan } from "./problem.ts";
import { identityOf } from "./resources.ts";
import type { ResourceKind } from "./resources.ts";
import type { Peers } from "./world.ts";

/**
 * The facts a plan stands on, small enough to keep with it: which peers, what is wanted and what was found for each user
 * that the plan is applied to (as hashes), and what stood in the way. Facts that change nothing for the plan, such as how
 * many licenses are left while enough are, are not among them.
 */
export type Basis = {
  peers: Partial<Record<PeerKind, { name: string; release: string }>>;
  problems: string[];
  users: { id: string; name: string; wanted: string; found: Record<string, string>; problems: string[] }[];
};

/** The basis of a plan; give only the users it is applied to. */
export function basisOf(users: readonly (UserPlan & { problems: Problem[] })[], forAll: readonly Problem[], peers: Peers): Basis {
  const basis: Basis = { peers: {}, problems: sentences(forAll), users: [] };
  for (const info of Object.values(peers)) if (info !== null) basis.peers[info.kind] = { name: info.name, release: info.release };
  for (const { id, name, desired, actual, problems } of users.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const wanted = digest(Object.fromEntries(desired.map((resource) => [identityOf(resource), resource.attributes])));
    const found = Object.fromEntries(actual.map((resource) => [identityOf(resource), digest(resource.attributes).slice(0, 16)]));
    basis.users.push({ id, name, wanted, found, problems: sentences(problems) });
  }
  return basis;
}

/** The fingerprint of a basis: SHA-256 in hexadecimal. Equal bases have equal ones, in whatever order their keys stand. */
export function fingerprintOf(basis: Basis): string {
  return digest(basis);
}

/** What is different now, a sentence each; empty when the fingerprints are equal. */
export function whatMoved(before: Basis, now: Basis): string[] {
  return [...peersMoved(before, now), ...newOnes(before.problems, now.problems), ...usersMoved(before, now)];
}

function peersMoved(before: Basis, now: Basis): string[] {
  const moved: string[] = [];
  for (const kind of Object.keys(PEER_NAMES) as PeerKind[]) {
    const then = before.peers[kind];
    const present = now.peers[kind];
    if (then === undefined && present !== undefined) moved.push(`${PEER_NAMES[kind]} ${present.name} was connected.`);
    else if (present === undefined && then !== undefined) moved.push(`${PEER_NAMES[kind]} ${then.name} is no longer connected.`);
    else if (then?.name !== present?.name) moved.push(`${PEER_NAMES[kind]} was ${then?.name} and is now ${present?.name}.`);
    else if (then?.release !== present?.release) moved.push(`${then?.name} had release ${then?.release} and now has ${present?.release}.`);
  }
  return moved;
}

function usersMoved(before: Basis, now: Basis): string[] {
  const moved: string[] = [];
  const present = new Map(now.users.map((user) => [user.id, user]));
  for (const user of before.users) {
    const after = present.get(user.id);
    present.delete(user.id);
    if (after === undefined) {
      moved.push(`${user.name} is no longer among the users of the plan.`);
      continue;
    }
    if (user.name !== after.name) moved.push(`${user.name} is now called ${after.name}.`);
    if (user.wanted !== after.wanted) moved.push(`What ${user.name} is to have has changed.`);
    moved.push(...foundMoved(user.name, user.found, after.found));
    moved.push(...newOnes(user.problems, after.problems).map((sentence) => `${user.name}: ${sentence}`));
  }
  return [...moved, ...[...present.values()].map(({ name }) => `${name} was added to the users of the plan.`)];
}

function foundMoved(user: string, before: Record<string, string>, now: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((identity) => before[identity] !== now[identity])
    .map((identity) => {
      const [kind = "", key = ""] = [identity.slice(0, identity.indexOf(" ")), identity.slice(identity.indexOf(" ") + 1)];
      const name = capitalized(nameOf({ kind: kind as ResourceKind, key }));
      if (before[identity] === undefined) return `${name} of ${user} was made by somebody else.`;
      return now[identity] === undefined ? `${name} of ${user} is gone.` : `${name} of ${user} was changed.`;
    });
}

function newOnes(before: string[], now: string[]): string[] {
  const settled = before.filter((sentence) => !now.includes(sentence));
  return [...now.filter((sentence) => !before.includes(sentence)), ...settled.map((sentence) => `No longer so: ${sentence}`)];
}

function sentences(problems: readonly Problem[]): string[] {
  return [...new Set(problems.map((problem) => describeProblem(problem).message))].toSorted();
}

function digest(value: unknown): string {
  return createHash("sha256").update(stable(value)).digest("hex");
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${stable(entry)}`).join(",")}}`;
}
