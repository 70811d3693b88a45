/** What the simulated Entra keeps, over its opened database. */
import { randomUUID } from "node:crypto";
import { openCollection } from "../kit/collection.ts";
import type { Collection } from "../kit/collection.ts";
import type { Database } from "../kit/database.ts";
import { notFound } from "../kit/refusal.ts";
import { openSettings } from "../kit/settings.ts";
import type { Settings } from "../kit/settings.ts";
import { FIRST_SETTINGS } from "./demo.ts";
import { PersonBody } from "./schemas.ts";
import type { EntraSettings, LogEntry, Person, Target } from "./schemas.ts";

/** The provisioning log holds no more than this. */
const LOG_LENGTH = 500;

export type EntraStore = {
  people: Collection<Person>;
  targets: Collection<Target>;
  settings: Settings<EntraSettings>;
  addPerson(body: unknown): Person;
  /** Throws a `Refusal` (404) when there is nobody of this id. */
  personOf(objectId: string): Person;
  changePerson(objectId: string, changes: Partial<Person>): Person;
  /** For good: whoever was provisioned is deleted in the application with the next cycle (AADC-09). */
  removePerson(objectId: string): void;
  note(entry: Omit<LogEntry, "key" | "at">): void;
  /** Newest first. */
  log(): LogEntry[];
};

/** Opens the store. */
export function openStore(database: Database): EntraStore {
  const people = openCollection<Person>(database, { name: "people", key: "objectId" });
  const targets = openCollection<Target>(database, { name: "targets", key: "objectId" });
  const entries = openCollection<LogEntry>(database, { name: "log", key: "key" });
  const settings = openSettings<EntraSettings>(database, FIRST_SETTINGS);
  let noted = 0;

  function nextChange(): number {
    return settings.change({ changes: settings.get().changes + 1 }).changes;
  }
  function personOf(objectId: string): Person {
    const person = people.get(objectId);
    if (!person) throw notFound("There is no such user.", "objectId");
    return person;
  }
  return {
    people,
    targets,
    settings,
    personOf,
    addPerson(body) {
      const person = { ...PersonBody.parse(body), objectId: randomUUID(), changedAt: nextChange() };
      people.add(person);
      return person;
    },
    changePerson(objectId, changes) {
      const person = { ...personOf(objectId), ...changes, objectId, changedAt: nextChange() };
      people.replace(objectId, person);
      return person;
    },
    removePerson(objectId) {
      personOf(objectId);
      people.remove(objectId);
      const target = targets.get(objectId);
      if (target) targets.replace(objectId, { ...target, gone: true });
    },
    note(entry) {
      const at = new Date().toISOString();
      entries.add({ ...entry, at, key: `${at} ${String((noted += 1)).padStart(9, "0")}` });
      const all = entries.count();
      if (all > LOG_LENGTH) for (const { key } of entries.page({ limit: all - LOG_LENGTH }).items) entries.remove(key);
    },
    log: () => entries.all().toReversed(),
  };
}
