import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { connectElement } from "#lib/network-elements/connect.ts";
import { operation } from "#lib/operations/operation.ts";
import { PeerError } from "#lib/provisioning/adapters/adapter.ts";

/** How long an answer of the server is used, in milliseconds: the list of users is opened often. */
const FRESH_MS = 60_000;

type Addresses = { readAt: number; addresses: Promise<ReadonlySet<string>> };

const known = new Map<string, Addresses>();

/**
 * Whether somebody may show and hide the column "Contact Center": the administrators of partner and customer always, whoever has
 * a custom role only with an e-mail address that Mitel CX lists (USER-91). While the server does not answer nobody is listed.
 */
export const getContactCenterAccess = operation({
  name: "telephony.get-contact-center-access",
  summary: "Whether the column Contact Center can be shown",
  permission: [{ feature: "users", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: z.object({ mayShow: z.boolean() }),
  http: { method: "GET", path: "/accounts/{accountId}/contact-center/access" },
  run: async ({ actor, account, db }) => ({ mayShow: actor.customRole === "" || (await isListed(db, account.id, actor.email)) }),
});

async function isListed(db: Db, accountId: string, email: string): Promise<boolean> {
  const element = await db.networkElement.findUnique({ where: { accountId_kind: { accountId, kind: "micc" } } });
  if (!element) return false;
  const earlier = known.get(element.id);
  if (earlier && Date.now() - earlier.readAt < FRESH_MS) return (await earlier.addresses).has(email);
  const addresses = readAddresses(element);
  known.set(element.id, { readAt: Date.now(), addresses });
  return (await addresses).has(email);
}

async function readAddresses(element: Parameters<typeof connectElement>[0] & { id: string }): Promise<ReadonlySet<string>> {
  try {
    const employees = await connectElement<"micc">(element).listEmployees();
    return new Set(employees.map(({ email }) => email.toLowerCase()));
  } catch (error) {
    known.delete(element.id);
    if (error instanceof PeerError) return new Set();
    throw error;
  }
}
