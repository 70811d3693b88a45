/** Deploying clients: a configuration is cached by the redirect server behind a link, which is also shown as a QR code. */
import { randomBytes } from "node:crypto";
import QRCode from "qrcode";
import { json, nothing } from "../kit/answers.ts";
import { listAnswer, readPageRequest } from "../kit/lists.ts";
import { invalid, notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { digestSecret } from "../kit/secrets.ts";
import { parseBody } from "../kit/validation.ts";
import { type Deployment, DeploymentBody, type Redirect } from "./schemas.ts";
import type { MicollabStore } from "./store.ts";

const TOKEN_BYTES = 16;

/** Takes an account's deployment back: its link stops working. Gives false where there was none. */
export function withdraw(store: MicollabStore, userName: string): boolean {
  const deployment = store.deployments.get(userName);
  if (!deployment) return false;
  store.deployments.remove(userName);
  store.redirects.remove(deployment.token);
  store.secrets.remove(`pin ${deployment.token}`);
  return true;
}

function cache(store: MicollabStore, userName: string, profileName: string, token: string, asksForPin: boolean): Redirect {
  const account = store.accounts.get(userName);
  if (!account) throw notFound(`There is no client account ${userName}.`, "userName");
  const { deploymentProfiles, clientServiceHost } = store.settings.get();
  const profile = deploymentProfiles.find(({ name }) => name === profileName);
  if (!profile) throw invalid("unknown_deployment_profile", `There is no deployment profile ${profileName}.`, "profile");
  return {
    token,
    configuration: {
      accountId: account.id,
      clientServiceHost,
      profile: profile.name,
      mbgSipHost: profile.mbgSipHost,
      mbgWebRtcSipHost: profile.mbgWebRtcSipHost,
      phoneType: account.phoneType,
      deviceType: account.deviceType,
    },
    asksForPin,
    wrongPins: 0,
  };
}

/** The addresses of deployments; `address` is where MiCollab itself is reached, which the links begin with. */
export function deploymentRoutes(store: MicollabStore, address: () => string): Route[] {
  const one = "/api/v1/client-accounts/{userName}/deployment";
  const linkOf = (token: string): string => `${address()}/d/${token}`;
  return [
    {
      method: "GET",
      path: "/api/v1/deployments",
      kind: "read",
      run: (request) =>
        listAnswer(store.deployments.page(readPageRequest(request)), ({ userName, profile, token }: Deployment) => ({
          userName,
          profile,
          link: linkOf(token),
        })),
    },
    {
      // Deploying again gives a new link; the old one stops working.
      method: "PUT",
      path: one,
      kind: "prepared",
      async run({ params, body }) {
        const userName = params.userName ?? "";
        const { profile, pin } = parseBody(DeploymentBody, body);
        const token = randomBytes(TOKEN_BYTES).toString("base64url");
        const link = linkOf(token);
        const qrSvg = await QRCode.toString(link, { type: "svg", errorCorrectionLevel: "M" });
        return () => {
          const redirect = cache(store, userName, profile, token, pin !== undefined);
          withdraw(store, userName);
          store.deployments.add({ userName, profile, token });
          store.redirects.add(redirect);
          if (pin !== undefined) store.secrets.set(`pin ${token}`, digestSecret(pin));
          return json(201, { link, qrSvg });
        };
      },
    },
    {
      method: "DELETE",
      path: one,
      kind: "write",
      run({ params }) {
        const userName = params.userName ?? "";
        if (!withdraw(store, userName)) throw notFound(`Client account ${userName} is not deployed.`, "userName");
        return nothing();
      },
    },
  ];
}
