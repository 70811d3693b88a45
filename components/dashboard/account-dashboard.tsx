import CircleAlert from "lucide-react/icons/circle-alert";
import GitCompareArrows from "lucide-react/icons/git-compare-arrows";
import Plus from "lucide-react/icons/plus";
import UserRoundCheck from "lucide-react/icons/user-round-check";
import UsersRound from "lucide-react/icons/users-round";
import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { StatCard } from "#components/ui/stat-card.tsx";
import type { AccountDashboard as Figures } from "#lib/dashboard/schemas.ts";
import { FirstSteps } from "./first-steps.tsx";
import type { May } from "#lib/permissions/schemas.ts";
import { Greeting } from "./greeting.tsx";
import { NetworkElements } from "./network-elements.tsx";
import { seesProvisioning } from "./sees-provisioning.ts";
import { Way } from "./way.tsx";

type AccountDashboardProps = {
  name: string;
  account: { id: string; name: string };
  figures: Figures;
  /** Not for a partner who came through MiAccess (DASH-13). */
  hasPassword: boolean;
  may: May;
};

/** The dashboard of an account, for its administrators and for a partner in it (DASH-10 to DASH-14). */
export function AccountDashboard({ name, account, figures, hasPassword, may }: AccountDashboardProps) {
  const t = useTranslations("dashboard.account");
  const format = useFormatter();
  const of = (path: string) => `/accounts/${account.id}/${path}`;
  const { needingAttention, needingAttentionIsExact, differences } = figures;
  return (
    <>
      <Greeting
        name={name}
        accountName={account.name}
        actions={
          <>
            {hasPassword && <ButtonLink href="/profile#password" variant="ghost">{t("changePassword")}</ButtonLink>}
            <ButtonLink href={of("information")}>{t("viewAccount")}</ButtonLink>
            {may("users", "view") && <ButtonLink href={of("users")}>{t("viewUsers")}</ButtonLink>}
            {may("users", "add") && <ButtonLink href={of("users/new")} variant="primary" icon={<Plus aria-hidden />}>{t("addUser")}</ButtonLink>}
          </>
        }
      />
      {!figures.steps.services && <FirstSteps accountId={account.id} steps={figures.steps} may={may} />}
      <div className="mb-4 grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <StatCard label={t("users")} icon={<UsersRound aria-hidden />} value={format.number(figures.users)}>
          {may("users", "view") && <Link href={of("users")} className="link">{t("viewUsers")}</Link>}
        </StatCard>
        <StatCard label={t("registered")} icon={<UserRoundCheck aria-hidden />} value={format.number(figures.registered)}>
          {t("ofUsers", { count: figures.users })}
        </StatCard>
        <StatCard
          label={t("attention")}
          icon={<CircleAlert aria-hidden />}
          tone={needingAttention > 0 ? "bad" : "neutral"}
          value={needingAttentionIsExact ? format.number(needingAttention) : t("attentionOver", { count: needingAttention })}
        >
          <Way href={needingAttention > 0 && may("users", "view") ? of("users?services=attention") : null} className="link">{t("attentionHint", { count: needingAttention })}</Way>
        </StatCard>
        <StatCard label={t("differences")} icon={<GitCompareArrows aria-hidden />} tone={differences > 0 ? "warn" : "neutral"} value={format.number(differences)}>
          <Way href={differences > 0 && seesProvisioning(may) ? of("provisioning/differences") : null} className="link">{t("differencesHint", { count: differences })}</Way>
        </StatCard>
      </div>
      <NetworkElements accountId={account.id} elements={figures.elements} may={may} />
    </>
  );
}
