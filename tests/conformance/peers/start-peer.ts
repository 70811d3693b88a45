/** Starts a simulated peer of a kind. Run as a program (with its options in JSON as only argument) it is a process of its own, to be killed. */
import type { PeerKind } from "#lib/provisioning/adapters/adapter.ts";
import type { PeerOptions, RunningPeer } from "#lib/simulators/kit/peer.ts";
import { startMbg } from "#lib/simulators/mbg/start.ts";
import { type MiccOptions, startMicc } from "#lib/simulators/micc/start.ts";
import { startMicollab } from "#lib/simulators/micollab/start.ts";
import { startMivb } from "#lib/simulators/mivb/start.ts";

export type StartOptions = PeerOptions & { mivb?: MiccOptions["mivb"] | undefined };

const NOWHERE = { url: "http://127.0.0.1:9", username: "", password: "" };

export function startPeerOf(kind: PeerKind, options: StartOptions): Promise<RunningPeer> {
  if (kind === "mivb") return startMivb(options);
  if (kind === "mbg") return startMbg(options);
  if (kind === "micollab") return startMicollab(options);
  return startMicc({ ...options, mivb: options.mivb ?? NOWHERE });
}

if (import.meta.main) {
  const { kind, ...options } = JSON.parse(process.argv[2] ?? "") as StartOptions & { kind: PeerKind };
  const { url } = await startPeerOf(kind, options);
  process.stdout.write(`${url}\n`);
}
