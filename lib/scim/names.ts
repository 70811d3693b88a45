/** The names of the protocol (RFC 7643, RFC 7644). */
export const USER_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";
export const LIST_SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
export const PATCH_SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
export const ERROR_SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";
export const MEDIA_TYPE = "application/scim+json";

/** The name of an attribute without the name of the user's own schema before it; null when it is of another schema. */
export function withoutSchema(name: string): string | null {
  if (name.toLowerCase().startsWith(`${USER_SCHEMA.toLowerCase()}:`)) return name.slice(USER_SCHEMA.length + 1);
  return name.toLowerCase().startsWith("urn:") ? null : name;
}
