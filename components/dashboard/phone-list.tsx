import Headset from "lucide-react/icons/headset";
import Phone from "lucide-react/icons/phone";
import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { OwnHome, OwnPhone } from "#lib/me/schemas.ts";

/** The numbers of a person and what rings at each. */
export function PhoneList({ phones, services }: Pick<OwnHome, "phones" | "services">) {
  const t = useTranslations("dashboard.home");
  if (phones.length === 0) {
    const underWay = services === "planned" || services === "working";
    return (
      <Card title={t("phones")}>
        <EmptyState icon={<Phone />} title={t(underWay ? "planned" : "noPhonesTitle")}>
          {t(underWay ? "plannedText" : "noPhones")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={t("phones")} flush>
      <ul className="divide-y divide-line">
        {phones.map((phone) => (
          <PhoneEntry key={phone.number} phone={phone} />
        ))}
      </ul>
    </Card>
  );
}

function PhoneEntry({ phone }: { phone: OwnPhone }) {
  const t = useTranslations("dashboard.home");
  const { number, isPrimary, serviceLabel, device, deviceType, directNumber, voicemail, teleworker } = phone;
  const Icon = device === "softphone" ? Headset : Phone;
  const rings = device === "phone" ? deviceType || t("phone") : t(device === "softphone" ? "softphone" : "hotDesk");
  const facts = [
    ...(directNumber ? [{ term: t("directNumber"), description: directNumber }] : []),
    ...(voicemail ? [{ term: t("voicemail"), description: t("voicemailOn") }] : []),
    ...(teleworker ? [{ term: t("teleworker"), description: t("teleworkerOn") }] : []),
  ];
  return (
    <li className="p-4">
      <div className="flex items-start gap-3">
        <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-accent [&_svg]:size-4.5">
          <Icon />
        </span>
        <div className="min-w-0 flex-1">
          <h3 className="flex flex-wrap items-center gap-2 text-lg font-semibold">
            <span className="sr-only">{t("number", { number })}</span>
            <span aria-hidden>{number}</span>
            <CopyButton value={number} label={t("copyNumber", { number })} />
            {isPrimary && <Tag tone="accent">{t("primary")}</Tag>}
          </h3>
          <p className="text-sm text-fg-2">{serviceLabel && serviceLabel !== rings ? t("deviceWithLabel", { device: rings, label: serviceLabel }) : rings}</p>
          {facts.length > 0 && (
            <div className="mt-3">
              <DefinitionList items={facts} columns={3} />
            </div>
          )}
        </div>
      </div>
    </li>
  );
}
