"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { BulkJobView } from "#lib/bulk-jobs/schemas.ts";

/** Ends a bulk job where it stands, after saying what stays and what is left. */
export function CancelJob({ accountId, job }: { accountId: string; job: BulkJobView }) {
  const t = useTranslations("bulkJobs.cancel");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("open")}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("title")}
        effects={[t("done"), t("left", { count: job.users - job.reached }), ...(job.waiting > 0 ? [t("mails", { count: job.waiting })] : [])]}
        confirmLabel={t("confirm")}
        cancelLabel={t("keep")}
        onConfirm={async (idempotencyKey) => {
          const result = await request("POST", `/accounts/${accountId}/bulk-jobs/${job.id}/cancel`, { body: {}, idempotencyKey });
          if (result.ok) toast({ title: t("cancelled") });
          router.refresh();
          return result;
        }}
      />
    </>
  );
}
