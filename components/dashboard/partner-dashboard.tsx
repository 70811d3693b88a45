import Building2 from "lucide-react/icons/building-2";
import CircleX from "lucide-react/icons/circle-x";
import Plus from "lucide-react/icons/plus";
import ServerOff from "lucide-react/icons/server-off";
import UsersRound from "lucide-react/icons/users-round";
import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { StatCard } from "#components/ui/stat-card.tsx";
import type { PartnerDashboard as Figures } from "#lib/dashboard/schemas.ts";
import type { May } from "#lib/permissions/schemas.ts";
import { AttentionList } from "./attention-list.tsx";
import { BillingCard } from "./billing-card.tsx";
import { Greeting } from "./greeting.tsx";

type PartnerDashboardProps = { name: string; partner: string; figures: Figures; may: May };

/** The dashboard of a partner (DASH-01, DASH-07); before there is any account it leads to the first one (LOGIN-16, OP1-03). */
export function PartnerDashboard({ name, partner, figures, may }: PartnerDashboardProps) {
  const t = useTranslations("dashboard.partner");
  const format = useFormatter();
  const isNew = figures.accounts + figures.deactivatedAccounts === 0;
  const add = may("accounts", "add") && (
    <ButtonLink href="/accounts/new" variant="primary" icon={<Plus aria-hidden />}>
      {t("addAccount")}
    </ButtonLink>
  );
  const view = <ButtonLink href="/accounts">{t("viewAccounts")}</ButtonLink>;
  if (isNew) {
    return (
      <>
        <Greeting name={name} accountName={partner} actions={view} />
        <Card>
          <EmptyState icon={<Building2 />} title={t("welcomeTitle")} action={add}>
            {t("welcome")}
          </EmptyState>
        </Card>
        {figures.orders && <div className="mt-4"><BillingCard orders={figures.orders} /></div>}
      </>
    );
  }
  const { failedRuns, elementsNotReachable } = figures;
  return (
    <>
      <Greeting name={name} accountName={partner} actions={<>{view}{add}</>} />
      <div className="mb-4 grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <StatCard label={t("accounts")} icon={<Building2 aria-hidden />} value={format.number(figures.accounts)}>
          <Link href="/accounts" className="link">{t("newThisMonth", { count: figures.accountsThisMonth })}</Link>
        </StatCard>
        <StatCard label={t("users")} icon={<UsersRound aria-hidden />} value={format.number(figures.users)}>
          {t("usersHint")}
        </StatCard>
        <StatCard label={t("failedRuns")} icon={<CircleX aria-hidden />} value={format.number(failedRuns)} tone={failedRuns > 0 ? "bad" : "neutral"}>
          {t("failedRunsHint", { count: failedRuns })}
        </StatCard>
        <StatCard label={t("elements")} icon={<ServerOff aria-hidden />} value={format.number(elementsNotReachable)} tone={elementsNotReachable > 0 ? "warn" : "neutral"}>
          {t("elementsHint", { count: elementsNotReachable })}
        </StatCard>
      </div>
      {figures.orders && <BillingCard orders={figures.orders} />}
      <AttentionList attention={figures.attention} total={figures.attentionCount} may={may} />
    </>
  );
}
