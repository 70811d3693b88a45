"use client";

import KeyRound from "lucide-react/icons/key-round";
import Layers from "lucide-react/icons/layers";
import Mail from "lucide-react/icons/mail";
import PhoneForwarded from "lucide-react/icons/phone-forwarded";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { toast } from "#components/ui/toast.tsx";
import { BulkDialog } from "./bulk-dialog.tsx";
import type { AskedAct } from "./bulk-dialog.tsx";
import { BulkResultBanner, useResultWords } from "./bulk-result.tsx";
import type { ActResult } from "./bulk-result.tsx";
import { ManageLicenses } from "./manage-licenses.tsx";
import { ReturnToList } from "./return-to-list.tsx";
import { keepForPlan } from "./selected-users.ts";
import type { SelectedUsers } from "./selected-users.ts";
import { useKeptSelection } from "./use-kept-selection.ts";
import type { UserRights } from "./user-rights.ts";
import { useUserWords } from "./user-words.ts";

type ManageProps = { accountId: string; rights: UserRights };

/** What can be done to the users that were selected in the list (USER-11, USER-59, USER-61). */
export function ManageSelected(props: ManageProps) {
  const t = useTranslations("users.manage");
  const users = useKeptSelection(props.accountId);
  if (users === undefined) return null;
  if (users !== null) return <ManageUsers {...props} users={users} all={false} />;
  return (
    <EmptyState title={t("lostTitle")} action={<ButtonLink href={`/accounts/${props.accountId}/users`}>{t("back")}</ButtonLink>}>
      {t("lost")}
    </EmptyState>
  );
}

/** The actions for some or all users of the account (USER-53, USER-58, USER-59). */
export function ManageUsers({ accountId, rights, users, all }: ManageProps & { users: SelectedUsers; all: boolean }) {
  const t = useTranslations("users");
  const words = useUserWords();
  const resultWords = useResultWords();
  const router = useRouter();
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const [leftOut, setLeftOut] = useState<ActResult | null>(null);
  const heading = all ? t("manage.titleAll") : users.isExact ? t("manage.title", { count: users.count }) : t("manage.titleMany", { count: users.count });
  const planFor = () => {
    keepForPlan(accountId, users, words(users));
    router.push(`/accounts/${accountId}/provisioning/runs/new`);
  };
  return (
    <>
      <ReturnToList accountId={accountId} />
      <PageHeader title={heading} subtitle={t(all ? "manage.aboutAll" : "manage.about")} />
      {leftOut && <BulkResultBanner result={leftOut.result} onClose={() => setLeftOut(null)} />}
      <Card title={t("manage.actions")} className="max-w-3xl" flush>
        <ul className="divide-y divide-line">
          {rights.mail && <Action icon={<Mail />} label={t(all ? "menu.welcomeAll" : "menu.welcome")} hint={t("manage.welcomeHint")} onPress={() => setAsked({ act: "welcome", users })} />}
          {rights.resetPasswords && <Action icon={<KeyRound />} label={t(all ? "menu.resetAll" : "menu.reset")} hint={t("manage.resetHint")} onPress={() => setAsked({ act: "reset", users })} />}
          {rights.mail && <Action icon={<PhoneForwarded />} label={t("menu.deployment")} hint={t("manage.deploymentHint")} onPress={() => setAsked({ act: "deployment", users })} />}
          {rights.officeMail && <Action icon={<PhoneForwarded />} label={t(all ? "menu.officeAll" : "menu.office")} hint={t("manage.officeHint")} onPress={() => setAsked({ act: "office", users })} />}
          {rights.assign && <Action icon={<Layers />} label={t("manage.assign")} hint={t("manage.assignHint")} onPress={planFor} />}
        </ul>
      </Card>
      {rights.licenses && <ManageLicenses accountId={accountId} users={users} all={all} smsNumbers={rights.smsNumbers} />}
      {asked && (
        <BulkDialog
          accountId={accountId}
          asked={asked}
          onClose={() => setAsked(null)}
          onDone={(result, act) => {
            setLeftOut(result.skipped.length > 0 ? { act, result } : null);
            toast(resultWords({ act, result }));
          }}
        />
      )}
    </>
  );
}

function Action({ icon, label, hint, onPress }: { icon: ReactNode; label: string; hint: string; onPress: () => void }) {
  return (
    <li className="flex items-start gap-3 px-4 py-3.5 [&_svg]:mt-0.5 [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:text-fg-3">
      <span aria-hidden>{icon}</span>
      <div className="min-w-0">
        <button type="button" className="link min-h-6 text-start font-semibold" onClick={onPress}>
          {label}
        </button>
        <p className="text-sm text-fg-3">{hint}</p>
      </div>
    </li>
  );
}
