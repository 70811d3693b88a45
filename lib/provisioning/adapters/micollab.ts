/** The adapter of MiCollab with its Client Service and redirect server. */
import { z } from "zod";
import type { ClientAccount, ClientServiceAdapter, ClientServiceInfo, PeerConnection } from "./adapter.ts";
import { createPeerClient, NoAnswer, path } from "./http.ts";

const Info: z.ZodType<ClientServiceInfo> = z.object({
  kind: z.literal("micollab"),
  name: z.string(),
  release: z.string(),
  mode: z.enum(["integrated", "colocated"]),
  flowThrough: z.boolean(),
  licences: z.array(z.object({ bundle: z.string(), partNumber: z.string(), total: z.int(), used: z.int() })),
  featureProfiles: z.array(z.string()),
  userProfiles: z.array(z.string()),
  deploymentProfiles: z.array(z.object({ name: z.string(), mbgSipHost: z.string(), mbgWebRtcSipHost: z.string() })),
});

const Account: z.ZodType<ClientAccount> = z.object({
  userName: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  uccBundle: z.string(),
  featureProfile: z.string(),
  userProfile: z.string(),
  deskPhoneExtension: z.string().nullable(),
  softPhoneExtension: z.string().nullable(),
  phoneType: z.string().nullable(),
  deviceType: z.int().nullable(),
  miTeamClassic: z.boolean(),
  idsManageable: z.boolean(),
});

const SmsNumber = z.object({ number: z.string(), active: z.boolean() });
const Deployed = z.object({ link: z.string(), qrSvg: z.string() });
const ListedDeployment = z.object({ userName: z.string(), profile: z.string(), link: z.string() });

/** The device type follows from the phone type on the peer, which does not take it. */
function withoutDeviceType({ deviceType: _derived, ...fields }: Partial<ClientAccount>): Partial<ClientAccount> {
  return fields;
}

/** Connects to MiCollab. Nothing is sent before the first call; every call throws a `PeerError` when it fails. */
export function connectMicollab(connection: PeerConnection): ClientServiceAdapter {
  const client = createPeerClient("micollab", connection);
  return {
    kind: "micollab",
    info: () => client.get("/info", Info),
    setFlowThrough: (on) => client.send("PUT", "/flow-through", undefined, { on }, NoAnswer),
    listClientAccounts: () => client.list("/client-accounts", Account),
    createClientAccount: (account, key) => client.send("POST", "/client-accounts", key, withoutDeviceType(account), NoAnswer),
    updateClientAccount: (userName, changes, key) =>
      client.send("PATCH", path`/client-accounts/${userName}`, key, withoutDeviceType(changes), NoAnswer),
    deleteClientAccount: (userName, key) => client.remove(path`/client-accounts/${userName}`, key),
    async deploy(userName, profile, pin, key) {
      // Without a PIN the link asks for none (DEPLOY-28).
      const body = { profile, pin: pin === "" ? undefined : pin };
      const deployed = await client.send("PUT", path`/client-accounts/${userName}/deployment`, key, body, Deployed);
      return { ...deployed, pin };
    },
    undeploy: (userName, key) => client.remove(path`/client-accounts/${userName}/deployment`, key),
    listDeployments: () => client.list("/deployments", ListedDeployment),
    listSmsNumbers: () => client.list("/sms-numbers", SmsNumber),
    setSmsNumbers: (numbers) => client.send("PUT", "/sms-numbers", undefined, { numbers }, NoAnswer),
  };
}
