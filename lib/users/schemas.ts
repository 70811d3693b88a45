/** Users as every door sees them (safe for the browser). */
import { z } from "zod";
import { listPage, ListQuery, selectionOf } from "#lib/lists/schemas.ts";
import { ROLES } from "#lib/permissions/schemas.ts";

export const USER_SORTS = ["name", "email", "extension", "modified"] as const;

/** The choices of the filter "Property" that this list can answer (USER-29). */
export const USER_PROPERTIES = ["admins", "users", "registered", "unregistered"] as const;
export const SERVICES_STATES = ["none", "planned", "working", "in_sync", "differs", "failed"] as const;
export type ServicesState = (typeof SERVICES_STATES)[number];

export const UserFilter = z.object({
  search: ListQuery.shape.search,
  property: z.enum(USER_PROPERTIES).optional(),
  services: z.enum([...SERVICES_STATES, "attention"]).optional(),
  importId: z.uuid().optional(),
});
export type UserFilter = z.infer<typeof UserFilter>;

export const FindUsersInput = ListQuery.extend(UserFilter.shape).extend({
  sort: z.templateLiteral([z.enum(["", "-"]), z.enum(USER_SORTS)]).default("name"),
});
export type FindUsersInput = z.infer<typeof FindUsersInput>;

export const UserView = z.object({
  id: z.uuid(),
  firstName: z.string(),
  lastName: z.string(),
  name: z.string(),
  email: z.string(),
  mobileNumber: z.string(),
  extension: z.string(),
  role: z.enum(ROLES),
  origin: z.string(),
  registered: z.boolean(),
  welcomedAt: z.iso.datetime().nullable(),
  services: z.enum(SERVICES_STATES),
  serviceRole: z.string().nullable(),
  modifiedAt: z.iso.datetime(),
  modifiedBy: z.string(),
  version: z.number().int(),
});
export type UserView = z.infer<typeof UserView>;

export const UserPage = listPage(UserView);
export type UserPage = z.infer<typeof UserPage>;

export const UserSelection = selectionOf(UserFilter);
export type UserSelection = z.infer<typeof UserSelection>;

const MAX_NAME = 100;

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "Please enter an e-mail address.")
  .max(254, "An e-mail address has at most 254 characters.")
  .pipe(z.email("Please enter a valid e-mail address, like name@company.com."));

const FirstName = z.string().trim().min(1, "Please enter a first name.").max(MAX_NAME, `At most ${MAX_NAME} characters.`);
const LastName = z.string().trim().min(1, "Please enter a last name.").max(MAX_NAME, `At most ${MAX_NAME} characters.`);
const Name = z.string().trim().max(2 * MAX_NAME + 1, `At most ${2 * MAX_NAME + 1} characters.`);
const MobileNumber = z.string().trim().max(32, "At most 32 characters.").regex(/^$|^\+?[\d\s().-]{5,}$/, "Please enter a phone number, like +49 170 1234567.");

/** USER-15 to USER-25. */
export const AddUserInput = z.object({
  firstName: FirstName,
  lastName: LastName,
  email: Email,
  mobileNumber: MobileNumber.default(""),
  accountAdmin: z.boolean().default(false),
});
export type AddUserInput = z.infer<typeof AddUserInput>;

/** Only what is given is changed (pains 41); `version` is the one the form was filled from. */
export const UpdateUserInput = z.object({
  userId: z.uuid(),
  version: z.number().int(),
  firstName: FirstName.optional(),
  lastName: LastName.optional(),
  name: Name.min(1, "Please enter a name.").optional(),
  email: Email.optional(),
  mobileNumber: MobileNumber.optional(),
  role: z.enum(ROLES).optional(),
});
export type UpdateUserInput = z.infer<typeof UpdateUserInput>;

/** What a bulk action did: how many it was for, and who was left out and why. */
export const BulkResult = z.object({
  done: z.number().int(),
  skipped: z.array(z.object({ reason: z.string(), count: z.number().int(), examples: z.array(z.string()) })),
});
export type BulkResult = z.infer<typeof BulkResult>;

export const ExportUsersInput = UserFilter.extend({
  format: z.enum(["csv", "xlsx"]),
  sort: FindUsersInput.shape.sort,
  /** Column ids in the order of the screen, separated by commas. */
  columns: z.string().max(200).optional(),
});
