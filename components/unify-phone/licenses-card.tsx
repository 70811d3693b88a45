"use client";

import RefreshCw from "lucide-react/icons/refresh-cw";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { request } from "#components/api/request.ts";
import { useAct } from "#components/live/use-act.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Time } from "#components/ui/time.tsx";
import { PBX_LABELS } from "#lib/unify-phone/schemas.ts";
import type { UnifyPhoneView } from "#lib/unify-phone/schemas.ts";

type LicensesCardProps = { accountId: string; unifyPhone: UnifyPhoneView; mayConfigure: boolean };

const TONES = { working: "accent", done: "good", failed: "bad" } as const;
const NAMED = 20;

/** The licenses that the PBX has given, as they were taken over (UNIFY-15). */
export function LicensesCard({ accountId, unifyPhone: { tenant, status, message, answeredAt, licensed, unknown }, mayConfigure }: LicensesCardProps) {
  const t = useTranslations("unifyPhone.licenses");
  const { act, pending, failure } = useAct();
  const synchronize = () => act("synchronize", () => request("POST", `/accounts/${accountId}/unify-phone/synchronize`));
  const count = t("show", { count: licensed });
  return (
    <Card
      title={t("title")}
      description={t("about", { pbx: PBX_LABELS[tenant.pbx] })}
      actions={
        <>
          <Pill tone={TONES[status]}>{t(`status.${status}`)}</Pill>
          {mayConfigure && <Button size="sm" icon={<RefreshCw aria-hidden />} pending={pending !== null} onClick={() => void synchronize()}>{t("synchronize")}</Button>}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {failure && <Banner tone="bad" live title={failure.message} />}
        {status === "failed" && <Banner tone="bad" title={t("failed")}>{message}</Banner>}
        {unknown.length > 0 && (
          <Banner tone="warn" title={t("unknown", { count: unknown.length })}>
            <p>{t("unknownText")}</p>
            <ul className="mt-1 list-disc ps-5">
              {unknown.slice(0, NAMED).map((email) => <li key={email} className="break-all">{email}</li>)}
              {unknown.length > NAMED && <li>{t("andMore", { count: unknown.length - NAMED })}</li>}
            </ul>
          </Banner>
        )}
        <DefinitionList
          items={[
            { term: t("licensed"), description: licensed > 0 ? <Link href={`/accounts/${accountId}/users?product=unify_phone`} className="link">{count}</Link> : count },
            { term: t("answeredAt"), description: answeredAt ? <Time value={answeredAt} /> : t("never") },
          ]}
        />
      </div>
    </Card>
  );
}
