/** Users as every door sees them (safe for the browser). */
import { z } from "zod";
import { listPage, ListQuery, selectionOf } from "#lib/lists/schemas.ts";
import { MAIL_KINDS } from "#lib/mail/schemas.ts";
import { PRODUCT_KEYS } from "#lib/products/schemas.ts";
import { ROLES } from "#lib/permissions/schemas.ts";
import { DirectoryData } from "#lib/scim/schemas.ts";

export const USER_SORTS = ["name", "email", "extension", "modified"] as const;

/** The choices of the filter "Property" (USER-29). */
export const USER_PROPERTIES = ["admins", "users", "registered", "unregistered", "pbx", "micloud", "iot", "inactive"] as const;
export const SERVICES_STATES = ["none", "planned", "working", "in_sync", "differs", "failed"] as const;
export type ServicesState = (typeof SERVICES_STATES)[number];

/** What users can be licensed for: the products of the catalogue, and MiVoice Business, which comes with a template. */
export const LICENSED_PRODUCTS = [...PRODUCT_KEYS, "mivoice_business"] as const;
export type LicensedProduct = (typeof LICENSED_PRODUCTS)[number];

export const UserFilter = z.object({
  search: ListQuery.shape.search,
  property: z.enum(USER_PROPERTIES).optional(),
  services: z.enum([...SERVICES_STATES, "attention"]).optional(),
  importId: z.uuid().optional(),
  /** Users licensed for it (USER-34). */
  product: z.enum(LICENSED_PRODUCTS).optional(),
  /** Who has this SMS number, however it is spaced (USER-35). */
  smsNumber: z.string().trim().max(40).optional(),
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
  /** Empty for none. */
  smsNumber: z.string(),
  /** Twilio does not list it any more. */
  smsNumberGone: z.boolean(),
  extension: z.string(),
  role: z.enum(ROLES),
  /** The custom role that narrows it; null and empty for the built-in one. */
  customRoleId: z.uuid().nullable(),
  customRole: z.string(),
  origin: z.string(),
  registered: z.boolean(),
  /** Deleted here, but still a user of the system that they come from (USER-86, OP1-35). */
  inactive: z.boolean(),
  welcomedAt: z.iso.datetime().nullable(),
  /** What the user is called on the telephony systems; later changes stay here (USER-49). Empty while nobody has said. */
  username: z.string(),
  services: z.enum(SERVICES_STATES),
  /** How far the run is, while the services are "working". */
  progress: z.object({ done: z.number().int(), of: z.number().int() }).nullable(),
  /** How many things differ on the phone systems, while the services "differ". */
  differences: z.number().int(),
  serviceRole: z.string().nullable(),
  licenses: z.array(z.string()),
  /** The modalities that the user is configured for in the contact center (USER-90). */
  contactCenter: z.array(z.string()),
  modifiedAt: z.iso.datetime(),
  modifiedBy: z.string(),
  version: z.number().int(),
});
export type UserView = z.infer<typeof UserView>;

/** Figures of the whole account, whatever the list is filtered by. */
export const UserFigures = z.object({
  users: z.number().int(),
  registered: z.number().int(),
  /** Users whose services failed or differ; counted up to a cap. */
  attention: z.number().int(),
  attentionIsExact: z.boolean(),
  /** The products for which users of the account are licensed (USER-34). */
  products: z.array(z.enum(LICENSED_PRODUCTS)),
});
export type UserFigures = z.infer<typeof UserFigures>;

export const UserPage = listPage(UserView).extend({ figures: UserFigures });
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

const SmsNumber = z.string().trim().regex(/^$|^\+[1-9]\d{4,14}$/, "Please choose a number of the list.");
/** What the telephony systems take for a login name (SUP-03). */
const Username = z.string().trim().regex(/^$|^[!-+\-.-?A-~]{2,21}$/, "2 to 21 letters, digits and signs, without spaces, commas and @.");

/** USER-15 to USER-25. */
export const AddUserInput = z.object({
  firstName: FirstName,
  lastName: LastName,
  email: Email,
  mobileNumber: MobileNumber.default(""),
  smsNumber: SmsNumber.default(""),
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
  smsNumber: SmsNumber.optional(),
  /** Only for users who have MiVoice Business Service (USER-47); emptied, it is made up when the service is set up. */
  username: Username.optional(),
  /** A built-in role, or a custom one by its id. */
  role: z.union([z.enum(ROLES), z.uuid()]).optional(),
});
export type UpdateUserInput = z.infer<typeof UpdateUserInput>;

/** What the form of a user holds; the address names the user, and the version is the one the form was filled from. */
export const EditUserForm = UpdateUserInput.omit({ userId: true, version: true });
export type EditUserForm = z.infer<typeof EditUserForm>;

/** The fields that the source of a user delivers; here they can only be read (USER-44, OP1-28). */
export const SOURCE_FIELDS = ["firstName", "lastName", "name", "email", "mobileNumber"] as const;
export type SourceField = (typeof SOURCE_FIELDS)[number];

/** Something that a phone system holds for a user. */
export const UserService = z.object({ kind: z.string(), key: z.string(), element: z.string(), elementKind: z.string(), number: z.string() });
export type UserService = z.infer<typeof UserService>;

/** A part of a plan that worked, or is working, on the user. */
export const UserRun = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  title: z.string(),
  status: z.string(),
  done: z.number().int(),
  of: z.number().int(),
  error: z.string(),
  createdAt: z.iso.datetime(),
});
export type UserRun = z.infer<typeof UserRun>;

/** How the delivery of a mail to the user stands; `error` is what the mail server said last. */
export const UserMail = z.object({
  id: z.uuid(),
  kind: z.enum(MAIL_KINDS),
  recipient: z.string(),
  status: z.enum(["queued", "sent", "failed", "cancelled"]),
  attempts: z.number().int(),
  error: z.string(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
});
export type UserMail = z.infer<typeof UserMail>;

/** One user with all that the user's page shows. */
export const UserDetails = UserView.extend({
  loginId: z.string().nullable(),
  /** Whether the username can be edited: MiVoice Business Service was added (USER-47). */
  hasMivbService: z.boolean(),
  createdAt: z.iso.datetime(),
  lockedFields: z.array(z.enum(SOURCE_FIELDS)),
  serviceList: z.array(UserService),
  /** The latest, newest first. */
  runs: z.array(UserRun),
  mails: z.array(UserMail),
  /** Null for who does not come from a directory. */
  directory: DirectoryData.nullable(),
});
export type UserDetails = z.infer<typeof UserDetails>;
