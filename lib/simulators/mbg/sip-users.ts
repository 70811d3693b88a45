/** The SIP users of the MBG: teleworker sets of users' phones, and SIP users that only the MBG knows. */
import { z } from "zod";
import { json, nothing } from "../kit/answers.ts";
import { listAnswer, readPageRequest } from "../kit/lists.ts";
import { conflict, invalid, notFound, Refusal } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { digestSecret, matchesDigest } from "../kit/secrets.ts";
import { parseBody } from "../kit/validation.ts";
import { assertStrongPassword, generatePassword } from "./passwords.ts";
import { type SipUser, SipUserBody, SipUserChanges } from "./schemas.ts";
import type { MbgStore } from "./store.ts";

function getSipUser(store: MbgStore, sipUserName = "", kind?: SipUser["kind"]): SipUser {
  const user = store.sipUsers.get(sipUserName);
  if (!user || (kind && user.kind !== kind)) throw notFound(`There is no set ${sipUserName}.`, "sipUserName");
  return user;
}

function assertSynchronizable(store: MbgStore, number: string): void {
  if (!number.includes("#") || store.settings.get().connection !== "remote") return;
  throw invalid(
    "number_not_synchronized",
    `Number ${number} contains # and can not be synchronized over a remote connection; use ${number.replaceAll("#", "*")}.`,
    "number",
  );
}

function assertFree(store: MbgStore, user: SipUser, present?: SipUser): void {
  if (user.sipUserName !== present?.sipUserName && store.sipUsers.get(user.sipUserName)) {
    throw conflict("sip_user_name_in_use", `SIP user name ${user.sipUserName} is in use by another set.`, "sipUserName");
  }
  if (user.number === present?.number) return;
  const [other] = store.sipUsers.findBy("number", user.number);
  if (other) throw conflict("number_in_use", `Number ${user.number} is in use by set ${other.sipUserName}.`, "number");
}

/** Creates a set; a password that was generated is in the answer, this once. */
function addSipUser(store: MbgStore, kind: SipUser["kind"], body: unknown): SipUser & { sipPassword?: string } {
  const { sipPassword, ...fields } = parseBody(SipUserBody, body);
  const user: SipUser = { ...fields, kind };
  assertSynchronizable(store, user.number);
  assertFree(store, user);
  if (sipPassword !== undefined) assertStrongPassword(sipPassword, user.number);
  const password = sipPassword ?? generatePassword();
  store.sipUsers.add(user);
  store.secrets.set(user.sipUserName, digestSecret(password));
  return sipPassword === undefined ? { ...user, sipPassword: password } : user;
}

function changeSipUser(store: MbgStore, sipUserName: string | undefined, kind: SipUser["kind"], body: unknown): SipUser {
  const before = getSipUser(store, sipUserName, kind);
  const { sipPassword, ...changes } = parseBody(SipUserChanges, body);
  const after = { ...before, ...changes };
  assertSynchronizable(store, after.number);
  assertFree(store, after, before);
  if (sipPassword !== undefined) assertStrongPassword(sipPassword, after.number);
  store.sipUsers.replace(before.sipUserName, after);
  store.secrets.move(before.sipUserName, after.sipUserName);
  if (sipPassword !== undefined) store.secrets.set(after.sipUserName, digestSecret(sipPassword));
  return after;
}

function deleteSipUser(store: MbgStore, sipUserName: string | undefined, kind: SipUser["kind"]): void {
  const user = getSipUser(store, sipUserName, kind);
  store.sipUsers.remove(user.sipUserName);
  store.secrets.remove(user.sipUserName);
}

const RegisterBody = z.strictObject({ sipUserName: z.string(), sipPassword: z.string() });

/** A phone's registration from outside: the set it is, for the right password. */
function register(store: MbgStore, body: unknown): SipUser {
  const { sipUserName, sipPassword } = parseBody(RegisterBody, body);
  const user = store.sipUsers.get(sipUserName);
  const digest = store.secrets.get(sipUserName);
  if (!user || digest === undefined || !matchesDigest(sipPassword, digest)) {
    throw new Refusal(401, "wrong_sip_password", "The SIP user name or its password is wrong.");
  }
  return user;
}

function routesOf(store: MbgStore, all: string, kind: SipUser["kind"]): Route[] {
  const one = `${all}/{sipUserName}`;
  return [
    { method: "GET", path: one, kind: "read", run: ({ params }) => json(200, getSipUser(store, params.sipUserName, kind)) },
    { method: "POST", path: all, kind: "write", run: ({ body }) => json(201, addSipUser(store, kind, body)) },
    {
      method: "PATCH",
      path: one,
      kind: "write",
      run: ({ params, body }) => json(200, changeSipUser(store, params.sipUserName, kind, body)),
    },
    {
      method: "DELETE",
      path: one,
      kind: "write",
      run({ params }) {
        deleteSipUser(store, params.sipUserName, kind);
        return nothing();
      },
    },
  ];
}

/**
 * The addresses of teleworker sets and of SIP users. `/api/v1/sip-users` lists both kinds, `/api/v1/teleworker-sets` one;
 * a registration needs no administrator's credentials, only the set's own password.
 */
export function sipUserRoutes(store: MbgStore): Route[] {
  return [
    { method: "GET", path: "/api/v1/sip-users", kind: "read", run: (request) => listAnswer(store.sipUsers.page(readPageRequest(request))) },
    {
      method: "GET",
      path: "/api/v1/teleworker-sets",
      kind: "read",
      run(request) {
        const { items, next } = store.sipUsers.page(readPageRequest(request));
        return listAnswer({ items: items.filter(({ kind }) => kind === "teleworker"), next });
      },
    },
    ...routesOf(store, "/api/v1/teleworker-sets", "teleworker"),
    ...routesOf(store, "/api/v1/sip-users", "sip"),
    { method: "POST", path: "/sip/v1/register", open: true, kind: "read", run: ({ body }) => json(200, register(store, body)) },
  ];
}
