/** The MiTeam Meetings licences that MiCollab gives to its users; it knows nothing of how many a CloudLink account owns. */
import { z } from "zod";
import { json, nothing, seeOther } from "../kit/answers.ts";
import type { Section } from "../kit/console.ts";
import { sectionOf } from "../kit/console.ts";
import { html } from "../kit/html.ts";
import { listAnswer, readPageRequest } from "../kit/lists.ts";
import { notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import type { MeetingsLicence } from "./schemas.ts";
import type { MicollabStore } from "./store.ts";

const LicenceForm = z.strictObject({ userName: z.string().min(1), licence: z.enum(["assign", "withdraw"]) });

function assign(store: MicollabStore, userName: string): MeetingsLicence {
  if (!store.accounts.get(userName)) throw notFound(`There is no client account ${userName}.`, "userName");
  const present = store.meetings.get(userName);
  if (present) return present;
  const licence = { userName, assignedAt: new Date().toISOString() };
  store.meetings.add(licence);
  return licence;
}

/** The addresses of licences: of programs, and of the form in the console. */
export function meetingsRoutes(store: MicollabStore): Route[] {
  const all = "/api/v1/meetings-licences";
  const view = (licence: MeetingsLicence) => ({ ...licence, email: store.accounts.get(licence.userName)?.email ?? "" });
  return [
    { method: "GET", path: all, kind: "read", run: (request) => listAnswer(store.meetings.page(readPageRequest(request)), view) },
    { method: "PUT", path: `${all}/{userName}`, kind: "write", run: ({ params }) => json(200, view(assign(store, params.userName ?? ""))) },
    {
      method: "DELETE",
      path: `${all}/{userName}`,
      kind: "write",
      run({ params }) {
        if (!store.meetings.remove(params.userName ?? "")) throw notFound(`${params.userName} has no licence of MiTeam Meetings.`, "userName");
        return nothing();
      },
    },
    {
      method: "POST",
      path: "/meetings-licences",
      control: true,
      kind: "write",
      run({ body }) {
        const { userName, licence } = parseBody(LicenceForm, body);
        if (licence === "assign") assign(store, userName);
        else store.meetings.remove(userName);
        return seeOther("/?list=meetings");
      },
    },
  ];
}

/** The users with their licences, for the console. */
export function meetingsSection(store: MicollabStore): Section {
  return sectionOf("meetings", "MiTeam Meetings", store.accounts, {
    "User name": ({ userName }) => userName,
    Email: ({ email }) => email,
    Licence: ({ userName }) => (store.meetings.get(userName) ? "Assigned" : "None"),
    Change: ({ userName }) => {
      const has = store.meetings.get(userName) !== undefined;
      return html`<form method="post" action="/meetings-licences">
<input type="hidden" name="userName" value="${userName}"><input type="hidden" name="licence" value="${has ? "withdraw" : "assign"}">
<button>${has ? "Withdraw" : "Assign"}<span class="unseen"> the licence of ${userName}</span></button></form>`;
    },
  });
}
