import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { parseFilter } from "./filter.ts";
import { filterConditions } from "./filter-conditions.ts";
import { LIST_SCHEMA } from "./names.ts";
import { readDirectoryUser, readUsers, toResource, UserResource } from "./user-resource.ts";

/** As many as one answer holds. */
export const MAX_RESULTS = 200;

/** Below 1 the first, below 0 none is meant (RFC 7644, 3.4.2.4). */
const Page = { startIndex: z.coerce.number().int().catch(1).transform((start) => Math.max(start, 1)), count: z.coerce.number().int().catch(MAX_RESULTS).transform((count) => Math.min(Math.max(count, 0), MAX_RESULTS)) };

export const ListResponse = z.object({ schemas: z.array(z.string()), totalResults: z.number().int(), startIndex: z.number().int(), itemsPerPage: z.number().int(), Resources: z.array(z.looseObject({})) });

/** A page of the users of an account, also of those the directory has not sent (SCIMAPI-03, SCIMAPI-05 to SCIMAPI-08, SCIMAPI-26). */
export const findScimUsers = operation({
  name: "scim.find-users",
  summary: "Users of an account, for its directory",
  permission: [],
  scope: "scim",
  kind: "read",
  input: z.object({ filter: z.string().max(2_000).optional(), ...Page }),
  output: ListResponse,
  http: null,
  async run({ actor, account, db }, { filter, startIndex, count }) {
    const conditions = filter === undefined ? [] : filterConditions(account.id, parseFilter(filter));
    const { total, users } = await readUsers(db, account.id, conditions, { offset: startIndex - 1, limit: count });
    return { schemas: [LIST_SCHEMA], totalResults: total, startIndex, itemsPerPage: users.length, Resources: users.map((user) => toResource(user, actor.address)) };
  },
});

/** One user (SCIMAPI-09). */
export const getScimUser = operation({
  name: "scim.get-user",
  summary: "A user of an account, for its directory",
  permission: [],
  scope: "scim",
  kind: "read",
  input: z.object({ id: z.string() }),
  output: UserResource,
  http: null,
  run: async ({ actor, account, db }, { id }) => toResource(await readDirectoryUser(db, account.id, id), actor.address),
});
