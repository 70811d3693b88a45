/** Hot desking: a user logs in at a set, which then has the user's number and settings until logged out (ACDPRE-10). */
import { z } from "zod";
import { json, nothing } from "../kit/answers.ts";
import { conflict, invalid, notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { showPhone } from "./phone-view.ts";
import type { MivbStore } from "./store.ts";

const LoginBody = z.strictObject({ number: z.string().min(1) });

/** What a set is while a hot desk user is logged in at it: the phone service's number and settings. */
function showBinding(store: MivbStore, set: string) {
  const session = store.hotDeskSessions.get(set);
  const phone = session && store.phones.get(session.number);
  if (!phone) throw notFound(`Nobody is logged in at set ${set}.`, "set");
  return { set, phone: showPhone(store, phone), agentGroups: store.memberships.groupsOf(phone.number) };
}

function logIn(store: MivbStore, set: string, number: string): void {
  if (!store.phones.get(number)?.hotDeskingUser) throw invalid("not_hot_desk", `Number ${number} is not a hot desking user.`, "number");
  const present = store.hotDeskSessions.get(set);
  if (present && present.number !== number) throw conflict("set_in_use", `${present.number} is logged in at set ${set}.`, "set");
  // A hot desk user is at one set at a time; logging in elsewhere ends the earlier login.
  for (const other of store.hotDeskSessions.findBy("number", number)) store.hotDeskSessions.remove(other.set);
  store.hotDeskSessions.add({ set, number });
}

/** The addresses at which a set logs a hot desk user in and out, and asks for its binding. */
export function hotDeskRoutes(store: MivbStore): Route[] {
  const path = "/api/v1/hot-desk/{set}";
  return [
    { method: "GET", path, kind: "read", run: ({ params }) => json(200, showBinding(store, params.set ?? "")) },
    {
      method: "PUT",
      path,
      kind: "write",
      run({ params, body }) {
        const set = params.set ?? "";
        logIn(store, set, parseBody(LoginBody, body).number);
        return json(200, showBinding(store, set));
      },
    },
    {
      method: "DELETE",
      path,
      kind: "write",
      run({ params }) {
        const set = params.set ?? "";
        if (!store.hotDeskSessions.remove(set)) throw notFound(`Nobody is logged in at set ${set}.`, "set");
        return nothing();
      },
    },
  ];
}
