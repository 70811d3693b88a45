"use client";

import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { IntegrationRights } from "#components/integrations/integration-rights.ts";
import { RemovalDialog } from "#components/integrations/removal-dialog.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { IntegrationDetails } from "#lib/integrations/schemas.ts";
import type { UnifyPhoneView } from "#lib/unify-phone/schemas.ts";
import { LicensesCard } from "./licenses-card.tsx";
import { TenantCard } from "./tenant-card.tsx";

type UnifyPhonePageProps = { accountId: string; accountName: string; details: IntegrationDetails; unifyPhone: UnifyPhoneView; rights: IntegrationRights };

/** The configuration of Unify Phone once it is enabled: the tenant to look at, and the licenses of its PBX (UNIFY-12, UNIFY-13, UNIFY-15). */
export function UnifyPhonePage({ accountId, accountName, details: { entry, settings }, unifyPhone, rights }: UnifyPhonePageProps) {
  const t = useTranslations("unifyPhone");
  const router = useRouter();
  const [isRemoving, setRemoving] = useState(false);
  const panel = `/accounts/${accountId}/integrations`;
  const title = settings?.title ?? entry.name;
  return (
    <div className="max-w-3xl">
      <Trail steps={[{ label: title }]} />
      <LiveRefresh topics={["integrations"]} />
      <PageHeader
        title={title}
        subtitle={t("subtitle", { account: accountName })}
        actions={
          <Link href={panel} className="link text-sm">
            {t("back", { account: accountName })}
          </Link>
        }
      />
      <div className="flex flex-col gap-4">
        <TenantCard tenant={unifyPhone.tenant} onClose={() => router.push(panel)} onRemove={rights.remove && !entry.removing ? () => setRemoving(true) : undefined} />
        <LicensesCard accountId={accountId} unifyPhone={unifyPhone} mayConfigure={rights.configure && !entry.removing} />
      </div>
      <RemovalDialog accountId={accountId} accountName={accountName} entry={isRemoving ? entry : null} onClose={() => setRemoving(false)} onBegun={() => router.push(panel)} />
    </div>
  );
}
