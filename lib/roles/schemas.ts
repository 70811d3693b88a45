/** Custom roles as every door sees them (safe for the browser). */
import { z } from "zod";
import { listPage, ListQuery, selectionOf } from "#lib/lists/schemas.ts";
import { BASE_ROLES } from "#lib/permissions/schemas.ts";

export const ROLE_SORTS = ["name", "modified"] as const;

export const RoleView = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  base: z.enum(BASE_ROLES),
  /** The boxes that are ticked, e.g. `users.add`. */
  grants: z.array(z.string()),
  /** To how many accounts it is assigned, and how many users hold it. */
  accountCount: z.number().int(),
  userCount: z.number().int(),
  modifiedAt: z.iso.datetime(),
  modifiedBy: z.string(),
  version: z.number().int(),
});
export type RoleView = z.infer<typeof RoleView>;

export const FindRolesInput = ListQuery.extend({
  base: z.enum(BASE_ROLES).optional(),
  sort: z.templateLiteral([z.enum(["", "-"]), z.enum(ROLE_SORTS)]).default("name"),
});
export type FindRolesInput = z.infer<typeof FindRolesInput>;
export const RolePage = listPage(RoleView);

const MAX_NAME = 100;
const MAX_DESCRIPTION = 500;

const RoleName = z.string().trim().min(1, "Please enter a role name.").max(MAX_NAME, `At most ${MAX_NAME} characters.`);
const Description = z.string().trim().max(MAX_DESCRIPTION, `At most ${MAX_DESCRIPTION} characters.`);
const Ticked = z.array(z.string().max(50)).max(100);

/** ROLE-05, ROLE-06. */
export const RoleForm = z.object({ name: RoleName, description: Description, base: z.enum(BASE_ROLES), grants: Ticked });
export type RoleForm = z.infer<typeof RoleForm>;

/** `duplicateOf` names the role that it is a copy of, which then decides the base (ROLE-35). */
export const AddRoleInput = RoleForm.extend({ description: Description.default(""), duplicateOf: z.uuid().optional() });
export type AddRoleInput = z.infer<typeof AddRoleInput>;

/** Only what is given is changed; `version` is the one the form was filled from. The base stays what it was. */
export const UpdateRoleInput = z.object({
  roleId: z.uuid(),
  version: z.number().int(),
  name: RoleName.optional(),
  description: Description.optional(),
  grants: Ticked.optional(),
});

/** An account that the role can be assigned to, and whether it is. */
export const RoleAccount = z.object({ id: z.uuid(), name: z.string(), assigned: z.boolean(), userCount: z.number().int() });
export type RoleAccount = z.infer<typeof RoleAccount>;

export const FindRoleAccountsInput = ListQuery.extend({
  roleId: z.uuid(),
  assigned: z.enum(["yes", "no"]).optional(),
  sort: z.templateLiteral([z.enum(["", "-"]), z.enum(["name"])]).default("name"),
});
export const RoleAccountPage = listPage(RoleAccount);

export const RoleAccountFilter = FindRoleAccountsInput.pick({ search: true, assigned: true });
export type RoleAccountFilter = z.infer<typeof RoleAccountFilter>;

const RoleAccountSelection = selectionOf(RoleAccountFilter);
export type RoleAccountSelection = z.infer<typeof RoleAccountSelection>;
export const ChangeAssignmentInput = z.object({ roleId: z.uuid(), accounts: RoleAccountSelection });

/** A role that users of an account can be given: a built-in one, or a custom one by its id (ROLE-04, UROLE-06). */
export const RoleChoice = z.object({ value: z.string(), name: z.string() });
export type RoleChoice = z.infer<typeof RoleChoice>;
