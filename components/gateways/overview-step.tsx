"use client";

import { useTranslations } from "next-intl";
import type { CountryOption } from "#components/accounts/customer-fields.tsx";
import { request } from "#components/api/request.ts";
import { useAct } from "#components/live/use-act.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import { Time } from "#components/ui/time.tsx";
import { PBX_TYPES } from "#lib/gateways/schemas.ts";
import type { GatewayView } from "#lib/gateways/schemas.ts";

/** The step Overview: how everything stands, and help where something is wrong (GW-11, OP2-14). */
export function OverviewStep({ accountId, gateway, countries }: { accountId: string; gateway: GatewayView; countries: readonly CountryOption[] }) {
  const t = useTranslations("gateways.overview");
  const { pending, failure, act } = useAct();
  const site = useTranslations("gateways.site");
  const net = useTranslations("gateways.ethernet");
  const check = () => act("check", () => request("POST", `/accounts/${accountId}/gateway/check`));
  const fault = failure?.message ?? (gateway.fault || gateway.syncFault);
  const { ethernet, pbx } = gateway;
  const network = ethernet?.mode === "static"
    ? [
        { term: net("port"), description: net("static") },
        { term: net("ipAddress"), description: ethernet.ipAddress },
        { term: net("subnetMask"), description: ethernet.subnetMask },
        { term: net("defaultGateway"), description: ethernet.defaultGateway },
        { term: net("dnsServers"), description: ethernet.dnsServers.join(", ") },
      ]
    : [{ term: net("port"), description: ethernet && net("dhcp") }];
  return (
    <div className="flex flex-col gap-4">
      {fault && (
        <Banner tone="bad" title={t("faultTitle")} live>
          <p>{fault}</p>
          <ul className="mt-1 list-disc ps-5">
            <li>{t("helpPower")}</li>
            <li>{t("helpReboot")}</li>
            <li>{t("helpPbx")}</li>
          </ul>
        </Banner>
      )}
      <Card
        title={t("appliance")}
        description={t.rich("checked", { time: timeTag(gateway.checkedAt) })}
        actions={<Button size="sm" pending={pending !== null} onClick={() => void check()}>{t("check")}</Button>}
      >
        <DefinitionList
          columns={3}
          items={[
            { term: t("serial"), description: gateway.serial },
            { term: t("platform"), description: `${t(`platforms.${gateway.platform}`)}, ${t(`forms.${gateway.form}`)}` },
            { term: t("release"), description: gateway.release },
            { term: t("ipAddress"), description: gateway.address },
            { term: t("health"), description: gateway.fault || t("healthy") },
          ]}
        />
      </Card>
      <Card title={t("site")}>
        <DefinitionList columns={3} items={(["siteName", "address", "city", "country", "province", "postalCode"] as const).map((name) => ({ term: site(name), description: name === "country" ? countries.find(({ value }) => value === gateway.site?.country)?.label : gateway.site?.[name] }))} />
      </Card>
      <Card title={t("network")}>
        <DefinitionList columns={3} items={network} />
      </Card>
      <Card title={t("pbx")}>
        <DefinitionList
          columns={3}
          items={
            gateway.platform === "smbc"
              ? [{ term: t("pbxType"), description: PBX_TYPES.mivoice_office_400 }, { term: t("pbxAddress"), description: t("embedded") }]
              : [{ term: t("pbxName"), description: pbx?.name }, { term: t("pbxType"), description: pbx && PBX_TYPES[pbx.type] }, { term: t("pbxAddress"), description: pbx && [pbx.address, pbx.port].filter(Boolean).join(":") }]
          }
        />
      </Card>
      <Card title={t("sync")}>
        <DefinitionList columns={3} items={[{ term: t("interval"), description: t("everyMinutes", { minutes: gateway.syncMinutes }) }, { term: t("last"), description: gateway.syncedAt ? <Time value={gateway.syncedAt} /> : t("never") }]} />
      </Card>
    </div>
  );
}
