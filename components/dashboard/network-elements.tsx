import Server from "lucide-react/icons/server";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import type { AccountDashboard } from "#lib/dashboard/schemas.ts";
import { ELEMENT_LABELS } from "#lib/network-elements/schemas.ts";
import type { May } from "#lib/permissions/schemas.ts";

const TONE = { connected: "good", unreachable: "bad", refused: "warn" } as const;

/** The systems that serve an account, each with its state at the last check. */
export function NetworkElements({ accountId, elements, may }: { accountId: string; elements: AccountDashboard["elements"]; may: May }) {
  const t = useTranslations("dashboard.elements");
  const address = `/accounts/${accountId}/integrations/network-elements`;
  if (elements.length === 0) {
    return (
      <Card title={t("title")}>
        <EmptyState icon={<Server />} title={t("noneTitle")} action={may("integrations", "add") && <ButtonLink href={address}>{t("connect")}</ButtonLink>}>
          {t("none")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={t("title")} actions={may("integrations", "view") && <Link href={address} className="link">{t("all")}</Link>} flush>
      <ul className="divide-y divide-line">
        {elements.map(({ id, kind, name, status, checkedAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 text-sm">
            <span className="min-w-0 flex-1 basis-40">
              <span className="font-semibold">{ELEMENT_LABELS[kind]}</span> <span className="text-fg-3">{name}</span>
            </span>
            <span className="text-xs text-fg-3 max-sm:hidden">{t.rich("checked", { time: timeTag(checkedAt) })}</span>
            <Pill tone={TONE[status]}>{t(status)}</Pill>
          </li>
        ))}
      </ul>
    </Card>
  );
}
