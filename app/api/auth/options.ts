import type { NextAuthOptions } from "next-auth";
import { headers } from "next/headers";
import { SESSION_SECONDS } from "#lib/auth/session-cookie.ts";
import { settings } from "#lib/config/settings.ts";
import { log } from "#lib/log/log.ts";
import { OperationError } from "#lib/operations/errors.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { signInWithMiAccess } from "#lib/sessions/sign-in-with-miaccess.ts";

type MiAccessProfile = {
  sub: string;
  email: string;
  name: string;
  given_name?: string;
  family_name?: string;
  organisation_id: string;
  organisation_name: string;
  cloudlink_policy?: boolean;
};

/**
 * The relying party of MiAccess: authorization code with PKCE, state and nonce (OpenID Connect Core 3.1, RFC 7636).
 * Its only result is the secret of our own session; what may be done with that is looked up at every request.
 */
export function authOptions(): NextAuthOptions {
  const { AUTH_SECRET, MIACCESS_ISSUER, MIACCESS_CLIENT_ID, MIACCESS_CLIENT_SECRET } = settings();
  return {
    secret: AUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/login", error: "/login" },
    // Anybody can have it said that a callback is not good, so it takes a line and no more.
    logger: {
      error: (code, metadata) => log.warn({ code, error: "error" in metadata ? metadata.error : metadata }, "MiAccess did not sign anybody in"),
      warn: (code) => log.debug({ code }, "next-auth warns"),
      debug: () => undefined,
    },
    providers: [
      {
        id: "miaccess",
        name: "MiAccess",
        type: "oauth",
        wellKnown: `${MIACCESS_ISSUER}/.well-known/openid-configuration`,
        issuer: MIACCESS_ISSUER,
        clientId: MIACCESS_CLIENT_ID,
        clientSecret: MIACCESS_CLIENT_SECRET,
        authorization: { params: { scope: "openid profile email organisation" } },
        idToken: true,
        checks: ["pkce", "state", "nonce"],
        profile: (profile: MiAccessProfile) => ({ id: profile.sub, name: profile.name, email: profile.email }),
      },
    ],
    callbacks: {
      async signIn({ account, profile }) {
        if (!account || !profile) return false;
        try {
          const userAgent = (await headers()).get("user-agent") ?? "";
          const { sessionToken } = await runOperation(signInWithMiAccess, { resolved: NOBODY, input: { ...identityOf(profile as MiAccessProfile), userAgent } });
          account["sessionToken"] = sessionToken;
          return true;
        } catch (error) {
          if (!(error instanceof OperationError)) throw error;
          return `/login?problem=${error.reason ?? "internal"}`;
        }
      },
      // Nothing but our own secret goes into the cookie.
      jwt: ({ token, account }) => ({ sessionToken: account?.["sessionToken"] ?? token["sessionToken"] }),
    },
  };
}

function identityOf(profile: MiAccessProfile) {
  return {
    subject: profile.sub,
    email: profile.email,
    name: profile.name,
    firstName: profile.given_name ?? "",
    lastName: profile.family_name ?? "",
    organisationId: profile.organisation_id,
    organisationName: profile.organisation_name,
    cloudLinkPolicy: profile.cloudlink_policy ?? false,
  };
}
