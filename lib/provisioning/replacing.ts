/** Which resources can not be changed into what is wanted, and must be deleted and made anew. */
import { DEVICE_TYPES } from "#lib/templates/schemas.ts";
import type { PbxPhone } from "./adapters/adapter.ts";
import { same } from "./equality.ts";
import { needsOf } from "./references.ts";
import { RESOURCE_KINDS } from "./resources.ts";
import type { Attributes, Resource, ResourceIndex, ResourceKind } from "./resources.ts";

/** Fields that stay as they were at creation (ACDEDIT-07 for phones). */
const FIXED: { [K in ResourceKind]?: (keyof Attributes[K])[] } = {
  "mivb.phone": [
    "loginId",
    "phoneType",
    "protocol",
    "hotDeskingUser",
    "acdAgent",
    "enableSipSoftphone",
    "externalHotDeskLicense",
    "preferredSet",
  ],
  "mbg.teleworker_set": ["number"],
  "micollab.deployment": ["profile"],
  "micc.agent": ["loginId"],
};

/**
 * Identities of the resources that are both wanted and found, but not changeable from one to the other: a fixed field
 * differs, or something they need is replaced or another one than before.
 */
export function replacedResources(wanted: ResourceIndex, found: ResourceIndex): Set<string> {
  const replaced = new Set<string>();
  for (const kind of RESOURCE_KINDS) {
    for (const [identity, resource] of wanted) {
      const before = found.get(identity);
      if (resource.kind === kind && before !== undefined && mustBeReplaced(before, resource, { wanted, found, replaced })) {
        replaced.add(identity);
      }
    }
  }
  return replaced;
}

/** Whether a change of a phone is the one migration there is: a MiNET hot desk agent becomes a SIP softphone (ACDMIG-20). */
export function isMigration(before: PbxPhone, after: PbxPhone): boolean {
  const migrated: PbxPhone = { ...before, protocol: "SIP", enableSipSoftphone: true };
  return before.hotDeskingUser && before.acdAgent && before.protocol === "MINET" && fixedFieldsEqual("mivb.phone", migrated, after);
}

function mustBeReplaced(
  before: Resource,
  after: Resource,
  { wanted, found, replaced }: { wanted: ResourceIndex; found: ResourceIndex; replaced: ReadonlySet<string> },
): boolean {
  const needs = needsOf(after, wanted);
  return needs.some((need) => replaced.has(need)) || !same(needs, needsOf(before, found)) || fixedFieldDiffers(before, after);
}

function fixedFieldDiffers(before: Resource, after: Resource): boolean {
  if (before.kind === "mivb.phone" && after.kind === "mivb.phone") {
    if (isMigration(before.attributes, after.attributes)) return false;
    if (!sameCategory(before.attributes.deviceType, after.attributes.deviceType)) return true;
  }
  return !fixedFieldsEqual(before.kind, before.attributes, after.attributes);
}

function fixedFieldsEqual(kind: ResourceKind, before: object, after: object): boolean {
  return (FIXED[kind] ?? []).every((field) => same(Reflect.get(before, field), Reflect.get(after, field)));
}

// SUP-06: a device type can be changed only within its category.
function sameCategory(before: string | null, after: string | null): boolean {
  const categoryOf = (name: string | null) => DEVICE_TYPES.find((device) => device.name === name)?.category;
  return before === after || (categoryOf(before) !== undefined && categoryOf(before) === categoryOf(after));
}
