"use client";

import Settings from "lucide-react/icons/settings";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { request } from "#components/api/request.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Card } from "#components/ui/card.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import type { LicensesOfSelection } from "#lib/licenses/schemas.ts";
import { MeetingsLicenses } from "./meetings-licenses.tsx";
import { MitelOneDialog } from "./mitel-one-dialog.tsx";
import type { SelectedUsers } from "./selected-users.ts";

type ManageLicensesProps = { accountId: string; users: SelectedUsers; all: boolean };

/** The part of the panel "Manage" about licenses: MiTeam Meetings, and the bulk settings of Mitel One (USER-68 to USER-76, ONELIC-13). */
export function ManageLicenses({ accountId, users, all }: ManageLicensesProps) {
  const t = useTranslations("licenses.manage");
  const { licenses, failure, readAgain } = useLicenses(accountId, users);
  const [setting, setSetting] = useState(false);

  function tell(result: BulkResult) {
    toast(result.inBackground > 0 ? { title: t("background", { count: result.inBackground }), description: t("backgroundText") } : { title: t("done", { count: result.done }) });
    readAgain();
  }
  if (failure) return <Banner tone="bad" live className="mt-4 max-w-3xl" title={t("failed")}>{failure}</Banner>;
  if (!licenses) return null;
  return (
    <>
      {licenses.meetings && <MeetingsLicenses accountId={accountId} users={users} all={all} meetings={licenses.meetings} onDone={tell} />}
      {licenses.mitelOne && (
        <Card title={t("settings")} className="mt-4 max-w-3xl" flush>
          <div className="flex items-center gap-3 px-4 py-3.5">
            <div className="min-w-0 flex-1">
              <h3 className="text-sm font-semibold">{t("mitelOne")}</h3>
              <p className="text-sm text-fg-3">{t("mitelOneHint")}</p>
            </div>
            <IconButton variant="secondary" label={t("open")} icon={<Settings aria-hidden />} onClick={() => setSetting(true)} />
          </div>
        </Card>
      )}
      {setting && licenses.mitelOne && (
        <MitelOneDialog accountId={accountId} users={users} count={licenses.users} plans={licenses.mitelOne.plans} onClose={() => setSetting(false)} onDone={tell} />
      )}
    </>
  );
}

/** What is free and what the users hold; read again after each change. */
function useLicenses(accountId: string, { selection }: SelectedUsers) {
  const [licenses, setLicenses] = useState<LicensesOfSelection | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const asked = JSON.stringify(selection);
  useEffect(() => {
    const abort = new AbortController();
    request<LicensesOfSelection>("POST", `/accounts/${accountId}/licenses/count`, { body: { selection: JSON.parse(asked) as unknown }, signal: abort.signal }).then(
      (result) => {
        setFailure(result.ok ? null : result.error.message);
        if (result.ok) setLicenses(result.data);
      },
      (cause: unknown) => {
        if (!abort.signal.aborted) throw cause;
      },
    );
    return () => abort.abort();
  }, [accountId, asked, round]);
  return { licenses, failure, readAgain: () => setRound((before) => before + 1) };
}
