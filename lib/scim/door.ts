/** The door for directories: SCIM 2.0 (RFC 7644) below the Tenant URL of an account. */
import { randomUUID } from "node:crypto";
import { ANONYMOUS } from "#lib/operations/actor.ts";
import type { Directory, Resolved } from "#lib/operations/actor.ts";
import { notFound } from "#lib/operations/errors.ts";
import { limitRate } from "#lib/operations/rate-limit.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addScimUser } from "./add-user.ts";
import { answer, errorAnswer, HttpRefusal } from "./answers.ts";
import { patchScimUser, replaceScimUser } from "./change-user.ts";
import { deleteScimUser } from "./delete-user.ts";
import { listOf, resourceTypes, schemas, serviceProviderConfig } from "./discovery.ts";
import { findScimUsers, getScimUser, MAX_RESULTS } from "./find-users.ts";
import { project } from "./project.ts";
import { bodyOf } from "./request-body.ts";
import { resolveDirectory } from "./resolve-directory.ts";

type Asked = { request: Request; query: URLSearchParams; resolved: Resolved; address: string; correlationId: string };
type Handler = (asked: Asked, id: string) => Promise<Response> | Response;
type Handlers = Partial<Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE", Handler>>;

/**
 * Answers one request of a directory. Never throws.
 * @param accountId as the address has it
 * @param path the parts of the address below the Tenant URL, e.g. ["Users", "…"]
 */
export async function answerScimRequest(request: Request, accountId: string, path: readonly string[]): Promise<Response> {
  const correlationId = randomUUID();
  try {
    const kind = request.method === "GET" ? "read" : "write";
    const resolved = await resolveDirectory(accountId, request.headers.get("authorization")).catch(async (error: unknown) => {
      // Of a wrong token nobody is known whom to count it to but the address it came from.
      await limitRate(request, { scope: "public", kind }, ANONYMOUS);
      throw error;
    });
    await limitRate(request, { scope: "scim", kind }, resolved.actor);
    // Whatever else a Tenant URL has in its query part is the client's own (SCIMAPI-27).
    const { searchParams: query } = new URL(request.url);
    return await handle({ request, query, resolved, address: (resolved.actor as Directory).address, correlationId }, path);
  } catch (error) {
    return errorAnswer(error, correlationId);
  }
}

function handle(asked: Asked, [type = "", id = "", ...rest]: readonly string[]): Promise<Response> | Response {
  const handlers = rest.length > 0 ? undefined : (id === "" ? COLLECTIONS : RESOURCES)[type.toLowerCase()];
  if (!handlers) throw notFound("This address");
  const { method } = asked.request;
  const handler = handlers[method as keyof Handlers];
  if (!handler) throw new HttpRefusal(405, `${method} is not possible here.`, { allow: Object.keys(handlers).join(", ") });
  return handler(asked, id);
}

const NO_GROUPS: Handler = () => {
  throw new HttpRefusal(501, "Groups are not supported: only users can be provisioned. Switch the provisioning of groups off.");
};

/** By the first part of the address, in lower case. */
const COLLECTIONS: Record<string, Handlers> = {
  users: {
    GET: async ({ query, resolved }) => {
      const input = Object.fromEntries(["filter", "startIndex", "count"].flatMap((name) => (query.has(name) ? [[name, query.get(name)]] : [])));
      const page = await runOperation(findScimUsers, { resolved, input });
      return answer(200, { ...page, Resources: page.Resources.map((resource) => project(resource, query)) });
    },
    POST: async ({ request, resolved, correlationId }) => {
      const user = await runOperation(addScimUser, { resolved, input: { body: await bodyOf(request) }, correlationId });
      return answer(201, user, { location: user.meta.location });
    },
  },
  // Empty, so that a client which reads groups before anything else goes on (SCIMAPI-22, OP 38).
  groups: { GET: () => answer(200, listOf([])), POST: NO_GROUPS },
  serviceproviderconfig: { GET: ({ address }) => answer(200, serviceProviderConfig(address, MAX_RESULTS)) },
  resourcetypes: { GET: ({ address }) => answer(200, listOf(resourceTypes(address))) },
  schemas: { GET: ({ address }) => answer(200, listOf(schemas(address))) },
};

/** One of them, by the second part. */
const RESOURCES: Record<string, Handlers> = {
  users: {
    GET: async ({ query, resolved }, id) => answer(200, project(await runOperation(getScimUser, { resolved, input: { id } }), query)),
    PUT: async ({ request, resolved, correlationId }, id) => answer(200, await runOperation(replaceScimUser, { resolved, input: { id, body: await bodyOf(request) }, correlationId })),
    PATCH: async ({ request, resolved, correlationId }, id) => answer(200, await runOperation(patchScimUser, { resolved, input: { id, body: await bodyOf(request) }, correlationId })),
    DELETE: async ({ resolved, correlationId }, id) => answer(204, await runOperation(deleteScimUser, { resolved, input: { id }, correlationId })),
  },
  groups: {
    GET: () => {
      throw notFound("The group");
    },
    PUT: NO_GROUPS,
    PATCH: NO_GROUPS,
    DELETE: NO_GROUPS,
  },
  resourcetypes: { GET: ({ address }, id) => answer(200, named(resourceTypes(address), id)) },
  schemas: { GET: ({ address }, id) => answer(200, named(schemas(address), id)) },
};

function named(resources: Record<string, unknown>[], id: string): Record<string, unknown> {
  const found = resources.find((resource) => resource["id"] === id);
  if (!found) throw notFound("What you asked for");
  return found;
}
