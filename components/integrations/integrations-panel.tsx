"use client";

import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SwitchRow } from "#components/account-switches/switch-row.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PRIVILEGES } from "#lib/account-switches/schemas.ts";
import type { IntegrationKey, IntegrationsPanel as Panel } from "#lib/integrations/schemas.ts";
import { CatalogueDialog } from "./catalogue-dialog.tsx";
import { ChatRow } from "./chat-row.tsx";
import { IntegrationRow } from "./integration-row.tsx";
import type { IntegrationRights } from "./integration-rights.ts";
import { RemovalDialog } from "./removal-dialog.tsx";

type IntegrationsPanelProps = {
  accountId: string;
  accountName: string;
  panel: Panel;
  rights: IntegrationRights;
  /** A partner account can not have any; what is there can only be removed (INTEG-29, INTEG-30). */
  isPartnerAccount?: boolean;
};

/** The panel "Integrations" with its list and the privileges below, the same wherever it stands (INTEG-04, INTEG-05). */
export function IntegrationsPanel({ accountId, accountName, panel, rights, isPartnerAccount = false }: IntegrationsPanelProps) {
  const t = useTranslations("integrations.panel");
  const privileges = useTranslations("accountSwitches");
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<readonly IntegrationKey[]>([]);
  const { entries, catalogue, chat, chatStandsAlone, switches } = panel;
  const standing = entries.filter(({ mergedInto }) => mergedInto === null);
  const removable = new Set(rights.remove ? entries.filter((entry) => !entry.removing).map(({ key }) => key) : []);
  const asked = entries.find((entry) => removing.includes(entry.key) && !entry.removing) ?? null;
  const addNew = !isPartnerAccount && (
    <Button icon={<Plus aria-hidden />} disabled={!rights.add} onClick={() => setAdding(true)}>
      {t("addNew")}
    </Button>
  );
  return (
    <>
      <LiveRefresh topics={["integrations", "licenses"]} />
      <Card title={<span id="integrations">{t("title")}</span>} actions={addNew} flush className="mb-4">
        {isPartnerAccount && (
          <div className="p-4 pb-0">
            <Banner tone="warn" title={t("partnerAccount")} />
          </div>
        )}
        <ul className="divide-y divide-line">
          {chatStandsAlone && !isPartnerAccount && <ChatRow accountId={accountId} chat={chat} mayConfigure={rights.configure} />}
          {standing.map((entry) => (
            <IntegrationRow key={entry.key} accountId={accountId} entry={entry} chat={chat} rights={{ ...rights, configure: rights.configure && !isPartnerAccount }} removable={removable} onRemove={(key) => setRemoving([key])} />
          ))}
        </ul>
      </Card>
      {rights.configure && !isPartnerAccount && (
        <Card title={privileges("privileges")} className="mb-4">
          {PRIVILEGES.map((name) => (
            <SwitchRow key={name} accountId={accountId} name={name} on={switches[name]} mayChange={rights.add} />
          ))}
        </Card>
      )}
      {isAdding && <CatalogueDialog accountId={accountId} cards={catalogue} mayRemove={rights.remove} onClose={() => setAdding(false)} onRemove={setRemoving} />}
      <RemovalDialog key={asked?.key} accountId={accountId} accountName={accountName} entry={asked} onClose={() => setRemoving(removing.filter((key) => key !== asked?.key))} />
    </>
  );
}
