/** What the Unify Phone service holds: tenants, the API keys of their Telephony connectors, and the users of their PBXs. */
import { type Collection, openCollection } from "../kit/collection.ts";
import type { Database } from "../kit/database.ts";

/** The PBXs that it works with (UNIFY-03). */
export const PBX_KINDS = ["openscape_business", "mivoice_5000"] as const;
export type PbxKind = (typeof PBX_KINDS)[number];

export const PBX_NAMES: Record<PbxKind, string> = { openscape_business: "OpenScape Business", mivoice_5000: "MiVoice 5000" };

export type Contact = { firstName: string; lastName: string; email: string; countryCode: string; phoneNumber: string };

/** The CloudLink account that a tenant is linked to. `since` tells one link of an account from the next. */
export type Link = { accountId: string; since: string; company: string };

export type Tenant = {
  id: string;
  name: string;
  /** Under which the name is unique. */
  nameKey: string;
  pbx: PbxKind;
  contact: Contact;
  createdAt: string;
  /** Of the link that it was made with; empty for one that was made here. */
  madeWith: string;
  link: Link | null;
  /** The account of the link, to be found by; empty without one. */
  accountId: string;
};

/** A user of a tenant's PBX. */
export type PbxUser = {
  key: string;
  tenantId: string;
  email: string;
  name: string;
  extension: string;
  /** Since when the user has a license; empty for none. */
  licensedAt: string;
  /** Whether the linked account has a user of this address, who then has CloudLink Chat as well (UNIFY-01, UNIFY-02). */
  chat: boolean;
};

export type UnifyStore = {
  tenants: Collection<Tenant>;
  users: Collection<PbxUser>;
  /** Apart from the tenants, so that lists and `/_state` can not show them. */
  connectors: Collection<{ apiKey: string; tenantId: string }>;
};

/** Opens its tables. */
export function openStore(database: Database): UnifyStore {
  return {
    tenants: openCollection<Tenant>(database, { name: "tenants", key: "id", indexed: ["nameKey", "accountId"] }),
    users: openCollection<PbxUser>(database, { name: "users", key: "key", indexed: ["tenantId"] }),
    connectors: openCollection<{ apiKey: string; tenantId: string }>(database, { name: "connectors", key: "apiKey", indexed: ["tenantId"] }),
  };
}
