/** MiAccess as an OpenID Connect provider: what it offers, to whom, and what it tells of a person. */
import type { Configuration, KoaContextWithOIDC } from "oidc-provider";
import { Provider } from "oidc-provider/lib/provider.js";
import { Html } from "../kit/html.ts";
import type { Directory, Identity } from "./identities.ts";
import type { Keys } from "./keys.ts";
import type { OidcRecords } from "./oidc-records.ts";
import { loggedOutPage, logoutPage, problemPage } from "./pages.ts";

type RelyingParty = { clientId: string; clientSecret: string; redirectUris: string[]; postLogoutRedirectUris: string[] };

/** The home page is a relying party too: it asks for a session, and for nothing else. */
export const HOME_CLIENT_ID = "miaccess-home";

const SCOPES = "openid profile email organisation";
const LOGOUT_FORM_ID = "op.logoutForm";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Makes the provider that answers at `issuer`. `port` keeps the cookies of two of them on one machine apart. */
export function makeProvider(issuer: string, port: number, keys: Keys, records: OidcRecords, directory: Directory, portal: RelyingParty): Provider {
  const provider = new Provider(issuer, {
    adapter: (model: string) => records.adapter(model),
    jwks: { keys: [keys.signing] },
    clients: [
      {
        client_id: portal.clientId,
        client_secret: portal.clientSecret,
        client_name: "Mitel Administration",
        redirect_uris: portal.redirectUris,
        post_logout_redirect_uris: portal.postLogoutRedirectUris,
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
      {
        client_id: HOME_CLIENT_ID,
        redirect_uris: [`${issuer}/`],
        post_logout_redirect_uris: [`${issuer}/`],
        grant_types: [],
        response_types: ["none"],
        token_endpoint_auth_method: "none",
      },
    ],
    responseTypes: ["code", "none"],
    pkce: { required: () => true },
    scopes: SCOPES.split(" "),
    claims: {
      openid: ["sub"],
      profile: ["name", "given_name", "family_name"],
      email: ["email", "email_verified"],
      organisation: ["organisation_id", "organisation_name", "cloudlink_policy"],
    },
    // Relying parties that read the ID token alone get the claims there, as from most providers.
    conformIdTokenClaims: false,
    findAccount: (_, sub) => accountOf(directory, sub),
    loadExistingGrant: (ctx) => grantWithoutAsking(ctx),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    cookies: {
      keys: keys.cookies,
      names: { session: `miaccess_${port}_session`, interaction: `miaccess_${port}_interaction`, resume: `miaccess_${port}_resume` },
      long: { signed: true, httpOnly: true, sameSite: "lax" },
      short: { signed: true, httpOnly: true, sameSite: "lax" },
    },
    ttl: { AccessToken: HOUR, AuthorizationCode: MINUTE, IdToken: HOUR, Interaction: HOUR, Session: 14 * DAY, Grant: 14 * DAY },
    clientBasedCORS: () => false,
    features: features(),
    renderError(ctx, out) {
      ctx.type = "html";
      ctx.body = problemPage(sentence(out.error_description ?? out.error));
    },
  });
  // Whatever is not the caller's fault would otherwise leave no trace.
  provider.on("server_error", (_, error: Error) => process.stderr.write(`${error.stack ?? error.message}\n`));
  return provider;
}

function features(): Configuration["features"] {
  return {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    resourceIndicators: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource(ctx, form) {
        ctx.body = logoutPage(new Html(form), LOGOUT_FORM_ID);
      },
      postLogoutSuccessSource(ctx) {
        ctx.body = loggedOutPage();
      },
    },
  };
}

function accountOf(directory: Directory, sub: string) {
  const identity = directory.findBySubject(sub);
  return identity && { accountId: sub, claims: () => claimsOf(identity) };
}

function claimsOf(identity: Identity) {
  return {
    sub: identity.subject,
    name: identity.name,
    given_name: identity.firstName,
    family_name: identity.lastName,
    email: identity.email,
    email_verified: true,
    organisation_id: identity.organisationId,
    organisation_name: identity.organisationName,
    cloudlink_policy: identity.cloudLinkPolicy,
  };
}

function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

/** Both relying parties belong to the house: nobody is asked whether they may know who signs in. */
async function grantWithoutAsking(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  const accountId = session?.accountId;
  if (!client || !accountId) return undefined;
  const grantId = session.grantIdFor(client.clientId);
  const existing = grantId ? await provider.Grant.find(grantId) : undefined;
  if (existing) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId });
  grant.addOIDCScope(SCOPES);
  await grant.save();
  return grant;
}
