import ExternalLink from "lucide-react/icons/external-link";
import Mailbox from "lucide-react/icons/mailbox";
import Phone from "lucide-react/icons/phone";
import UserRound from "lucide-react/icons/user-round";
import Users from "lucide-react/icons/users";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { ElementStatus } from "#components/network-elements/element-status.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink, buttonClasses } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { StatCard } from "#components/ui/stat-card.tsx";
import { Time } from "#components/ui/time.tsx";
import type { MivoiceBusinessView } from "#lib/mivoice-business/schemas.ts";

type MivoiceBusinessProps = {
  accountId: string;
  accountName: string;
  view: MivoiceBusinessView;
  /** Which pages the reader may open from here. */
  mayOpen: { users: boolean; networkElements: boolean };
};

/** The system that serves the account's telephony, what the portal looks after on it, and the ways on (MIVB-04). */
export function MivoiceBusiness({ accountId, accountName, view, mayOpen }: MivoiceBusinessProps) {
  const t = useTranslations("mivoiceBusiness");
  const { system } = view;
  const of = (path: string) => `/accounts/${accountId}/${path}`;
  return (
    <div className="max-w-5xl">
      <PageHeader title={t("title")} subtitle={t("subtitle", { account: accountName })} />
      <div className="mb-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <StatCard label={t("users")} icon={<UserRound aria-hidden />} value={view.users}>
          {mayOpen.users && <Link href={of("users")} className="link">{t("toUsers")}</Link>}
        </StatCard>
        <StatCard label={t("phones")} icon={<Phone aria-hidden />} value={view.phones}>
          {mayOpen.users && <Link href={of("provisioning/runs")} className="link">{t("toRuns")}</Link>}
        </StatCard>
        <StatCard label={t("voicemailBoxes")} icon={<Mailbox aria-hidden />} value={view.voicemailBoxes} />
        <StatCard label={t("groupMembers")} icon={<Users aria-hidden />} value={view.groupMembers}>
          {mayOpen.users && <Link href={of("provisioning/differences")} className="link">{t("toDifferences")}</Link>}
        </StatCard>
      </div>
      {system ? (
        <Card title={t("system")} actions={<ElementStatus status={system.status} />}>
          {system.status !== "connected" && <Banner tone={system.status === "refused" ? "bad" : "warn"} title={system.statusMessage} className="mb-4" />}
          <DefinitionList
            items={[
              { term: t("name"), description: system.name },
              { term: t("release"), description: system.release },
              { term: t("address"), description: <span className="break-all">{system.address}</span> },
              { term: t("checked"), description: <Time value={system.checkedAt} /> },
            ]}
          />
          <a href={system.address} target="_blank" rel="noreferrer" className={`${buttonClasses("secondary", "md")} mt-4`}>
            <ExternalLink aria-hidden />
            {t("launch")}
          </a>
        </Card>
      ) : (
        <Card>
          <EmptyState icon={<Phone />} title={t("noneTitle")} action={mayOpen.networkElements && <ButtonLink href={of("integrations/network-elements")}>{t("connect")}</ButtonLink>}>
            {t("none")}
          </EmptyState>
        </Card>
      )}
    </div>
  );
}
