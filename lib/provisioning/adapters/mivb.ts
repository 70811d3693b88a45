/** The adapter of a MiVoice Business. */
import { z } from "zod";
import type { AgentGroup, NumberInUse, PbxAdapter, PbxInfo, PbxPhone, PbxUser, PeerConnection, VoicemailBox } from "./adapter.ts";
import { createPeerClient, NoAnswer, path } from "./http.ts";

const Info: z.ZodType<PbxInfo> = z.object({
  kind: z.literal("mivb"),
  name: z.string(),
  release: z.string(),
  numberRanges: z.array(z.object({ from: z.string(), to: z.string() })),
  voicemailDigitLength: z.int(),
  classesOfService: z.array(z.int()),
  classesOfRestriction: z.array(z.int()),
  zones: z.array(z.int()),
  maxServicesPerUser: z.int(),
});

const User: z.ZodType<PbxUser> = z.object({
  loginId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  department: z.string(),
  location: z.string(),
});

const ThreeShifts = z.object({ day: z.int(), night1: z.int(), night2: z.int() });

const Phone: z.ZodType<PbxPhone> = z.object({
  number: z.string(),
  // A phone service that was disassociated from its last user belongs to nobody.
  loginId: z.string().nullable().transform((loginId) => loginId ?? ""),
  isPrimary: z.boolean(),
  serviceLabel: z.string(),
  phoneType: z.enum(["Mitel PBX Phone", "Generic SIP Phone"]),
  deviceType: z.string().nullable(),
  macAddress: z.string().nullable(),
  protocol: z.enum(["MINET", "SIP"]),
  hotDeskingUser: z.boolean(),
  acdAgent: z.boolean(),
  enableSipSoftphone: z.boolean(),
  externalHotDeskLicense: z.boolean(),
  preferredSet: z.string(),
  private: z.boolean(),
  secondaryElement: z.string().nullable(),
  didServiceNumber: z.string().nullable(),
  useAsOutgoingDid: z.boolean(),
  cesid: z.string().nullable(),
  serviceLevel: z.string(),
  zoneId: z.int(),
  callCoverageServiceNumber: z.int(),
  classOfService: ThreeShifts,
  classOfRestriction: ThreeShifts,
});

const Box: z.ZodType<VoicemailBox> = z.object({ number: z.string() });
const Group: z.ZodType<AgentGroup> = z.object({ number: z.string(), name: z.string(), members: z.array(z.string()) });
const TakenNumber: z.ZodType<NumberInUse> = z.object({ number: z.string(), usedBy: z.string() });

/** Connects to a MiVoice Business. Nothing is sent before the first call; every call throws a `PeerError` when it fails. */
export function connectMivb(connection: PeerConnection): PbxAdapter {
  const client = createPeerClient("mivb", connection);
  return {
    kind: "mivb",
    info: () => client.get("/info", Info),
    listUsers: () => client.list("/users", User),
    listPhones: () => client.list("/phones", Phone),
    listVoicemailBoxes: () => client.list("/voicemail-boxes", Box),
    listAgentGroups: () => client.list("/agent-groups", Group),
    listNumbersInUse: () => client.list("/numbers", TakenNumber),
    createUser: (user, key) => client.send("POST", "/users", key, user, NoAnswer),
    updateUser: (loginId, changes, key) => client.send("PATCH", path`/users/${loginId}`, key, changes, NoAnswer),
    deleteUser: (loginId, key) => client.remove(path`/users/${loginId}`, key),
    createPhone: (phone, key) => client.send("POST", "/phones", key, phone, NoAnswer),
    updatePhone: (number, changes, key) => client.send("PATCH", path`/phones/${number}`, key, changes, NoAnswer),
    deletePhone: (number, key) => client.remove(path`/phones/${number}`, key),
    createVoicemailBox: (box, key) => client.send("POST", "/voicemail-boxes", key, box, NoAnswer),
    deleteVoicemailBox: (number, key) => client.remove(path`/voicemail-boxes/${number}`, key),
    addToAgentGroup: (group, agent, key) => client.send("PUT", path`/agent-groups/${group}/members/${agent}`, key, undefined, NoAnswer),
    removeFromAgentGroup: (group, agent, key) => client.remove(path`/agent-groups/${group}/members/${agent}`, key),
  };
}
