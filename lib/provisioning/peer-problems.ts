/** What is wrong with the peers themselves, whoever the users are. */
import type { PeerInfo, PeerKind } from "./adapters/adapter.ts";
import type { Problem, UserPlan } from "./problem.ts";
import { ofKind, peerOf } from "./resources.ts";
import type { World } from "./world.ts";

/** The lowest releases with which the ACD SIP softphone works (ACDPRE-01, OP4-01). */
const LOWEST_RELEASE: Partial<Record<PeerKind, string>> = { mivb: "9.4", micollab: "9.5", micc: "9.1" };

/**
 * Peers that are needed and missing; and, where a SIP ACD softphone is among what is wanted, releases that are too old
 * (ACDPRE-01), co-located mode (ACDPRE-02) and flow-through provisioning switched off (ACDPRE-03).
 */
export function peerProblems(users: readonly UserPlan[], { peers }: World): Problem[] {
  const needed = new Set(users.flatMap(({ steps }) => steps.map(({ kind }) => peerOf(kind))));
  const missing = [...needed].filter((kind) => peers[kind] === null);
  const problems: Problem[] = missing.map((kind) => ({ code: "peer_missing", kind }));
  return users.some(wantsSipAcdSoftphone) ? [...problems, ...softphoneProblems(needed, peers)] : problems;
}

function wantsSipAcdSoftphone({ desired, steps }: UserPlan): boolean {
  return steps.length > 0 && ofKind(desired, "mivb.phone").some(({ attributes }) => attributes.enableSipSoftphone);
}

function softphoneProblems(needed: ReadonlySet<PeerKind>, { mivb, micollab, micc }: World["peers"]): Problem[] {
  const problems: Problem[] = [];
  for (const info of [mivb, micollab, micc]) {
    if (info !== null && (needed.has(info.kind) || info.kind !== "micc")) problems.push(...releaseProblem(info));
  }
  if (micollab?.mode === "colocated") problems.push({ code: "colocated_mode", peer: micollab.name });
  if (micollab !== null && !micollab.flowThrough) problems.push({ code: "flow_through_off", peer: micollab.name });
  return problems;
}

function releaseProblem({ kind, name, release }: PeerInfo): Problem[] {
  const atLeast = LOWEST_RELEASE[kind];
  if (atLeast === undefined || !isOlder(release, atLeast)) return [];
  return [{ code: "release_too_old", kind, peer: name, release, atLeast }];
}

// "9.10 SP1" is newer than "9.4": the parts are numbers, not text.
function isOlder(release: string, atLeast: string): boolean {
  const partsOf = (text: string) => (/\d+(\.\d+)*/.exec(text)?.[0] ?? "0").split(".").map(Number);
  const present = partsOf(release);
  for (const [at, least] of partsOf(atLeast).entries()) {
    const part = present[at] ?? 0;
    if (part !== least) return part < least;
  }
  return false;
}
