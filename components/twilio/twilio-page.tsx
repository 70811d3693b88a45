"use client";

import RefreshCw from "lucide-react/icons/refresh-cw";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { useAct } from "#components/live/use-act.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Time } from "#components/ui/time.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { PoolRead, TwilioStatus } from "#lib/sms-numbers/schemas.ts";
import { ChannelsCard } from "./channels-card.tsx";
import { ConnectionDialog } from "./connection-dialog.tsx";
import { UserNumbersCard } from "./user-numbers-card.tsx";

type TwilioPageProps = { accountId: string; accountName: string; twilio: TwilioStatus; mayConfigure: boolean };

/** The management page of Twilio above the list of its numbers: how the connection stands, and what the numbers are used for (TWCH-01, TWILIO-09). */
export function TwilioPage({ accountId, accountName, twilio, mayConfigure }: TwilioPageProps) {
  const t = useTranslations("twilio");
  const { act, pending } = useAct();
  const [isChanging, setChanging] = useState(false);
  const { problem, checkedAt, settings } = twilio;
  const shown = (field: string) => String(settings.values[field] ?? "");
  const change = () => setChanging(true);
  const refresh = () =>
    act("refresh", async () => {
      const result = await request<PoolRead>("POST", `/accounts/${accountId}/sms-numbers/refresh`);
      if (!result.ok) toast({ tone: "bad", title: t("refresh.failed"), description: result.error.message });
      else if (result.data.problem) toast({ tone: "bad", title: t("refresh.problem"), description: result.data.problem });
      else toast({ title: t("refresh.done", result.data) });
      return result;
    });
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={t.rich("subtitle", { name: shown("name"), time: () => (checkedAt === null ? t("neverAsked") : <Time value={checkedAt} />) })}
        actions={
          <>
            <Link href={`/accounts/${accountId}/integrations`} className="text-sm text-accent hover:underline">
              {t("back", { account: accountName })}
            </Link>
            {mayConfigure && (
              <Button icon={<RefreshCw aria-hidden />} pending={pending !== null} onClick={() => void refresh()}>
                {t("refresh.label")}
              </Button>
            )}
          </>
        }
      />
      {problem !== "" && (
        <Banner live tone="bad" className="mb-4" title={t("problem.title")} action={mayConfigure && <Button onClick={change}>{t("problem.action")}</Button>}>
          <p>{problem}</p>
          <p>{t("problem.kept")}</p>
        </Banner>
      )}
      <div className="flex flex-col gap-4">
        <Card title={t("connection.title")} actions={mayConfigure && <Button size="sm" onClick={change}>{t("connection.change")}</Button>}>
          <DefinitionList
            columns={3}
            items={[
              { term: t("connection.name"), description: shown("name") },
              { term: t("connection.accountSid"), description: <span className="font-mono text-xs break-all">{shown("accountSid")}</span> },
              { term: t("connection.authToken"), description: t("connection.hidden") },
            ]}
          />
        </Card>
        <ChannelsCard accountId={accountId} twilio={twilio} mayConfigure={mayConfigure} />
        <UserNumbersCard accountId={accountId} twilio={twilio} mayConfigure={mayConfigure} />
      </div>
      {isChanging && <ConnectionDialog accountId={accountId} twilio={twilio} onClose={() => setChanging(false)} />}
    </>
  );
}
