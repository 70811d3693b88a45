import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { PreferenceInput } from "./schemas.ts";

/** How the person likes the lists: columns, order, density. */
export const getPreference = operation({
  name: "me.get-preference",
  summary: "How you like a page",
  permission: [],
  scope: "self",
  kind: "read",
  input: PreferenceInput.pick({ key: true }),
  output: PreferenceInput.pick({ value: true }),
  http: { method: "GET", path: "/me/preferences/{key}" },
  async run({ actor, db }, { key }) {
    const { accountId, userId } = actor;
    const preference = await db.preference.findUnique({ where: { accountId_userId_key: { accountId, userId, key } } });
    return { value: (preference?.value ?? {}) as z.infer<typeof PreferenceInput>["value"] };
  },
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
    await db.preference.upsert({ where: { accountId_userId_key: { accountId, userId, key } }, create: { accountId, userId, key, value }, update: { value } });
    return { value };
  },
});
