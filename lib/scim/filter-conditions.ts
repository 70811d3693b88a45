/** From a filter to conditions of a query over users "u" and what their directory says of them, "s". */
import { Prisma } from "#lib/db/generated/client.ts";
import { attributeNamed, partNamed, SHAPES } from "./attributes.ts";
import type { AttributeName } from "./attributes.ts";
import type { Comparison } from "./filter.ts";
import { ScimRefusal } from "./refusal.ts";

/** Who has a user name: as the directory sent it, or by address where it has sent nothing yet (SCIMAPI-26). Found by index among very many. */
function withUserName(accountId: string, userName: string): Prisma.Sql {
  const key = userName.toLowerCase();
  return Prisma.sql`u.id in (
    select n.user_id from scim_users n where n.account_id = ${accountId}::uuid and n.user_name_key = ${key}
    union all
    select n.id from users n where n.account_id = ${accountId}::uuid and n.email = ${key}
       and not exists (select from scim_users k where k.account_id = n.account_id and k.user_id = n.id))`;
}

/**
 * The conditions of a filter (SCIMAPI-05 to SCIMAPI-07).
 * @throws ScimRefusal invalidFilter for an attribute that can not be searched by
 */
export function filterConditions(accountId: string, comparisons: readonly Comparison[]): Prisma.Sql[] {
  return comparisons.map((comparison) => conditionOf(accountId, comparison));
}

function conditionOf(accountId: string, comparison: Comparison): Prisma.Sql {
  const { value, part } = comparison;
  const text = String(value ?? "");
  if (comparison.attribute.toLowerCase() === "id" && part === null) return Prisma.sql`u.id::text = ${text.toLowerCase()}`;
  const name = attributeNamed(comparison.attribute);
  if (name === undefined) throw refused(comparison);
  const shape = SHAPES[name];
  if (shape.kind === "list") return listCondition(name, comparison);
  if (shape.kind === "group") return nameCondition(comparison);
  if (part !== null || comparison.where.length > 0) throw refused(comparison);
  if (name === "userName") return withUserName(accountId, text);
  // An external id is another party's, and compared as it is (RFC 7643, 3.1).
  if (name === "externalId") return Prisma.sql`u.id in (select n.user_id from scim_users n where n.account_id = ${accountId}::uuid and n.external_id = ${text})`;
  if (name === "active") return Prisma.sql`(u.disabled_at is null) = ${text.toLowerCase() === "true"}`;
  return Prisma.sql`lower(u.name) = ${text.toLowerCase()}`;
}

function nameCondition(comparison: Comparison): Prisma.Sql {
  const text = String(comparison.value ?? "").toLowerCase();
  const part = partNamed(SHAPES.name, comparison.part ?? "");
  if (part === undefined || comparison.where.length > 0) throw refused(comparison);
  return part === "givenName" ? Prisma.sql`lower(u.first_name) = ${text}` : Prisma.sql`lower(u.last_name) = ${text}`;
}

/** One value has to be as the brackets say and to have the part asked for; letter case does not count. */
function listCondition(name: AttributeName, comparison: Comparison): Prisma.Sql {
  const shape = SHAPES[name];
  const wanted = [...comparison.where, { ...comparison, attribute: comparison.part ?? "value" }];
  const parts = wanted.map(({ attribute, value }) => {
    const part = partNamed(shape, attribute);
    if (part === undefined) throw refused(comparison);
    return Prisma.sql`lower(e ->> ${part}) = ${String(value).toLowerCase()}`;
  });
  const stored = Prisma.sql`exists (select from jsonb_array_elements(coalesce(s.attributes -> ${name}, '[]')) e where ${Prisma.join(parts, " and ")})`;
  const own = ownCondition(name, wanted);
  return own ? Prisma.sql`(${stored} or (s.user_id is null and ${own}))` : stored;
}

/** Of a user whom the directory has not sent yet: the address, as one of type "work". */
function ownCondition(name: AttributeName, wanted: readonly Pick<Comparison, "attribute" | "value">[]): Prisma.Sql | null {
  const asked = Object.fromEntries(wanted.map(({ attribute, value }) => [attribute.toLowerCase(), String(value).toLowerCase()]));
  const { value, type, ...others } = asked;
  const isAsked = name === "emails" && value !== undefined && (type === undefined || type === "work") && Object.keys(others).length === 0;
  return isAsked ? Prisma.sql`u.email = ${value}` : null;
}

function refused({ attribute, part }: Comparison): ScimRefusal {
  return new ScimRefusal("invalidFilter", `Users can not be searched by ${JSON.stringify([attribute, part].filter(Boolean).join(".").slice(0, 100))}.`);
}
