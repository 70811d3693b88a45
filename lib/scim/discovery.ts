/** What the service says of itself (RFC 7643, 5 to 7; SCIMAPI-23). Pure. */
import { SHAPES } from "./attributes.ts";
import { LIST_SCHEMA, USER_SCHEMA } from "./names.ts";

type Resource = Record<string, unknown>;

const CORE = "urn:ietf:params:scim:schemas:core:2.0";

/** `GET /ServiceProviderConfig`. */
export function serviceProviderConfig(address: string, maxResults: number): Resource {
  return {
    schemas: [`${CORE}:ServiceProviderConfig`],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: false },
    authenticationSchemes: [{ type: "oauthbearertoken", name: "OAuth Bearer Token", description: "The Secret Token that the portal generates for Azure AD Sync.", primary: true }],
    meta: { resourceType: "ServiceProviderConfig", location: `${address}/ServiceProviderConfig` },
  };
}

/** `GET /ResourceTypes`: users only (SCIMATTR-14). */
export function resourceTypes(address: string): Resource[] {
  return [
    {
      schemas: [`${CORE}:ResourceType`],
      id: "User",
      name: "User",
      endpoint: "/Users",
      description: "User of the account",
      schema: USER_SCHEMA,
      schemaExtensions: [],
      meta: { resourceType: "ResourceType", location: `${address}/ResourceTypes/User` },
    },
  ];
}

const TYPES: Record<string, string> = { flag: "boolean", text: "string" };

function attribute(name: string, type: string, more: Resource = {}): Resource {
  return { name, type, multiValued: false, required: false, caseExact: name === "externalId", mutability: "readWrite", returned: "default", uniqueness: "none", ...more };
}

/** The attributes that are taken, each with its parts. */
function attributes(): Resource[] {
  return Object.entries(SHAPES).map(([name, shape]) => {
    if (!("parts" in shape)) return attribute(name, TYPES[shape.kind]!, name === "userName" ? { required: true, uniqueness: "server" } : {});
    const canonicalValues = shape.kind === "list" ? shape.types : undefined;
    const subAttributes = shape.parts.map((part) => attribute(part, part === "primary" ? "boolean" : "string", part === "type" && canonicalValues ? { canonicalValues } : {}));
    return attribute(name, "complex", { multiValued: shape.kind === "list", required: name === "emails", subAttributes });
  });
}

/** `GET /Schemas`. */
export function schemas(address: string): Resource[] {
  return [{ schemas: [`${CORE}:Schema`], id: USER_SCHEMA, name: "User", description: "User of the account", attributes: attributes(), meta: { resourceType: "Schema", location: `${address}/Schemas/${USER_SCHEMA}` } }];
}

/** All of something, as a list. */
export function listOf(resources: Resource[]): Resource {
  return { schemas: [LIST_SCHEMA], totalResults: resources.length, startIndex: 1, itemsPerPage: resources.length, Resources: resources };
}
