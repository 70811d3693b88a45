"use client";

import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { HistoryLink } from "#components/events/history-link.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { IntegrationDetails } from "#lib/integrations/schemas.ts";
import type { IntegrationRights } from "./integration-rights.ts";
import { RemovalDialog } from "./removal-dialog.tsx";
import { SettingsForm } from "./settings-form.tsx";

type SettingsPageProps = { accountId: string; accountName: string; details: IntegrationDetails; rights: IntegrationRights; submitLabel?: string };

/** The set-up of an integration: what it takes, and what can be entered for it today; it says plainly when that does not complete it. */
export function SettingsPage({ accountId, accountName, details, rights, submitLabel }: SettingsPageProps) {
  const t = useTranslations("integrations.settings");
  const router = useRouter();
  const [isRemoving, setRemoving] = useState(false);
  const { entry, settings, setUp, addedBy, modifiedAt, modifiedBy } = details;
  const { name, key } = entry;
  // The one that the form was made from: what somebody else changes meanwhile is not to be overwritten.
  const [version, setVersion] = useState(entry.version);
  const panel = `/accounts/${accountId}/integrations`;
  const title = settings?.title ?? name;
  const saved = (now: IntegrationDetails) => {
    setVersion(now.entry.version);
    if (now.entry.status === "incomplete") toast({ title: t("saved", { name }), description: t("savedDraft", { name }) });
    else {
      toast({ title: t(setUp ? "completed" : "saved", { name }) });
      router.push(panel);
    }
    router.refresh();
  };
  const remove = rights.remove && !entry.removing && <Button onClick={() => setRemoving(true)}>{t("remove")}</Button>;
  return (
    <div className="max-w-3xl">
      <Trail steps={[{ label: title }]} />
      <PageHeader
        title={title}
        subtitle={t.rich("lastChanged", { addedBy, name: modifiedBy, time: timeTag(modifiedAt) })}
        actions={
          <>
            <Link href={panel} className="text-sm text-accent hover:underline">{t("back", { account: accountName })}</Link>
            <HistoryLink accountId={accountId} asset={{ kind: "integration", id: key, name }} />
          </>
        }
      />
      {setUp && (
        <Banner tone={setUp.by === "outside" ? "warn" : "accent"} title={t(setUp.by === "outside" ? "incompleteOutside" : "incomplete")} className="mb-4">
          {setUp.takes.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Banner>
      )}
      <Card description={settings?.intro} title={settings ? name : undefined}>
        {settings ? (
          <SettingsForm accountId={accountId} of={{ key, version }} settings={settings} draft={setUp?.by === "outside"} readOnly={!rights.configure || entry.removing} guard submitLabel={submitLabel} onSaved={saved} onCancel={() => router.push(panel)}>
            {remove}
          </SettingsForm>
        ) : (
          <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-fg-2">
            {t("nothingToEnter")}
            {remove}
          </div>
        )}
      </Card>
      <RemovalDialog accountId={accountId} accountName={accountName} entry={isRemoving ? entry : null} onClose={() => setRemoving(false)} onBegun={() => router.push(panel)} />
    </div>
  );
}
