/** The pages of the attribute mappings: kept as a draft until Save, dropped by Discard (AADC-03 to AADC-05). */
import { z } from "zod";
import { type Answer, seeOther } from "../kit/answers.ts";
import { html } from "../kit/html.ts";
import { notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { applicationPage, buttonForm, table } from "./layout.ts";
import { MappingBody } from "./schemas.ts";
import type { Mapping } from "./schemas.ts";
import type { EntraStore } from "./store.ts";

const GroupsForm = z.object({ enabled: z.enum(["Yes", "No"]), act: z.enum(["save", "discard"]) });
const NewMapping = MappingBody.pick({ source: true, target: true });

function draftOf({ settings }: EntraStore): Mapping[] {
  const { draft, userMappings } = settings.get();
  return draft ?? userMappings;
}

function mappingsPage(store: EntraStore): Answer {
  const { draft, groupsEnabled } = store.settings.get();
  const rows = draftOf(store).map(({ source, target, matching }, index) => [source, target, matching, buttonForm(`/mappings/users/delete/${index}`, "Delete", `Delete ${target}`)]);
  return applicationPage(
    "/mappings",
    "Mappings",
    html`<div class="panel"><h2>Provision Azure Active Directory Groups</h2>
<form method="post" action="/mappings/groups"><label for="enabled">Enabled</label>
<select id="enabled" name="enabled">${["Yes", "No"].map((each) => html`<option ${(each === "Yes") === groupsEnabled && html`selected`}>${each}</option>`)}</select>
<button name="act" value="save">Save groups</button><button name="act" value="discard">Discard groups</button></form></div>
<h2>Provision Azure Active Directory Users</h2>
<div class="panel">${draft && html`<p role="status">There are changes that are not saved.</p>`}
${buttonForm("/mappings/users/save", "Save")}${buttonForm("/mappings/users/discard", "Discard")}
<form method="post" action="/mappings/users/add"><label for="source">Azure Active Directory Attribute</label><input id="source" name="source" required>
<label for="target">customappsso Attribute</label><input id="target" name="target" required><button>Add New Mapping</button></form></div>
${table("Attribute Mappings", ["Azure Active Directory Attribute", "customappsso Attribute", "Matching precedence", "Remove"], rows, "No mappings.")}`,
  );
}

/** The pages of mappings. */
export function mappingRoutes(store: EntraStore): Route[] {
  const { settings } = store;
  const back = () => seeOther("/mappings");
  return [
    { method: "GET", path: "/mappings", control: true, kind: "read", run: () => mappingsPage(store) },
    {
      method: "POST",
      path: "/mappings/groups",
      control: true,
      kind: "write",
      run({ body }) {
        const { enabled, act } = parseBody(GroupsForm, body);
        if (act === "save") settings.change({ groupsEnabled: enabled === "Yes" });
        return back();
      },
    },
    {
      method: "POST",
      path: "/mappings/users/{act}",
      control: true,
      kind: "write",
      run({ params, body }) {
        if (params.act === "save") settings.change({ userMappings: draftOf(store), draft: null });
        else if (params.act === "discard") settings.change({ draft: null });
        else if (params.act === "add") settings.change({ draft: [...draftOf(store), { ...parseBody(NewMapping, body), matching: null }] });
        else throw notFound("There is no such action.");
        return back();
      },
    },
    {
      method: "POST",
      path: "/mappings/users/delete/{index}",
      control: true,
      kind: "write",
      run({ params }) {
        settings.change({ draft: draftOf(store).filter((_, index) => String(index) !== params.index) });
        return back();
      },
    },
  ];
}
