/** Flow executions, counted per account, billing period and tier (WFS-21). */
import { randomUUID } from "node:crypto";
import type { Visitor } from "../applications/portal.ts";
import { type Collection, openCollection } from "../kit/collection.ts";
import type { Database } from "../kit/database.ts";
import { conflict } from "../kit/refusal.ts";

export const TIERS = ["essential", "premier"] as const;
export type Tier = (typeof TIERS)[number];

export const TIER_NAMES: Record<Tier, string> = { essential: "Essential", premier: "Premier" };

type Execution = { key: string; accountId: string; period: string; tier: Tier; flow: string; by: string; at: string };

export type Executions = {
  list: Collection<Execution>;
  /** How many there were in a period, which is named by its first day. */
  count(accountId: string, period: string): Record<Tier, number>;
  /** Executes a flow. Throws a `Refusal` (409) when the account has used up what it is entitled to. */
  execute(visitor: Visitor, tier: Tier, flow: string): void;
  latest(accountId: string): Execution[];
};

const SHOWN = 10;

/** Opens the tables of executions. */
export function openExecutions(database: Database): Executions {
  const sql = database.raw;
  const list = openCollection<Execution>(database, { name: "executions", key: "key", indexed: ["accountId"] });
  sql.exec("CREATE TABLE IF NOT EXISTS counts (accountId TEXT, period TEXT, tier TEXT, executed INTEGER NOT NULL, PRIMARY KEY (accountId, period, tier))");
  const select = sql.prepare("SELECT tier, executed FROM counts WHERE accountId = ? AND period = ?");
  const add = sql.prepare("INSERT INTO counts (accountId, period, tier, executed) VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET executed = executed + 1");

  function count(accountId: string, period: string): Record<Tier, number> {
    const counted = new Map(select.all(accountId, period).map(({ tier, executed }) => [String(tier), Number(executed)]));
    return { essential: counted.get("essential") ?? 0, premier: counted.get("premier") ?? 0 };
  }

  return {
    list,
    count,
    execute({ account, name, entitlement }, tier, flow) {
      if (!entitlement) throw conflict("no_entitlement", "The portal names no entitlement of this account.");
      const { from, to, executions } = entitlement;
      if (count(account.id, from)[tier] >= executions[tier]) {
        throw conflict("entitlement_used_up", `All ${executions[tier]} ${TIER_NAMES[tier]} executions of the billing period until ${to} are used. Nothing was executed.`);
      }
      add.run(account.id, from, tier);
      const at = new Date().toISOString();
      list.add({ key: `${at} ${randomUUID()}`, accountId: account.id, period: from, tier, flow, by: name, at });
    },
    latest: (accountId) => list.findBy("accountId", accountId).toReversed().slice(0, SHOWN),
  };
}
