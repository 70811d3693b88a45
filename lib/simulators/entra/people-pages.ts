/** The page "Users and groups": who is there, who is assigned, and what each one's attributes are (AADC-02, AADC-09). */
import { z } from "zod";
import { type Answer, seeOther } from "../kit/answers.ts";
import { html } from "../kit/html.ts";
import { notFound } from "../kit/refusal.ts";
import type { PeerRequest } from "../kit/requests.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { applicationPage, buttonForm, table } from "./layout.ts";
import { PERSON_FIELDS, PersonBody, PersonChanges } from "./schemas.ts";
import type { Person } from "./schemas.ts";
import type { EntraStore } from "./store.ts";

const NewPerson = PersonBody.pick({ userPrincipalName: true, displayName: true, givenName: true, surname: true, mail: true });
const Filled = z.record(z.string(), z.string());

function stateOf({ assigned, accountEnabled, softDeleted }: Person): string {
  return [assigned ? "assigned" : "not assigned", !accountEnabled && "disabled", softDeleted && "deleted"].filter(Boolean).join(", ");
}

function peoplePage(store: EntraStore): Answer {
  const rows = store.people.all().map((person) => {
    const { objectId, displayName, userPrincipalName, assigned, accountEnabled, softDeleted } = person;
    const act = (name: string, label: string) => buttonForm(`/users/${objectId}/${name}`, label, `${label} ${displayName}`);
    return [
      html`<a href="/users/${objectId}">${displayName || userPrincipalName}</a>`,
      userPrincipalName,
      stateOf(person),
      [assigned ? act("unassign", "Remove assignment") : act("assign", "Assign"), accountEnabled ? act("disable", "Disable") : act("enable", "Enable"), softDeleted ? [act("restore", "Restore"), act("purge", "Delete permanently")] : act("delete", "Delete")],
    ];
  });
  const fields = Object.keys(NewPerson.shape);
  return applicationPage(
    "/users",
    "Users and groups",
    html`${table("Users", ["Display Name", "User principal name", "State", "Actions"], rows, "Nobody is here yet.")}
<h2>New user</h2>
<form method="post" action="/users" class="panel stacked">${fields.map((field) => html`<label for="${field}">${field}</label><input id="${field}" name="${field}" ${field === "userPrincipalName" && html`required`}>`)}<button>Create</button></form>`,
  );
}

function personPage(person: Person): Answer {
  return applicationPage(
    "/users",
    person.displayName || person.userPrincipalName,
    html`<form method="post" action="/users/${person.objectId}/save" class="panel stacked">
${PERSON_FIELDS.map((field) => html`<label for="${field}">${field}</label><input id="${field}" name="${field}" value="${person[field]}">`)}
<button>Save</button></form><p>Object ID ${person.objectId}, ${stateOf(person)}</p>`,
  );
}

/** What the buttons beside a person change. */
const CHANGES: Record<string, Partial<Person>> = {
  assign: { assigned: true },
  unassign: { assigned: false },
  disable: { accountEnabled: false },
  enable: { accountEnabled: true },
  delete: { softDeleted: true },
  restore: { softDeleted: false },
};

function act(store: EntraStore, { params, body }: PeerRequest): Answer {
  const { id = "", act: name = "" } = params;
  if (name === "purge") store.removePerson(id);
  else if (name === "save") store.changePerson(id, parseBody(PersonChanges, parseBody(Filled, body)));
  else if (CHANGES[name]) store.changePerson(id, CHANGES[name]);
  else throw notFound("There is no such action.");
  return seeOther("/users");
}

/** The pages of people. */
export function peopleRoutes(store: EntraStore): Route[] {
  const control = true;
  return [
    { method: "GET", path: "/users", control, kind: "read", run: () => peoplePage(store) },
    {
      method: "POST",
      path: "/users",
      control,
      kind: "write",
      run({ body }) {
        store.addPerson(parseBody(NewPerson, body));
        return seeOther("/users");
      },
    },
    { method: "GET", path: "/users/{id}", control, kind: "read", run: ({ params }) => personPage(store.personOf(params.id ?? "")) },
    { method: "POST", path: "/users/{id}/{act}", control, kind: "write", run: (request) => act(store, request) },
  ];
}
