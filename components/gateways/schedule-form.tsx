"use client";

import { useTranslations } from "next-intl";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/toast.tsx";
import { SyncScheduleInput } from "#lib/gateways/schemas.ts";
import type { z } from "zod";

type Minutes = z.infer<typeof SyncScheduleInput>;

/** "PBX Sync Schedule (in minutes)" (GW-37). */
export function ScheduleForm({ accountId, minutes, readOnly }: { accountId: string; minutes: number; readOnly: boolean }) {
  const t = useTranslations("gateways.connect");
  return (
    <Form
      schema={SyncScheduleInput as unknown as z.ZodType<Minutes, { minutes: string }>}
      defaultValues={{ minutes: String(minutes) }}
      onSubmit={(values) => request("PUT", `/accounts/${accountId}/gateway/sync-schedule`, { body: values })}
      onSaved={(_, saved) => toast({ title: t("scheduleSaved", { minutes: saved.minutes }) })}
      className="flex flex-wrap items-end gap-2"
    >
      <TextField name="minutes" label={t("schedule")} inputMode="numeric" disabled={readOnly} />
      {!readOnly && <Button type="submit">{t("saveSchedule")}</Button>}
    </Form>
  );
}
