/** Bringing one person into the application: find, create or change, and from then on by the id it gave (AADC-07). */
import { isInScope, matchingOf, valuesOf } from "./mappings.ts";
import { ApplicationError } from "./scim-client.ts";
import type { Change, Resource, ScimClient } from "./scim-client.ts";
import { place, valueAt } from "./scim-paths.ts";
import type { Mapping, Person, Target } from "./schemas.ts";

const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

export type Outcome = { action: "Create" | "Update" | "Disable" | "Delete" | "None"; target: Target | null };

/** The attribute that says whether a user is active: the only one that is sent of who is out of scope (AADC-09). */
const ACTIVE = "active";

function newResource(values: Record<string, string>): Resource {
  const resource: Resource = { schemas: [USER, ENTERPRISE], meta: { resourceType: "User" } };
  for (const [path, value] of Object.entries(values)) place(resource, path, value);
  return resource;
}

/** What differs from what was sent last, or from what the application has by now. */
function changesFor(values: Record<string, string>, sent: Record<string, string>, found: Resource): Change[] {
  return Object.entries(values)
    .filter(([path, value]) => {
      const there = valueAt(found, path);
      return there === undefined ? sent[path] !== value : there.toLowerCase() !== value.toLowerCase() || (path !== ACTIVE && there !== value);
    })
    .map(([path, value]) => ({ op: valueAt(found, path) === undefined ? "Add" : "Replace", path, value }));
}

async function known(client: ScimClient, target: Target | undefined): Promise<Resource | undefined> {
  if (!target?.id) return undefined;
  try {
    return await client.get(target.id);
  } catch (error) {
    // Deleted there: matched and created anew.
    if (error instanceof ApplicationError && error.status === 404) return undefined;
    throw error;
  }
}

/**
 * Provisions a person.
 * @returns what was done, and what is known of the person from now on
 * @throws ApplicationError when the application refused or was not reached
 */
export async function provisionPerson(client: ScimClient, person: Person, before: Target | undefined, mappings: readonly Mapping[]): Promise<Outcome> {
  const all = valuesOf(person, mappings);
  const keep = (id: string, sent: Record<string, string>): Target => ({ objectId: person.objectId, id, sent, failed: false, gone: false });
  const found = await known(client, before);
  if (!isInScope(person)) {
    if (!found) return { action: "None", target: null };
    const values: Record<string, string> = all[ACTIVE] === undefined ? {} : { [ACTIVE]: all[ACTIVE] };
    const changes = changesFor(values, before!.sent, found);
    if (changes.length > 0) await client.change(found.id!, changes);
    return { action: changes.length > 0 ? "Disable" : "None", target: keep(found.id!, { ...before!.sent, ...values }) };
  }
  const matching = matchingOf(mappings);
  const value = matching && all[matching.target];
  if (!value) throw new ApplicationError(0, "The matching attribute is empty, or none is mapped.");
  const there = found ?? (await client.find("Users", matching.target, value));
  if (!there) {
    const made = await client.create("Users", newResource(all));
    if (!made.id) throw new ApplicationError(201, "The application gave the new user no id.");
    return { action: "Create", target: keep(made.id, all) };
  }
  const changes = changesFor(all, found ? before!.sent : {}, there);
  if (changes.length > 0) await client.change(there.id!, changes);
  return { action: changes.length > 0 ? "Update" : "None", target: keep(there.id!, all) };
}

/** Deletes in the application whom the directory has deleted for good. */
export async function deprovision(client: ScimClient, target: Target): Promise<Outcome> {
  try {
    if (target.id) await client.remove(target.id);
  } catch (error) {
    if (!(error instanceof ApplicationError && error.status === 404)) throw error;
  }
  return { action: "Delete", target: null };
}
