/** The roles of Users and Services: each points to one template (ACDROLE-06). Not the roles that carry permissions. Safe for the browser. */
import { z } from "zod";
import { listPage, ListQuery } from "#lib/lists/schemas.ts";

export const ServiceRoleView = z.object({
  id: z.uuid(),
  name: z.string(),
  templateId: z.uuid(),
  templateLabel: z.string(),
  templateIsDefault: z.boolean(),
  /** How many users have it; counted up to a cap. */
  userCount: z.number().int(),
  userCountIsExact: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type ServiceRoleView = z.infer<typeof ServiceRoleView>;

export const SERVICE_ROLE_SORTS = ["name", "created"] as const;
export const FindServiceRolesInput = ListQuery.extend({
  sort: z.templateLiteral([z.enum(["", "-"]), z.enum(SERVICE_ROLE_SORTS)]).default("name"),
});
export type FindServiceRolesInput = z.infer<typeof FindServiceRolesInput>;
export const ServiceRolePage = listPage(ServiceRoleView);

/** A role to choose from, with what its template makes of the primary phone, e.g. "SIP Softphone ACD". */
export const ServiceRoleChoice = z.object({
  id: z.uuid(),
  name: z.string(),
  templateId: z.uuid(),
  description: z.string(),
  primaryPhone: z.string().nullable(),
});
export type ServiceRoleChoice = z.infer<typeof ServiceRoleChoice>;
export const ServiceRoleChoices = z.object({ items: z.array(ServiceRoleChoice) });
