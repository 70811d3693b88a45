import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { PreferenceInput } from "./schemas.ts";

/** How the person likes the pages: columns, order, density; all at once, since a page wants several. */
export const findPreferences = operation({
  name: "me.find-preferences",
  summary: "How you like the pages",
  permission: [],
  scope: "self",
  kind: "read",
  input: z.object({}),
  output: z.object({ preferences: z.record(z.string(), z.json()) }),
  http: { method: "GET", path: "/me/preferences" },
  run: async ({ actor: { preferences } }) => ({ preferences }),
});

export const setPreference = operation({
  name: "me.set-preference",
  summary: "Remember how you like a page",
  permission: [],
  scope: "self",
  kind: "write",
  unrecorded: "How somebody likes a page changes nothing for anybody else.",
  input: PreferenceInput,
  output: PreferenceInput.pick({ value: true }),
  http: { method: "PUT", path: "/me/preferences/{key}" },
  async run({ actor, db }, { key, value }) {
    const { accountId, userId } = actor;
    await db.preference.upsert({ where: { accountId_userId_key: { accountId, userId, key } }, create: { accountId, userId, key, value: value ?? {} }, update: { value: value ?? {} } });
    return { value };
  },
});
