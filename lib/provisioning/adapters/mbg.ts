/** The adapter of a MiVoice Border Gateway. */
import { z } from "zod";
import type { BorderGatewayAdapter, BorderGatewayInfo, PeerConnection, TeleworkerSet } from "./adapter.ts";
import { createPeerClient, NoAnswer, path } from "./http.ts";

const Info: z.ZodType<BorderGatewayInfo> = z.object({
  kind: z.literal("mbg"),
  name: z.string(),
  release: z.string(),
  connection: z.enum(["local", "remote", "clustered"]),
  sipHost: z.string(),
});

const Set: z.ZodType<TeleworkerSet> = z.object({ sipUserName: z.string(), number: z.string(), description: z.string() });

/** Connects to a MiVoice Border Gateway. Nothing is sent before the first call; every call throws a `PeerError` when it fails. */
export function connectMbg(connection: PeerConnection): BorderGatewayAdapter {
  const client = createPeerClient("mbg", connection);
  return {
    kind: "mbg",
    info: () => client.get("/info", Info),
    listTeleworkerSets: () => client.list("/teleworker-sets", Set),
    createTeleworkerSet: (set, key) => client.send("POST", "/teleworker-sets", key, set, NoAnswer),
    updateTeleworkerSet: (sipUserName, changes, key) =>
      client.send("PATCH", path`/teleworker-sets/${sipUserName}`, key, changes, NoAnswer),
    deleteTeleworkerSet: (sipUserName, key) => client.remove(path`/teleworker-sets/${sipUserName}`, key),
  };
}
