import { z } from "zod";
import type { AccountSwitches } from "#lib/account-switches/schemas.ts";
import { ALL_OFF } from "#lib/account-switches/set-switches.ts";
import { STANDARD_CHAT_SETTINGS } from "#lib/chat-settings/get-chat-settings.ts";
import type { ChatSettingsView } from "#lib/chat-settings/schemas.ts";
import type { Db } from "#lib/db/client.ts";
import { gatewayFactsQuery } from "#lib/gateways/facts.ts";
import type { GatewayFacts } from "#lib/gateways/schemas.ts";
import type { ElementKind } from "#lib/network-elements/schemas.ts";
import { runningLines } from "#lib/orders/running-lines.ts";
import { dayOf } from "#lib/orders/status.ts";
import { entitlementOf } from "#lib/products/skus.ts";
import { operation } from "#lib/operations/operation.ts";
import type { MicollabFacts } from "./micollab-line.ts";
import { notInUse } from "./not-in-use.ts";
import { cardsOf, chatStandsAlone, entriesOf, entryOf } from "./panel.ts";
import type { Situation } from "./panel.ts";
import { definitionOf } from "./registry.ts";
import { INTEGRATION_KEYS, IntegrationDetails, IntegrationsPanel } from "./schemas.ts";
import type { IntegrationKey } from "./schemas.ts";
import { settingsView } from "./settings.ts";
import type { StoredIntegration } from "./stored.ts";
import type { UnifyPhoneFacts } from "./unify-phone-line.ts";

type PanelRow = {
  stored: (Omit<StoredIntegration, "addedAt" | "modifiedAt" | "checkedAt"> & { addedAt: string; modifiedAt: string; checkedAt: string | null })[] | null;
  elements: ElementKind[] | null;
  chat: { allowEditingAndDeleting: boolean; modifiedAt: string; modifiedBy: string } | null;
  switches: AccountSwitches | null;
  micollab: MicollabFacts | null;
  unifyPhone: UnifyPhoneFacts | null;
  skus: string[];
  gateway: GatewayFacts | null;
};

/** All that the panel is made of, in one query: it stands on pages that show more than it. */
async function readPanel(db: Db, accountId: string, now: Date): Promise<Situation & { chat: ChatSettingsView; switches: AccountSwitches }> {
  const [row] = await db.$queryRaw<PanelRow[]>`
    select array(select r.sku from (${runningLines(accountId, dayOf(now))}) r) as skus,
           (${gatewayFactsQuery(accountId)}) as gateway,
           (select json_agg(json_build_object('key', i.key, 'status', i.status, 'settings', i.settings, 'features', i.features, 'removal', i.removal, 'problem', i.problem, 'checkedAt', i.checked_at, 'version', i.version,
                   'addedAt', i.added_at, 'addedBy', i.added_by, 'modifiedAt', i.modified_at, 'modifiedBy', i.modified_by) order by i.added_at, i.key)
              from integrations i where i.account_id = ${accountId}::uuid) as stored,
           (select json_agg(e.kind) from network_elements e where e.account_id = ${accountId}::uuid) as elements,
           (select json_build_object('allowEditingAndDeleting', c.allow_editing_and_deleting, 'modifiedAt', c.modified_at, 'modifiedBy', c.modified_by)
              from chat_settings c where c.account_id = ${accountId}::uuid) as chat,
           (select json_build_object('delegatedAuthentication', s.delegated_authentication, 'guestAccess', s.guest_access, 'bandwidthOptimization', s.bandwidth_optimization)
              from account_switches s where s.account_id = ${accountId}::uuid) as switches,
           (select json_build_object('status', m.status, 'message', m.message, 'serverName', m.server_name, 'chatEnabled', m.chat_enabled, 'refused', jsonb_array_length(m.refused))
              from micollab_states m where m.account_id = ${accountId}::uuid) as micollab,
           (select json_build_object('message', p.message, 'tenantName', p.tenant->>'name', 'unknown', cardinality(p.unknown))
              from unify_phone_states p where p.account_id = ${accountId}::uuid) as "unifyPhone"`;
  const { stored, elements, chat, switches, micollab, unifyPhone, skus, gateway } = row!;
  return {
    gateway,
    stored: (stored ?? []).map((each) => ({ ...each, addedAt: new Date(each.addedAt), modifiedAt: new Date(each.modifiedAt), checkedAt: each.checkedAt === null ? null : new Date(each.checkedAt) })),
    elements: new Set(elements ?? []),
    micollab,
    unifyPhone,
    subscribed: new Set(entitlementOf(skus.map((sku) => ({ sku, quantity: 1 }))).keys()),
    chat: chat ? { ...chat, modifiedAt: new Date(chat.modifiedAt).toISOString() } : STANDARD_CHAT_SETTINGS,
    switches: switches ?? ALL_OFF,
  };
}

/** Everything that the panel "Integrations" shows, with the catalogue behind "+ Add new" (INTEG-05 to INTEG-20). */
export const findIntegrations = operation({
  name: "integrations.find",
  summary: "The integrations of an account, those it could have, and its privileges",
  permission: [{ feature: "integrations", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: IntegrationsPanel,
  http: { method: "GET", path: "/accounts/{accountId}/integrations" },
  async run({ account, db, now }) {
    const situation = await readPanel(db, account.id, now);
    const { stored, chat, switches } = situation;
    return { entries: entriesOf(situation), catalogue: cardsOf(stored), chat, chatStandsAlone: chatStandsAlone(stored), switches };
  },
});

/**
 * Reads one integration of an account with its settings; secrets are left out (INT-16).
 * @throws OperationError not_found when the account does not have it
 */
export async function readIntegration(db: Db, accountId: string, key: IntegrationKey, now: Date): Promise<IntegrationDetails> {
  const situation = await readPanel(db, accountId, now);
  const stored = situation.stored.find((each) => each.key === key);
  const { description, settings, setUp } = definitionOf(key);
  if (!stored) throw notInUse(key);
  return {
    entry: entryOf(stored, situation),
    description,
    settings: settings ? settingsView(settings, stored.settings) : null,
    setUp: setUp && stored.status === "incomplete" ? { by: setUp.by, takes: [...setUp.takes] } : null,
    addedAt: stored.addedAt.toISOString(),
    addedBy: stored.addedBy,
    modifiedAt: stored.modifiedAt.toISOString(),
    modifiedBy: stored.modifiedBy,
  };
}

/** One integration, for the page of its settings. */
export const getIntegration = operation({
  name: "integrations.get",
  summary: "An integration of an account with its settings",
  permission: [{ feature: "integrations", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({ key: z.enum(INTEGRATION_KEYS) }),
  output: IntegrationDetails,
  http: { method: "GET", path: "/accounts/{accountId}/integrations/{key}" },
  run: ({ account, db, now }, { key }) => readIntegration(db, account.id, key, now),
});
