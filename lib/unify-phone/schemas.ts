/** Unify Phone of an account (safe for the browser). */
import { z } from "zod";

/** The PBXs that it works with (UNIFY-03). */
export const PBX_KINDS = ["openscape_business", "mivoice_5000"] as const;
export type PbxKind = (typeof PBX_KINDS)[number];

export const PBX_LABELS: Record<PbxKind, string> = { openscape_business: "OpenScape Business", mivoice_5000: "MiVoice 5000" };

/** The PBX of a tenant that is made here; a tenant of an OpenScape PBX is there before, and is linked (UNIFY-01, UNIFY-02). */
export const PBX_OF_NEW_TENANT: PbxKind = "mivoice_5000";

export const MainContact = z.object({ firstName: z.string(), lastName: z.string(), email: z.string(), countryCode: z.string(), phoneNumber: z.string() });
export type MainContact = z.infer<typeof MainContact>;

/** A tenant as the service tells of it. */
export const Tenant = z.object({ id: z.string(), name: z.string(), pbx: z.enum(PBX_KINDS), contact: MainContact });
export type Tenant = z.infer<typeof Tenant>;

export const SYNC_STATUSES = ["working", "done", "failed"] as const;
export type SyncStatus = (typeof SYNC_STATUSES)[number];

export const UnifyPhoneView = z.object({
  tenant: Tenant.omit({ id: true }),
  /** Of what the service was asked last. */
  status: z.enum(SYNC_STATUSES),
  /** Why it failed; empty otherwise. */
  message: z.string(),
  /** When the service last told of its licenses. */
  answeredAt: z.iso.datetime().nullable(),
  /** Users of the account who have a license. */
  licensed: z.number().int(),
  /** Addresses to which the PBX has given one, and that no user of the account has. */
  unknown: z.array(z.string()),
});
export type UnifyPhoneView = z.infer<typeof UnifyPhoneView>;
