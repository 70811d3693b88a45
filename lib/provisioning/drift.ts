/** Where what a peer holds differs from what the portal asked for. */
import type { PeerKind } from "./adapters/adapter.ts";
import { PEER_NAMES, capitalized, fieldName, nameOf, valueName } from "./names.ts";
import { ownerOf } from "./references.ts";
import { indexOf, peerOf } from "./resources.ts";
import type { Resource, ResourceKind } from "./resources.ts";
import { changesBetween } from "./steps.ts";

export type FieldDifference = { field: string; wanted: unknown; found: unknown };

/** `fields` is empty unless the difference is `changed`; `loginId` is null when nothing tells whose resource it is. */
export type Difference = {
  difference: "missing" | "changed" | "unexpected";
  peer: PeerKind;
  kind: ResourceKind;
  key: string;
  loginId: string | null;
  fields: FieldDifference[];
  message: string;
};

/**
 * The differences between what is wanted and what was found, those wanted first, each in the given order. Give only what
 * belongs together: a peer that could not be read must be left out of both, or all it holds seems to be missing.
 * @param peerNames the peers' own names, for the sentences
 */
export function compare(
  desired: readonly Resource[],
  actual: readonly Resource[],
  peerNames: Partial<Record<PeerKind, string>> = {},
): Difference[] {
  const wanted = indexOf(desired);
  const found = indexOf(actual);
  const naming = { ...PEER_NAMES, ...peerNames };
  const differences: Difference[] = [];
  for (const [identity, resource] of wanted) {
    const there = found.get(identity);
    const loginId = ownerOf(resource, wanted);
    if (there === undefined) differences.push(difference("missing", resource, loginId, [], naming));
    else {
      const fields = fieldDifferences(resource, there);
      if (fields.length > 0) differences.push(difference("changed", resource, loginId, fields, naming));
    }
  }
  for (const [identity, resource] of found) {
    if (!wanted.has(identity)) differences.push(difference("unexpected", resource, ownerOf(resource, found), [], naming));
  }
  return differences;
}

function fieldDifferences(wanted: Resource, found: Resource): FieldDifference[] {
  const changes = changesBetween<Record<string, unknown>>(wanted.attributes, found.attributes);
  return Object.entries(changes).map(([field, change]) => ({ field, wanted: change?.before, found: change?.after }));
}

function difference(
  kindOfDifference: Difference["difference"],
  resource: Resource,
  loginId: string | null,
  fields: FieldDifference[],
  naming: Record<PeerKind, string>,
): Difference {
  const peer = peerOf(resource.kind);
  const message = sentence(kindOfDifference, resource, loginId, fields, naming[peer]);
  return { difference: kindOfDifference, peer, kind: resource.kind, key: resource.key, loginId, fields, message };
}

function sentence(what: Difference["difference"], resource: Resource, loginId: string | null, fields: FieldDifference[], peer: string): string {
  const owner = loginId === null || resource.key === loginId ? "" : ` of ${loginId}`;
  const name = capitalized(`${nameOf(resource)}${owner}`);
  if (what === "missing") return `${name} is missing on ${peer}.`;
  if (what === "unexpected") return `${name} is on ${peer}, but was not asked for.`;
  const inWords = fields.map(({ field, wanted, found }) => `${fieldName(field)} is ${valueName(found)} instead of ${valueName(wanted)}`);
  return `${name} differs on ${peer}: ${inWords.join(", ")}.`;
}
