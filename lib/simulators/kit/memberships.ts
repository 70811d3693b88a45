/** Which agents are in which groups. */
import type { Database } from "./database.ts";

export type Memberships = {
  membersOf(group: string): string[];
  groupsOf(agent: string): string[];
  /** Adding a member who is one already changes nothing. */
  add(group: string, agent: string): void;
  /** Gives false where the agent was no member. */
  remove(group: string, agent: string): boolean;
  removeAgent(agent: string): void;
  removeGroup(group: string): void;
  renumberAgent(from: string, to: string): void;
  clear(): void;
};

/** Opens the table of memberships. */
export function openMemberships(database: Database): Memberships {
  const sql = database.raw;
  sql.exec('CREATE TABLE IF NOT EXISTS memberships ("group" TEXT NOT NULL, agent TEXT NOT NULL, PRIMARY KEY ("group", agent)) WITHOUT ROWID');
  sql.exec("CREATE INDEX IF NOT EXISTS memberships_agent ON memberships (agent)");
  const membersOf = sql.prepare('SELECT agent FROM memberships WHERE "group" = ? ORDER BY agent');
  const groupsOf = sql.prepare('SELECT "group" FROM memberships WHERE agent = ? ORDER BY "group"');
  const add = sql.prepare('INSERT INTO memberships ("group", agent) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const remove = sql.prepare('DELETE FROM memberships WHERE "group" = ? AND agent = ?');
  const removeAgent = sql.prepare("DELETE FROM memberships WHERE agent = ?");
  const removeGroup = sql.prepare('DELETE FROM memberships WHERE "group" = ?');
  const renumberAgent = sql.prepare("UPDATE memberships SET agent = ? WHERE agent = ?");

  return {
    membersOf: (group) => membersOf.all(group).map(({ agent }) => String(agent)),
    groupsOf: (agent) => groupsOf.all(agent).map(({ group }) => String(group)),
    add(group, agent) {
      add.run(group, agent);
    },
    remove: (group, agent) => remove.run(group, agent).changes === 1,
    removeAgent(agent) {
      removeAgent.run(agent);
    },
    removeGroup(group) {
      removeGroup.run(group);
    },
    renumberAgent(from, to) {
      renumberAgent.run(to, from);
    },
    clear() {
      sql.exec("DELETE FROM memberships");
    },
  };
}
