import { z } from "zod";
import { LOCALE_CODES } from "#lib/messages/languages.ts";
import { listPage, ListQuery } from "#lib/lists/schemas.ts";
import { COUNTRIES } from "./countries.ts";

export const ACCOUNT_STATUSES = ["active", "deactivated"] as const;

export const BUSINESS_TYPES = ["Education", "Finance and insurance", "Government", "Healthcare", "Hospitality", "Legal", "Manufacturing", "Non-profit", "Professional services", "Real estate", "Retail", "Technology", "Transport and logistics", "Utilities", "Other"] as const;

/** Countries that have no postal codes, so that none is asked for (OP1-10). */
export const WITHOUT_POSTAL_CODES = ["AE", "AO", "BS", "BZ", "BW", "HK", "JM", "QA", "UG", "YE", "ZW"];

const text = (max: number) => z.string().trim().max(max, `At most ${max} characters.`);
const required = (max: number, message: string) => text(max).min(1, message);

export const SupportContact = z.object({ email: z.string().trim().toLowerCase().pipe(z.email("Contains an invalid email")), name: text(200).default("") });
export type SupportContact = z.infer<typeof SupportContact>;

// At least one, when the account is made and ever after (ACCT-06, OP1-47).
const SupportContacts = z.array(SupportContact).min(1, "Please add at least one support contact.").max(50, "At most 50 support contacts.");

const fields = {
  name: required(200, "Please enter the customer's name."),
  country: z.string("Please choose a country.").refine((code) => COUNTRIES.has(code), "Please choose a country.").describe("ISO 3166-1 alpha-2, such as DE"),
  province: text(100),
  address: required(300, "Please enter an address."),
  city: required(100, "Please enter a city or town."),
  postalCode: text(20),
  defaultLanguage: z.enum(LOCALE_CODES),
  businessType: z.union([z.literal(""), z.enum(BUSINESS_TYPES)]),
  timeZone: z.string("Please choose a time zone.").refine((zone) => isTimeZone(zone), "Please choose a time zone.").describe("IANA time zone, such as Europe/Berlin"),
  supportContacts: SupportContacts,
};

const hasPostalCode = ({ country, postalCode }: { country: string; postalCode: string }) => postalCode !== "" || WITHOUT_POSTAL_CODES.includes(country);
/** Told with the faults of the other fields, not after them. */
const POSTAL_CODE_FAULT = { path: ["postalCode"], message: "Please enter a postal or zip code.", when: ({ value }: { value: unknown }) => PlaceOnly.safeParse(value).success };
const PlaceOnly = z.object({ country: z.string(), postalCode: z.string() });

/** All that can be changed of a customer account, as it must be together (INFO-06, INFO-07, OP1-10). */
export const AccountInformation = z.object(fields).refine(hasPostalCode, POSTAL_CODE_FAULT);
export type AccountInformation = z.infer<typeof AccountInformation>;

/** What can be changed of a partner account, which has neither address nor support contacts. */
export const PartnerAccountInformation = z.object({ name: fields.name, defaultLanguage: fields.defaultLanguage, timeZone: fields.timeZone });

/** ACCT-05; the fields of OP1-10. */
export const AddAccountInput = z
  .object({ ...fields, province: fields.province.default(""), businessType: fields.businessType.default(""), defaultLanguage: fields.defaultLanguage.default("en-US"), timeZone: fields.timeZone.default("UTC") })
  .refine(hasPostalCode, POSTAL_CODE_FAULT);

/** Only what is given is changed; `version` is the one the form was filled from. */
export const UpdateAccountInput = z.object({ version: z.number().int(), ...z.object(fields).partial().shape });

export const AccountView = z.object({
  id: z.uuid(),
  kind: z.enum(["partner", "customer"]),
  status: z.enum(ACCOUNT_STATUSES),
  name: z.string(),
  country: z.string(),
  province: z.string(),
  address: z.string(),
  city: z.string(),
  postalCode: z.string(),
  defaultLanguage: z.string(),
  businessType: z.string(),
  timeZone: z.string(),
  cloudLocation: z.string(),
  sapCustomerNumber: z.string(),
  miCloudConnect: z.boolean(),
  /** The name of the type; empty until a gateway is onboarded (INFO-12). */
  pbxType: z.string(),
  userCount: z.number().int(),
  supportContacts: z.array(z.object({ email: z.string(), name: z.string() })),
  version: z.number().int(),
  modifiedAt: z.iso.datetime(),
  modifiedBy: z.string(),
});
export type AccountView = z.infer<typeof AccountView>;

export const AccountListItem = z.object({
  id: z.uuid(),
  kind: z.enum(["partner", "customer"]),
  status: z.enum(ACCOUNT_STATUSES),
  name: z.string(),
  city: z.string(),
  country: z.string(),
  userCount: z.number().int(),
  modifiedAt: z.iso.datetime(),
  modifiedBy: z.string(),
});
export type AccountListItem = z.infer<typeof AccountListItem>;

export const FindAccountsInput = ListQuery.extend({
  status: z.enum(ACCOUNT_STATUSES).default("active"),
  sort: z.enum(["name", "-name", "modified", "-modified"]).default("name"),
});
export type FindAccountsInput = z.infer<typeof FindAccountsInput>;
export const AccountPage = listPage(AccountListItem);

/** The word that is typed before an account is deactivated, brought back or deleted (ACCT-13, ACCT-18, ACCT-24). */
export const typedWord = (word: string) => z.object({ word: z.string().trim().pipe(z.literal(word, `Type ${word} to continue.`)) });

/** Somebody who can be made a support contact (SUPCON-06, SUPCON-13). */
export const ContactSuggestions = z.object({ items: z.array(z.object({ email: z.string(), name: z.string() })) });
export const FindContactsInput = z.object({ search: z.string().trim().min(1).max(100) });

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}
