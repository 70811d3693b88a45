/** What an application asks the portal: a token for a ticket (RFC 7523), and whether a token still stands for somebody who may be here (RFC 7662). */
import { z } from "zod";
import { basicHeader } from "../kit/credentials.ts";
import { Refusal } from "../kit/refusal.ts";

const TIMEOUT_MS = 10_000;
const JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

const Token = z.object({ access_token: z.string(), expires_in: z.number() });
const Tiers = z.object({ essential: z.int(), premier: z.int() });

const Visitor = z.object({
  sub: z.string(),
  name: z.string(),
  username: z.string(),
  account: z.object({ id: z.string(), name: z.string() }),
  /** What the account may do in its present billing period; only with an application that counts. */
  entitlement: z.object({ from: z.string(), to: z.string(), executions: Tiers }).optional(),
});
const Introspection = z.union([z.object({ active: z.literal(true) }).extend(Visitor.shape), z.object({ active: z.literal(false) })]);

/** Who is there, as the portal tells it at this moment. */
export type Visitor = z.output<typeof Visitor>;

export type Portal = {
  url: string;
  /** Throws a `Refusal` (403) when the portal does not take the ticket, e.g. as it was used. */
  redeem(ticket: string): Promise<{ token: string; expiresAt: number }>;
  /** Gives null for a token that is no longer good. */
  introspect(token: string): Promise<Visitor | null>;
};

/** The portal at an address. Its calls throw a `Refusal` (502) when it can not be asked: nobody is let in unseen. */
export function connectPortal({ url, application, secret }: { url: string; application: string; secret: string }): Portal {
  async function post(path: string, fields: Record<string, string>): Promise<{ status: number; body: unknown }> {
    try {
      const response = await fetch(`${url}/api/v1/applications/${path}`, {
        method: "POST",
        headers: { authorization: basicHeader({ username: application, password: secret }) },
        body: new URLSearchParams(fields),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return { status: response.status, body: await response.json() };
    } catch (error) {
      if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError) throw unavailable();
      throw error;
    }
  }
  return {
    url,
    async redeem(ticket) {
      const { status, body } = await post("token", { grant_type: JWT_BEARER, assertion: ticket });
      if (status >= 500 || status === 429) throw unavailable();
      const token = Token.safeParse(body);
      if (status !== 200 || !token.success) throw new Refusal(403, "ticket_refused", "The portal did not let you in. Open the application once more from there.");
      return { token: token.data.access_token, expiresAt: Date.now() + token.data.expires_in * 1000 };
    },
    async introspect(token) {
      const { status, body } = await post("introspect", { token });
      const answer = Introspection.safeParse(body);
      if (status !== 200 || !answer.success) throw unavailable();
      return answer.data.active ? answer.data : null;
    },
  };
}

function unavailable(): Refusal {
  return new Refusal(502, "portal_unavailable", "Your access can not be checked at the moment. Please try again.");
}
