/** The users of a tenant's PBX, and the licenses that its provisioning tool gives them (UNIFY-15). */
import { z } from "zod";
import { json, nothing } from "../kit/answers.ts";
import { notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import type { PbxUser, UnifyStore } from "./store.ts";
import { getTenant } from "./tenants.ts";

const Address = z.email().transform((email) => email.toLowerCase());
export const UserBody = z.strictObject({ email: Address, name: z.string().trim().max(200).default(""), extension: z.string().trim().max(20).default("") });

/** Gives somebody a license, by the address; who is no user of the PBX yet becomes one. Asked again it changes nothing. */
export function assignLicense(store: UnifyStore, tenantId: string, { email, name, extension }: z.output<typeof UserBody>): PbxUser {
  const key = keyOf(tenantId, email);
  const present = store.users.get(key);
  const user: PbxUser = { key, tenantId, email, name: name || (present?.name ?? ""), extension: extension || (present?.extension ?? ""), licensedAt: present?.licensedAt || new Date().toISOString(), chat: present?.chat ?? false };
  if (!store.users.add(user)) store.users.replace(key, user);
  return user;
}

/** Takes the license of somebody. Throws a `Refusal` (404) for who is no user of the PBX. */
export function withdrawLicense(store: UnifyStore, tenantId: string, email: string): void {
  const user = store.users.get(keyOf(tenantId, email.toLowerCase()));
  if (!user) throw notFound(`${email} is no user of this PBX.`, "email");
  revoke(store, user);
}

/** Takes the licenses of all users of a tenant (UNIFY-21). */
export function revokeLicenses(store: UnifyStore, tenantId: string): void {
  for (const user of licensedUsers(store, tenantId)) revoke(store, user);
}

/** Those who have a license, in the order of their addresses. */
export function licensedUsers({ users }: UnifyStore, tenantId: string): PbxUser[] {
  return users.findBy("tenantId", tenantId).filter(({ licensedAt }) => licensedAt !== "");
}

function revoke({ users }: UnifyStore, user: PbxUser): void {
  users.replace(user.key, { ...user, licensedAt: "", chat: false });
}

function keyOf(tenantId: string, email: string): string {
  return `${tenantId} ${email}`;
}

/** The doors of the provisioning tool of a PBX. */
export function provisioningRoutes(store: UnifyStore): Route[] {
  const all = "/api/v1/provisioning/tenants/{tenantId}/users";
  return [
    { method: "GET", path: all, kind: "read", run: ({ params }) => json(200, { items: store.users.findBy("tenantId", getTenant(store, params.tenantId).id) }) },
    { method: "POST", path: all, kind: "write", run: ({ params, body }) => json(201, assignLicense(store, getTenant(store, params.tenantId).id, parseBody(UserBody, body))) },
    {
      method: "DELETE",
      path: `${all}/{email}`,
      kind: "write",
      run({ params }) {
        withdrawLicense(store, getTenant(store, params.tenantId).id, params.email ?? "");
        return nothing();
      },
    },
  ];
}
