"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { categoryLabel, PRODUCT_LABELS } from "#lib/telephony/schemas.ts";
import type { TelephonyOfUser, UserConfiguration as Configuration } from "#lib/telephony/schemas.ts";
import { SetUpDialog } from "./set-up-dialog.tsx";
import { SetUpProgress } from "./set-up-progress.tsx";

type UserConfigurationProps = { accountId: string; userId: string; telephony: TelephonyOfUser; configuration: Configuration; mayAssign: boolean };

const PARTS = ["service", "programming", "phones"] as const;

/** "User Configuration": the service and its category, what the PBX was asked to hold, and the phones (SVC-03, SVC-05, SVC-07). */
export function UserConfiguration({ accountId, userId, telephony, configuration, mayAssign }: UserConfigurationProps) {
  const t = useTranslations("telephony.configuration");
  const [open, setOpen] = useState(false);
  const { product, held, setUp, withMitelCx } = telephony;
  const { loginId, department, location, groups, phones } = configuration;
  if (product === null || held === null) return null;
  const onPbx = product === "mivoice_business";
  const parts = onPbx ? PARTS : PARTS.slice(0, 1);
  return (
    <div className="grid max-w-5xl items-start gap-4 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <nav aria-label={t("contents")} className="rounded-lg border border-line bg-surface p-4 text-sm shadow-sm">
        <h2 className="mb-1.5 font-semibold">{t("contents")}</h2>
        <ol>
          {parts.map((part) => (
            <li key={part}><a href={`#${part}`} className="link inline-flex min-h-6 items-center">{t(part)}</a></li>
          ))}
        </ol>
      </nav>
      <div className="grid min-w-0 gap-4">
        <Part id="service">
          <Card title={t("service")} actions={mayAssign && held.state !== "working" && <Button size="sm" onClick={() => setOpen(true)}>{t("upgrade")}</Button>}>
            <DefinitionList
              items={[
                { term: t("product"), description: PRODUCT_LABELS[product] },
                ...(onPbx ? [{ term: t("category"), description: held.category ? categoryLabel(held.category) : t("noCategory") }] : []),
                { term: t("template"), description: held.template },
                ...(withMitelCx ? [{ term: t("mitelCx"), description: t(held.contactCenter ? "assigned" : "notAssigned") }] : []),
              ]}
            />
            {setUp && <SetUpProgress accountId={accountId} setUp={setUp} mayAct={mayAssign} />}
          </Card>
        </Part>
        {onPbx && (
          <>
            <Part id="programming">
              <Card title={t("programming")}>
                <DefinitionList
                  items={[
                    { term: t("loginId"), description: loginId },
                    { term: t("group"), description: groups.join(", ") },
                    { term: t("location"), description: location },
                    { term: t("department"), description: department },
                  ]}
                />
              </Card>
            </Part>
            <Part id="phones">
              <Card title={t("phones")} flush>
                {phones.length === 0 ? <p className="px-4 py-3.5 text-sm text-fg-2">{t("noPhones")}</p> : <Phones phones={phones} />}
              </Card>
            </Part>
          </>
        )}
      </div>
      {open && <SetUpDialog accountId={accountId} userId={userId} telephony={telephony} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Part({ id, children }: { id: string; children: ReactNode }) {
  return <div id={id} className="min-w-0 scroll-mt-20">{children}</div>;
}

function Phones({ phones }: { phones: Configuration["phones"] }) {
  const t = useTranslations("telephony.configuration");
  return (
    <div role="region" aria-label={t("phones")} tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{t("phones")}</caption>
        <thead className="bg-surface-2 text-xs text-fg-3">
          <tr>
            {(["number", "device", "services"] as const).map((column) => <th key={column} scope="col" className="px-4 py-2 text-start font-medium">{t(column)}</th>)}
          </tr>
        </thead>
        <tbody>
          {phones.map(({ number, device, deviceType, isPrimary, voicemail, teleworker }) => (
            <tr key={number} className="border-t border-line">
              <th scope="row" className="px-4 py-2.5 text-start font-medium tabular-nums">{number}</th>
              <td className="px-4 py-2.5 text-fg-2">{deviceType || t(device)}</td>
              <td className="px-4 py-2.5">
                <span className="flex flex-wrap gap-1.5">
                  {isPrimary && <Tag>{t("primary")}</Tag>}
                  {voicemail && <Tag>{t("voicemail")}</Tag>}
                  {teleworker && <Tag>{t("teleworker")}</Tag>}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
