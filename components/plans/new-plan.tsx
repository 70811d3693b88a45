"use client";

import Users from "lucide-react/icons/users";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Skeleton, SkeletonText } from "#components/ui/skeleton.tsx";
import type { ServiceRoleChoice } from "#lib/service-roles/schemas.ts";
import { useKeptSelection } from "./kept-selection.ts";
import { NewPlanForm } from "./new-plan-form.tsx";

/** The page on which a plan is asked for, for the users selected before in the list. */
export function NewPlan({ accountId, roles }: { accountId: string; roles: readonly ServiceRoleChoice[] }) {
  const t = useTranslations("plans.new");
  const kept = useKeptSelection(accountId);
  if (kept === undefined) {
    return (
      <>
        <PageHeader title={t("title")} subtitle={<Skeleton className="h-4 w-48" />} />
        <SkeletonText lines={6} />
      </>
    );
  }
  if (kept === null) {
    return (
      <>
        <PageHeader title={t("title")} />
        <Card>
          <EmptyState
            icon={<Users />}
            title={t("nobodyTitle")}
            action={
              <ButtonLink variant="primary" href={`/accounts/${accountId}/users`}>
                {t("toUsers")}
              </ButtonLink>
            }
          >
            {t("nobodyText")}
          </EmptyState>
        </Card>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle", { words: kept.words })} />
      <NewPlanForm accountId={accountId} kept={kept} roles={roles} />
    </>
  );
}
