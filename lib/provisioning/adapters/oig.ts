/** The adapter of an Open Integration Gateway: it can be asked who it is, and holds nothing of users. */
import { z } from "zod";
import type { PeerConnection } from "./adapter.ts";
import { createPeerClient } from "./http.ts";

const Info = z.object({ kind: z.literal("oig"), name: z.string(), release: z.string() });

/** Connects to an Open Integration Gateway. Nothing is sent before the first call, which throws a `PeerError` when it fails. */
export function connectOig(connection: PeerConnection): { info(): Promise<z.output<typeof Info>> } {
  const client = createPeerClient("oig", connection);
  return { info: () => client.get("/info", Info) };
}
