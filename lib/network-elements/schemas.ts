import { z } from "zod";

export const ELEMENT_KINDS = ["mivb", "mbg", "micollab", "micc", "oig"] as const;
export type ElementKind = (typeof ELEMENT_KINDS)[number];

export const ELEMENT_LABELS: Record<ElementKind, string> = {
  mivb: "MiVoice Business",
  mbg: "MiVoice Border Gateway",
  micollab: "MiCollab",
  micc: "MiContact Center",
  oig: "Open Integration Gateway (OIG)",
};

export const ELEMENT_STATUSES = ["connected", "unreachable", "refused"] as const;

const Address = z
  .string()
  .trim()
  .max(300, "At most 300 characters.")
  .pipe(z.url({ protocol: /^https?$/, error: "Please enter an address, like https://mivb.company.com." }))
  // An address is shown to everybody who may see the system.
  .refine((address) => !/^https?:\/\/[^/]*@/i.test(address), "Please leave the user name and the password out of the address.")
  .refine((address) => !/[?#]/.test(address), "Please leave out what begins with ? or #.")
  .transform((address) => address.replace(/\/+$/, ""));

const Username = z.string().trim().min(1, "Please enter a user name.").max(100, "At most 100 characters.");
const Password = z.string().min(1, "Please enter the password.").max(200, "At most 200 characters.");

export const AddNetworkElementInput = z.object({ kind: z.enum(ELEMENT_KINDS), address: Address, username: Username, password: Password });
export type AddNetworkElementInput = z.infer<typeof AddNetworkElementInput>;

/**
 * An empty password keeps the one that is stored, which nobody can read; at another server it has to be entered. `version` is the one
 * the form was filled from.
 */
export const UpdateNetworkElementInput = z.object({ elementId: z.uuid(), version: z.number().int(), address: Address, username: Username, password: z.union([z.literal(""), Password]) });

export const NetworkElementView = z.object({
  id: z.uuid(),
  kind: z.enum(ELEMENT_KINDS),
  /** The peer's own name. */
  name: z.string(),
  address: z.string(),
  username: z.string(),
  release: z.string(),
  status: z.enum(ELEMENT_STATUSES),
  /** Why it is not connected; empty when it is. */
  statusMessage: z.string(),
  checkedAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
  modifiedBy: z.string(),
  version: z.number().int(),
  /** How many services of the account's users are on it. */
  serviceCount: z.number().int(),
});
export type NetworkElementView = z.infer<typeof NetworkElementView>;

export const NetworkElementList = z.object({ items: z.array(NetworkElementView) });
