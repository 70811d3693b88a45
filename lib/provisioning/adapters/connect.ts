import type { Adapters, PeerConnection, PeerKind } from "./adapter.ts";
import { connectMbg } from "./mbg.ts";
import { connectMicc } from "./micc.ts";
import { connectMicollab } from "./micollab.ts";
import { connectMivb } from "./mivb.ts";

const CONNECT: { [Kind in PeerKind]: (connection: PeerConnection) => Adapters[Kind] } = {
  mivb: connectMivb,
  mbg: connectMbg,
  micollab: connectMicollab,
  micc: connectMicc,
};

/** The adapter for a kind of peer. Nothing is sent before its first call. */
export function connectPeer<Kind extends PeerKind>(kind: Kind, connection: PeerConnection): Adapters[Kind] {
  return CONNECT[kind](connection);
}
