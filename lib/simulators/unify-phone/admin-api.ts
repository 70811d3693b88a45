/** The Admin REST API of a tenant, for the bearer of its API key. */
import { z } from "zod";
import { json, nothing } from "../kit/answers.ts";
import { MAX_LIMIT, listAnswer, readPageRequest } from "../kit/lists.ts";
import { Refusal } from "../kit/refusal.ts";
import type { PeerRequest } from "../kit/requests.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { tenantView } from "./links.ts";
import type { PbxUser, Tenant, UnifyStore } from "./store.ts";
import { tenantOfKey } from "./tenants.ts";
import { licensedUsers } from "./users.ts";

const ChatBody = z.strictObject({ on: z.array(z.string()).max(MAX_LIMIT), off: z.array(z.string()).max(MAX_LIMIT) });

function tenantOf(store: UnifyStore, { authorization = "" }: PeerRequest): Tenant {
  const tenant = tenantOfKey(store, /^bearer (\S+)$/i.exec(authorization)?.[1] ?? "");
  if (!tenant) throw new Refusal(401, "unknown_api_key", "The API key is not known.");
  return tenant;
}

/** CloudLink Chat comes with the link: for the licensed users whom the linked account knows. */
function setChat(store: UnifyStore, tenant: Tenant, body: unknown): void {
  const { on, off } = parseBody(ChatBody, body);
  if (!tenant.link) throw new Refusal(409, "not_linked", "The tenant is not linked to an account.");
  const wanted = new Map([...on.map((email) => [email, true] as const), ...off.map((email) => [email, false] as const)]);
  for (const user of licensedUsers(store, tenant.id)) store.users.replace(user.key, { ...user, chat: wanted.get(user.email) ?? user.chat });
}

/** The tenant itself, its licenses, and who of the licensed has chat. */
export function adminRoutes(store: UnifyStore): Route[] {
  const view = ({ email, name, extension, licensedAt, chat }: PbxUser) => ({ email, name, extension, licensedAt, chat });
  return [
    { method: "GET", path: "/api/v1/tenant", open: true, kind: "read", run: (request) => json(200, tenantView(tenantOf(store, request))) },
    {
      method: "GET",
      path: "/api/v1/tenant/licenses",
      open: true,
      kind: "read",
      run(request) {
        const { after, limit } = readPageRequest(request);
        const rest = licensedUsers(store, tenantOf(store, request).id).filter(({ email }) => email > after);
        const items = rest.slice(0, limit);
        return listAnswer({ items, next: rest.length > limit ? items.at(-1)!.email : null }, view);
      },
    },
    {
      method: "PATCH",
      path: "/api/v1/tenant/chat",
      open: true,
      kind: "write",
      run(request) {
        setChat(store, tenantOf(store, request), request.body);
        return nothing();
      },
    },
  ];
}
