/** What the source of a user decides: which fields are its own, and what deleting the user here means. Pure. */
import type { IntegrationStates } from "#lib/integrations/schemas.ts";
import type { SourceField } from "./schemas.ts";
import { SOURCE_FIELDS } from "./schemas.ts";

type Source = {
  /** The source as people call it. */
  name: string;
  /** What it delivers, to be overwritten at its next sync (USER-45); nobody edits that here. */
  fields: readonly SourceField[];
  /** What deleting takes away: everything, the account in this portal only (USER-86, USER-88), or nothing (USER-84, USER-85). */
  deleting: "user" | "account" | "refused";
};

/** Users made in the portal, by hand or by an import. */
const PORTAL: Source = { name: "this portal", fields: [], deleting: "user" };

const SOURCES: Record<string, Source> = {
  miaccess: { name: "MiAccess", fields: ["email"], deleting: "refused" },
  pbx: { name: "the PBX", fields: SOURCE_FIELDS, deleting: "account" },
  scim: { name: "the directory (SCIM)", fields: SOURCE_FIELDS, deleting: "account" },
  micloud: { name: "MiCloud Connect", fields: SOURCE_FIELDS, deleting: "refused" },
  iot: { name: "IoT", fields: SOURCE_FIELDS, deleting: "account" },
};

/** The rules for users of an origin. */
export function sourceOf(origin: string): Source {
  return SOURCES[origin] ?? PORTAL;
}

/** The same while the source is still there: who came from a directory that is not synchronized any more is the portal's own (SCIM-11). */
export function currentSource(origin: string, integrations: IntegrationStates): Source {
  return origin === "scim" && !integrations.azure_ad_sync ? PORTAL : sourceOf(origin);
}
