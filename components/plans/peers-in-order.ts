import type { ElementKind } from "#lib/network-elements/schemas.ts";
import type { PlanView } from "#lib/plans/schemas.ts";

const ORDER: readonly ElementKind[] = ["mivb", "mbg", "micollab", "micc"];

type PeerOfPlan = Omit<PlanView["peers"][number], "kind"> & { kind: ElementKind };

/** The systems of a plan in the order in which what is made reaches them. */
export function peersInOrder(peers: PlanView["peers"]): PeerOfPlan[] {
  return ORDER.flatMap((kind) => peers.filter((peer) => peer.kind === kind).map((peer) => ({ ...peer, kind })));
}
