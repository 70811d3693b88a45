"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "#components/forms/form-context.ts";
import { TextField } from "#components/forms/text-field.tsx";
import { Card } from "#components/ui/card.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { Ethernet } from "#lib/gateways/schemas.ts";
import { DnsField } from "./dns-field.tsx";
import { InfoButton } from "./info.tsx";

const ADDRESSES = ["ipAddress", "subnetMask", "defaultGateway"] as const;

/** Port 1 of the appliance, by DHCP or with a static address (GW-16, GW-17). */
export function EthernetFields({ initial }: { initial: Ethernet | null }) {
  const t = useTranslations("gateways.ethernet");
  const { setValue } = useFormContext();
  const addresses = (
    <div className="grid gap-4 sm:grid-cols-2">
      {ADDRESSES.map((name) => (
        <TextField key={name} name={`ethernet.${name}`} label={t(name)} required inputMode="decimal" trailing={<InfoButton of={t(name)}>{t(`${name}Info`)}</InfoButton>} />
      ))}
      <DnsField name="ethernet.dnsServers" />
    </div>
  );
  return (
    <Card title={t("title")} actions={<InfoButton of={t("title")}>{t("about")}</InfoButton>}>
      <h3 className="mb-2 text-sm font-semibold">{t("port")}</h3>
      <Tabs
        label={t("port")}
        initial={initial?.mode}
        onSelect={(mode) => setValue("ethernet.mode", mode, { shouldDirty: true })}
        items={[
          { id: "dhcp", label: t("dhcp"), content: <p className="text-sm text-fg-2">{t("dhcpText")}</p> },
          { id: "static", label: t("static"), content: addresses },
        ]}
      />
    </Card>
  );
}
