"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { useAct } from "#components/live/use-act.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Input } from "#components/ui/input.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { ClaimView, GatewaySetUp } from "#lib/gateways/schemas.ts";

type ClaimPageProps = { claim: string; view: ClaimView; search: string; isPartner: boolean };

/** Where a gateway sends the browser: the choice of the account that it is onboarded for (GW-01). */
export function ClaimPage({ claim, view, search, isPartner }: ClaimPageProps) {
  const t = useTranslations("gateways.claim");
  const router = useRouter();
  const { pending, failure, act } = useAct();
  const onboard = ({ id, hasIntegration }: ClaimView["accounts"][number]) =>
    act(id, () => request<GatewaySetUp>("POST", `/accounts/${id}/gateway`, { body: { claim } }), () => {
      toast({ title: t("detected") });
      router.push(hasIntegration ? `/accounts/${id}/integrations/cloudlink_gateway` : `/accounts/${id}/integrations`);
    });
  const none = search ? t("nothing", { search }) : t("none");
  return (
    <Card title={t("choose")}>
      {failure && <Banner live tone="bad" title={failure.message} className="mb-4" />}
      {isPartner && (
        <form role="search" className="mb-4 flex gap-2">
          <input type="hidden" name="claim" value={claim} />
          <Input type="search" name="search" aria-label={t("search")} placeholder={t("search")} defaultValue={search} />
          <Button type="submit">{t("find")}</Button>
        </form>
      )}
      {view.accounts.length === 0 && <p className="text-sm text-fg-2">{none}</p>}
      <ul className="divide-y divide-line">
        {view.accounts.map((account) => (
          <li key={account.id} className="flex flex-wrap items-center gap-3 py-2.5">
            <div className="min-w-0 flex-1 basis-40 text-sm">
              <p className="font-medium">{account.name}</p>
              {!account.hasIntegration && <p className="text-fg-3">{t("withoutIntegration")}</p>}
            </div>
            <Button aria-label={t("onboardFor", { account: account.name })} pending={pending === account.id} onClick={() => void onboard(account)}>
              {t("onboard")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
