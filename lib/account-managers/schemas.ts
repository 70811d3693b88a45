/** Account managers and their accounts, as every door sees them (safe for the browser). */
import { z } from "zod";
import { listPage, ListQuery, selectionOf } from "#lib/lists/schemas.ts";

/** The two tabs: who sees all accounts, and who sees only the assigned ones (AMGR-03, AMGR-04). */
export const PARTNER_KINDS = ["managers", "administrators"] as const;

export const PartnerPerson = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  modifiedAt: z.iso.datetime(),
  modifiedBy: z.string(),
  managedAccounts: z.number().int(),
  /** Whether it is the reader, who can not manage themselves (AMGR-10). */
  isSelf: z.boolean(),
});
export type PartnerPerson = z.infer<typeof PartnerPerson>;

export const FindPartnerPeopleInput = ListQuery.extend({
  kind: z.enum(PARTNER_KINDS).default("managers"),
  sort: z.templateLiteral([z.enum(["", "-"]), z.enum(["name", "modified"])]).default("-modified"),
});
export type FindPartnerPeopleInput = z.infer<typeof FindPartnerPeopleInput>;
/** How many people stand in each tab, whatever is searched for. */
export const PartnerPeoplePage = listPage(PartnerPerson).extend({ figures: z.object({ managers: z.number().int(), administrators: z.number().int() }) });
export type PartnerPeoplePage = z.infer<typeof PartnerPeoplePage>;

/** How far accounts are assigned to the chosen managers: to every one, to some, to none (AMGR-18). */
export const SHARES = ["all", "some", "none"] as const;
export type Share = (typeof SHARES)[number];

const MAX_PEOPLE = 100;
export const ManagerIds = z.array(z.uuid()).min(1, "Select at least one person.").max(MAX_PEOPLE, `Select at most ${MAX_PEOPLE} people.`);

/** The chosen managers in an address: their ids with commas between them. */
const ManagersInAddress = z.string().max(MAX_PEOPLE * 37).transform((text) => text.split(",")).pipe(ManagerIds);

export const FindManagedAccountsInput = ListQuery.extend({
  managers: ManagersInAddress,
  share: z.enum(SHARES).default("all"),
  sort: z.templateLiteral([z.enum(["", "-"]), z.enum(["name", "modified"])]).default("name"),
});
export type FindManagedAccountsInput = z.infer<typeof FindManagedAccountsInput>;

export const ManagedAccountView = z.object({
  id: z.uuid(),
  name: z.string(),
  modifiedAt: z.iso.datetime(),
  modifiedBy: z.string(),
  /** All account managers of the account by name, chosen or not (AMGR-20). */
  managers: z.array(z.string()),
});
export type ManagedAccountView = z.infer<typeof ManagedAccountView>;
export const ManagedAccountPage = listPage(ManagedAccountView).extend({
  figures: z.object({ all: z.number().int(), some: z.number().int(), none: z.number().int() }),
  /** The chosen managers. */
  people: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type ManagedAccountPage = z.infer<typeof ManagedAccountPage>;

/** The accounts of a tab: named ones, or all that a search finds there. */
const AccountSelection = selectionOf(z.object({ search: ListQuery.shape.search, share: z.enum(SHARES) }));
export type AccountSelection = z.infer<typeof AccountSelection>;

export const ChangeManagedAccountsInput = z.object({ managerIds: ManagerIds, accounts: AccountSelection });
/** For each manager how many accounts came or went; what they had already, or had not, stays as it is (AMGR-22). */
export const ManagedAccountsChange = z.object({ accounts: z.number().int(), people: z.array(z.object({ name: z.string(), changed: z.number().int() })) });
export type ManagedAccountsChange = z.infer<typeof ManagedAccountsChange>;
