/** Why a peer did not do a step, in the words a person reads. */
import type { PeerError } from "./adapters/adapter.ts";
import { PEER_NAMES } from "./names.ts";

/** What of a peer's error the sentence is made from. */
export type PeerFailureFacts = Pick<PeerError, "failure" | "peer" | "reason" | "message">;

/**
 * The sentence for a failed step. What the peer itself gave as its reason is passed on (SIM-02); where it gave none, or
 * did not answer, the sentence says what happens next.
 * @param peerName the peer's own name, e.g. "mivb-1"
 */
export function describeFailure({ failure, peer, reason, message }: PeerFailureFacts, peerName: string = peer === "oig" ? "Open Integration Gateway" : PEER_NAMES[peer]): string {
  switch (failure) {
    case "unreachable":
      return reason === "timeout"
        ? `${peerName} did not answer in time. It is tried again by itself.`
        : `${peerName} can not be reached. It is tried again by itself.`;
    case "transient":
      return `${peerName} can not do this now${because(message)} It is tried again by itself.`;
    case "conflict":
      return `${peerName} already has something else in this place${because(message)}`;
    case "rejected":
      return `${peerName} refused${because(message)}`;
  }
}

function because(message: string): string {
  const text = message.trim();
  if (text === "") return ".";
  return `: ${/[.!?]$/.test(text) ? text : `${text}.`}`;
}
