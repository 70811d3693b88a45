/** Onboarding claims: what a gateway gives a browser on its way to the portal. Signed, good for a quarter of an hour and for one account. */
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { json } from "../kit/answers.ts";
import { conflict, invalid } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { keep, reach, report } from "./appliances.ts";
import type { Appliance, GatewayStore } from "./store.ts";

const Content = z.object({ purpose: z.enum(["onboarding", "installation"]), id: z.string(), serial: z.string(), until: z.number() });
type Purpose = z.output<typeof Content>["purpose"];
const ClaimBody = z.strictObject({ claim: z.string().min(1).max(2000) });

const MINUTE_MS = 60_000;

function signatureOf(store: GatewayStore, text: string): Buffer {
  return createHmac("sha256", store.claimKey).update(text).digest();
}

/** Makes a claim on a gateway for whoever has signed in there. */
export function newClaim(store: GatewayStore, { serial }: Appliance, purpose: Purpose = "onboarding"): string {
  const until = Date.now() + store.settings.get().claimMinutes * MINUTE_MS;
  const content = Buffer.from(JSON.stringify({ purpose, id: randomUUID(), serial, until })).toString("base64url");
  return `${content}.${signatureOf(store, content).toString("base64url")}`;
}

/** Reads a claim. @throws Refusal when this peer has not signed it, when it has expired, or was used */
export function readClaim(store: GatewayStore, claim: string, purpose: Purpose = "onboarding"): { id: string; appliance: Appliance } {
  const [content = "", signature = ""] = claim.split(".");
  const given = Buffer.from(signature, "base64url");
  const expected = signatureOf(store, content);
  const forged = invalid("bad_claim", "This link does not come from a gateway. Open the page of the gateway again.", "claim");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw forged;
  const { id, serial, until, ...rest } = Content.parse(JSON.parse(Buffer.from(content, "base64url").toString()));
  if (rest.purpose !== purpose) throw forged;
  if (until < Date.now()) throw invalid("claim_expired", "This link of the gateway has expired. Open the page of the gateway again.", "claim");
  if (store.usedClaims.get(id)) throw conflict("claim_used", "This link of the gateway was used already. Open the page of the gateway again.", "claim");
  return { id, appliance: reach(store, serial) };
}

/** The addresses at which the portal looks at a claim and, once, takes it. */
export function claimRoutes(store: GatewayStore): Route[] {
  return [
    { method: "POST", path: "/api/v1/claims/look", kind: "read", run: ({ body }) => json(200, report(readClaim(store, parseBody(ClaimBody, body).claim).appliance)) },
    {
      method: "POST",
      path: "/api/v1/claims/take",
      kind: "write",
      run({ body }) {
        const { id, appliance } = readClaim(store, parseBody(ClaimBody, body).claim);
        store.usedClaims.add({ id, usedAt: new Date().toISOString() });
        return json(200, report(keep(store, appliance, "Onboarding begun")));
      },
    },
  ];
}
