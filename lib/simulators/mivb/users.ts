/** The users of the element and what may be done to them. */
import { json, nothing } from "../kit/answers.ts";
import { listAnswer, readPageRequest } from "../kit/lists.ts";
import { conflict, invalid, notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { erasePhone } from "./phone-deletion.ts";
import { disassociate } from "./phone-owners.ts";
import { type User, USER_DEFAULTS, UserBody } from "./schemas.ts";
import type { MivbStore } from "./store.ts";

/** The user with this login id. Throws a `Refusal` (404) when there is none. */
export function getUser(store: MivbStore, loginId: string): User {
  const user = store.users.get(loginId);
  if (!user) throw notFound(`There is no user ${loginId}.`, "loginId");
  return user;
}

function assertNamed(user: User): void {
  if (!user.firstName && !user.lastName) throw invalid("missing_field", "A first name or a last name is required.", "lastName");
}

function takenLogin(loginId: string) {
  return conflict("login_id_in_use", `Login id ${loginId} is in use by another user.`, "loginId");
}

function addUser(store: MivbStore, body: unknown): User {
  const user = parseBody(UserBody, body, USER_DEFAULTS);
  assertNamed(user);
  if (!store.users.add(user)) throw takenLogin(user.loginId);
  return user;
}

function changeUser(store: MivbStore, loginId: string, body: unknown): User {
  const user = { ...getUser(store, loginId), ...parseBody(UserBody.partial(), body) };
  assertNamed(user);
  if (user.loginId !== loginId) {
    if (store.users.get(user.loginId)) throw takenLogin(user.loginId);
    store.associations.renameUser(loginId, user.loginId);
    for (const phone of store.phones.findBy("loginId", loginId)) {
      store.phones.replace(phone.number, { ...phone, loginId: user.loginId });
    }
  }
  store.users.replace(loginId, user);
  return user;
}

/**
 * "Delete User only" is refused while phones belong to the user; "Delete User and Phones" takes the local ones along.
 * Services of other systems must go first, and a phone that another user shares stays with that user (SUP-09).
 */
function deleteUser(store: MivbStore, loginId: string, withPhones: boolean): void {
  getUser(store, loginId);
  const associations = store.associations.ofUser(loginId);
  if (associations.length > 0 && !withPhones) {
    const numbers = associations.map(({ number }) => number).join(", ");
    throw conflict("user_has_phones", `User ${loginId} can not be deleted while phone services belong to it: ${numbers}.`);
  }
  for (const { number } of associations) {
    const phone = store.phones.get(number);
    if (phone && phone.locality !== "local") {
      throw conflict("remote_service", `User ${loginId} can not be deleted: service ${number} is hosted on another system.`);
    }
    if (phone && store.associations.ofPhone(number).length === 1) erasePhone(store, phone);
    else disassociate(store, number, loginId);
  }
  store.users.remove(loginId);
}

/** The addresses of users. */
export function userRoutes(store: MivbStore): Route[] {
  const one = "/api/v1/users/{loginId}";
  return [
    { method: "GET", path: "/api/v1/users", kind: "read", run: (request) => listAnswer(store.users.page(readPageRequest(request))) },
    { method: "GET", path: one, kind: "read", run: ({ params }) => json(200, getUser(store, params.loginId ?? "")) },
    { method: "POST", path: "/api/v1/users", kind: "write", run: ({ body }) => json(201, addUser(store, body)) },
    {
      method: "PATCH",
      path: one,
      kind: "write",
      run: ({ params, body }) => json(200, changeUser(store, params.loginId ?? "", body)),
    },
    {
      method: "DELETE",
      path: one,
      kind: "write",
      run({ params, query }) {
        deleteUser(store, params.loginId ?? "", query.get("phones") === "delete");
        return nothing();
      },
    },
  ];
}
