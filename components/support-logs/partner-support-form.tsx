"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import type { Result } from "#components/api/request.ts";
import { FollowNewer } from "#components/forms/follow-newer.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { toast } from "#components/ui/toast.tsx";
import { PartnerSupport as PartnerSupportShape, SUPPORT_LOG_STATES } from "#lib/support-logs/schemas.ts";
import type { PartnerSupport, SupportLogView } from "#lib/support-logs/schemas.ts";
import { meanwhileOf } from "./meanwhile.ts";
import type { Meanwhile } from "./meanwhile.ts";
import { MeanwhileNotice } from "./meanwhile-notice.tsx";

/** Status and notes, to be changed by a partner; any status can be chosen (LOGS-27, LOGS-28, OP1-51). */
export function PartnerSupportForm({ log }: { log: SupportLogView }) {
  const t = useTranslations("supportLogs.support");
  const states = useTranslations("supportLogs.states");
  const conflict = useTranslations("supportLogs.conflict");
  const router = useRouter();
  const [base, setBase] = useState(log);
  const [fillings, setFillings] = useState(0);
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
  const at = `/accounts/${log.accountId}/support-logs/${log.id}`;

  async function save(changed: Partial<PartnerSupport>): Promise<Result<SupportLogView>> {
    const result = await request<SupportLogView>("PATCH", at, { body: { ...changed, version: base.version } });
    if (result.ok || result.error.code !== "conflict") return result;
    const now = await request<SupportLogView>("GET", at);
    if (!now.ok || now.data.version === base.version) return result;
    setMeanwhile(meanwhileOf(base, now.data, changed));
    setBase(now.data);
    return { ok: false, error: { ...result.error, message: conflict("message") } };
  }
  return (
    <Form
      key={fillings}
      schema={PartnerSupportShape}
      defaultValues={{ state: base.state, notes: base.notes }}
      onSubmit={(_, changed) => save(changed)}
      onSaved={(saved) => {
        setBase(saved);
        setMeanwhile(null);
        toast({ title: t("saved") });
        router.refresh();
      }}
      guard
      className="flex flex-col gap-4"
    >
      <FollowNewer
        isNewer={log.version > base.version}
        onFollow={() => {
          setBase(log);
          setFillings(fillings + 1);
        }}
      />
      {meanwhile && <MeanwhileNotice key={meanwhile.by + base.version} meanwhile={meanwhile} />}
      <SelectField name="state" label={t("status")} options={SUPPORT_LOG_STATES.map((value) => ({ value, label: states(value) }))} />
      <TextField name="notes" label={t("notes")} hint={t("notesHint")} multiline />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
