/** Where the OpenID Connect provider keeps its sessions, codes, grants and tokens, so that they outlive a restart. */
import type { Adapter, AdapterPayload } from "oidc-provider";
import type { Database } from "../kit/database.ts";

export type OidcRecords = {
  /** The records of one kind ("Session", "AuthorizationCode" …), in the shape the provider asks for. */
  adapter(model: string): Adapter;
  /** Ends every session of a person and takes back what was granted in it. */
  endSessionsOf(sub: string): void;
  countSessions(): number;
};

const nowSeconds = () => Math.floor(Date.now() / 1000);

/** Opens the table of records; those that have expired are swept out whenever one is added. */
export function openOidcRecords(database: Database): OidcRecords {
  const sql = database.raw;
  sql.exec(`CREATE TABLE IF NOT EXISTS oidc_records (
    model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, expires_at INTEGER,
    uid TEXT GENERATED ALWAYS AS (payload ->> '$.uid') VIRTUAL,
    grant_id TEXT GENERATED ALWAYS AS (payload ->> '$.grantId') VIRTUAL,
    account_id TEXT GENERATED ALWAYS AS (payload ->> '$.accountId') VIRTUAL,
    PRIMARY KEY (model, id));
    CREATE INDEX IF NOT EXISTS oidc_records_uid ON oidc_records (uid);
    CREATE INDEX IF NOT EXISTS oidc_records_grant_id ON oidc_records (grant_id);
    CREATE INDEX IF NOT EXISTS oidc_records_expires_at ON oidc_records (expires_at)`);
  const live = "(expires_at IS NULL OR expires_at > ?)";
  const statements = {
    sweep: sql.prepare("DELETE FROM oidc_records WHERE expires_at <= ?"),
    upsert: sql.prepare("INSERT OR REPLACE INTO oidc_records (model, id, payload, expires_at) VALUES (?, ?, ?, ?)"),
    find: sql.prepare(`SELECT payload FROM oidc_records WHERE model = ? AND id = ? AND ${live}`),
    findByUid: sql.prepare(`SELECT payload FROM oidc_records WHERE model = ? AND uid = ? AND ${live}`),
    consume: sql.prepare("UPDATE oidc_records SET payload = json_set(payload, '$.consumed', ?) WHERE model = ? AND id = ?"),
    destroy: sql.prepare("DELETE FROM oidc_records WHERE model = ? AND id = ?"),
    revoke: sql.prepare("DELETE FROM oidc_records WHERE model = ? AND grant_id = ?"),
    endSessions: sql.prepare("DELETE FROM oidc_records WHERE account_id = ?"),
    countSessions: sql.prepare(`SELECT count(*) AS count FROM oidc_records WHERE model = 'Session' AND account_id IS NOT NULL AND ${live}`),
  };
  const payloadOf = (record: Record<string, unknown> | undefined): AdapterPayload | undefined =>
    record && (JSON.parse(String(record.payload)) as AdapterPayload);

  return {
    adapter: (model) => ({
      async upsert(id, payload, expiresIn) {
        statements.sweep.run(nowSeconds());
        statements.upsert.run(model, id, JSON.stringify(payload), expiresIn ? nowSeconds() + expiresIn : null);
      },
      find: async (id) => payloadOf(statements.find.get(model, id, nowSeconds())),
      findByUid: async (uid) => payloadOf(statements.findByUid.get(model, uid, nowSeconds())),
      // Only the device flow has user codes, and it is off.
      findByUserCode: async () => undefined,
      async consume(id) {
        statements.consume.run(nowSeconds(), model, id);
      },
      async destroy(id) {
        statements.destroy.run(model, id);
      },
      async revokeByGrantId(grantId) {
        statements.revoke.run(model, grantId);
      },
    }),
    endSessionsOf(sub) {
      statements.endSessions.run(sub);
    },
    countSessions: () => Number(statements.countSessions.get(nowSeconds())?.count),
  };
}
