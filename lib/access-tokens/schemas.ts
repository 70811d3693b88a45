/** What is asked for at the token address of an account: OAuth 2.0 Token Exchange (RFC 8693), and a grant for guests. */
import { z } from "zod";

export const TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
export const GUEST_GRANT = "urn:mitel:params:oauth:grant-type:guest";
/** The subject of an exchange is a user of the account, named by their e-mail address. */
export const USER_EMAIL = "urn:mitel:params:oauth:token-type:user-email";
export const ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

export const DelegatedTokenInput = z.object({
  accountId: z.uuid(),
  clientId: z.string().max(100),
  clientSecret: z.string().max(200),
  email: z.string().max(254),
});

export const GuestTokenInput = z.object({ accountId: z.uuid(), name: z.string().trim().max(100) });

/** As a token address answers (RFC 6749, 5.1; RFC 8693, 2.2.1). */
export const TokenAnswer = z.object({
  access_token: z.string(),
  issued_token_type: z.literal(ACCESS_TOKEN),
  token_type: z.literal("Bearer"),
  expires_in: z.number().int(),
  scope: z.enum(["user", "guest"]),
});

export const GuestView = z.object({
  name: z.string(),
  account: z.object({ name: z.string() }),
  /** The chats of the account's contact center that websites show. */
  chats: z.array(z.object({ name: z.string(), website: z.string(), heading: z.string(), greeting: z.string() })),
  expiresAt: z.iso.datetime(),
});
