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
import { AssignNumbersDialog } from "./assign-numbers-dialog.tsx";
import { MeetingsLicenses } from "./meetings-licenses.tsx";
import { MitelOneDialog } from "./mitel-one-dialog.tsx";
import type { SelectedUsers } from "./selected-users.ts";

type ManageLicensesProps = { accountId: string; users: SelectedUsers; all: boolean; smsNumbers: boolean };

/** The part of the panel "Manage" about licenses: MiTeam Meetings, and the bulk settings of Mitel One and of SMS numbers (USER-68 to USER-77, ONELIC-13). */
export function ManageLicenses({ accountId, users, all, smsNumbers }: ManageLicensesProps) {
  const t = useTranslations("licenses.manage");
  const numbers = useTranslations("licenses.sms");
  const { licenses, failure, readAgain } = useLicenses(accountId, users);
  const [setting, setSetting] = useState<"mitel_one" | "sms_numbers" | null>(null);

  const close = () => setSetting(null);
  function tell(result: BulkResult, done = t("done", { count: result.done })) {
    toast(result.inBackground > 0 ? { title: t("background", { count: result.inBackground }), description: t("backgroundText") } : { title: done });
    readAgain();
  }
  if (failure) return <Banner tone="bad" live className="mt-4 max-w-3xl" title={t("failed")}>{failure}</Banner>;
  if (!licenses) return null;
  return (
    <>
      {licenses.meetings && <MeetingsLicenses accountId={accountId} users={users} all={all} meetings={licenses.meetings} onDone={(result) => tell(result)} />}
      {(licenses.mitelOne || smsNumbers) && (
        <Card title={t("settings")} className="mt-4 max-w-3xl" flush>
          <div className="divide-y divide-line">
            {licenses.mitelOne && <BulkSetting title={t("mitelOne")} hint={t("mitelOneHint")} label={t("open")} onOpen={() => setSetting("mitel_one")} />}
            {smsNumbers && <BulkSetting title={t("smsNumbers")} hint={t("smsNumbersHint")} label={t("openSmsNumbers")} onOpen={() => setSetting("sms_numbers")} />}
          </div>
        </Card>
      )}
      {setting === "mitel_one" && licenses.mitelOne && <MitelOneDialog accountId={accountId} users={users} count={licenses.users} plans={licenses.mitelOne.plans} onClose={close} onDone={(result) => tell(result)} />}
      {setting === "sms_numbers" && <AssignNumbersDialog accountId={accountId} users={users} onClose={close} onDone={(result) => tell(result, numbers("done", { count: result.done }))} />}
    </>
  );
}

/** One thing that can be set for many users, with the icon that opens its pop-up. */
function BulkSetting({ title, hint, label, onOpen }: { title: string; hint: string; label: string; onOpen: () => void }) {
  return (
    <div className="flex items-center gap-3 px-4 py-3.5">
      <div className="min-w-0 flex-1">
        <h3 className="text-sm font-semibold">{title}</h3>
        <p className="text-sm text-fg-3">{hint}</p>
      </div>
      <IconButton variant="secondary" label={label} icon={<Settings aria-hidden />} onClick={onOpen} />
    </div>
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
