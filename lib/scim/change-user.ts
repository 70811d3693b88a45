import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { readAttributes } from "./attributes.ts";
import { patched, readChanges } from "./patch.ts";
import { changeUser } from "./store-user.ts";
import { UserResource } from "./user-resource.ts";

const Input = z.object({ id: z.string(), body: z.record(z.string(), z.unknown()) });

/** Puts all attributes of a user in place of those before (SCIMAPI-19). */
export const replaceScimUser = operation({
  name: "scim.replace-user",
  summary: "Replace what the directory says of a user",
  permission: [],
  scope: "scim",
  kind: "write",
  input: Input,
  output: UserResource,
  http: null,
  run: (context, { id, body }) => changeUser(context, id, () => readAttributes(body)),
});

/** Changes single attributes of a user; all operations take effect, or none (SCIMAPI-13 to SCIMAPI-18, SCIMAPI-21). */
export const patchScimUser = operation({
  name: "scim.patch-user",
  summary: "Change some of what the directory says of a user",
  permission: [],
  scope: "scim",
  kind: "write",
  input: Input,
  output: UserResource,
  http: null,
  async run(context, { id, body }) {
    const changes = readChanges(body);
    return changeUser(context, id, (before) => patched(before, changes));
  },
});
