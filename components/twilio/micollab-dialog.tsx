"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { toast } from "#components/ui/toast.tsx";
import { SetMicollabNumbersInput } from "#lib/sms-numbers/schemas.ts";
import type { MicollabNumbers } from "#lib/sms-numbers/schemas.ts";
import { MicollabNumbersField } from "./micollab-numbers-field.tsx";

type MicollabDialogProps = { accountId: string; onClose: () => void };

/** The numbers of MiCollab; those that it uses can not be taken out (TWSMS-05 to TWSMS-08). */
export function MicollabDialog({ accountId, onClose }: MicollabDialogProps) {
  const t = useTranslations("twilio.micollab");
  const router = useRouter();
  const path = `/accounts/${accountId}/sms-numbers/micollab`;
  const { micollab, failure } = useMicollabNumbers(path);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} description={t("intro")}>
      {failure && <Banner tone="bad" live title={failure} />}
      {!micollab && !failure && <Spinner />}
      {micollab && (
        <Form
          schema={SetMicollabNumbersInput}
          defaultValues={{ numbers: micollab.numbers.map(({ number }) => number) }}
          onSubmit={(body) => request<{ numbers: string[] }>("PUT", path, { body })}
          onSaved={({ numbers }) => {
            toast({ title: t("saved", { count: numbers.length }) });
            onClose();
            router.refresh();
          }}
          className="grid gap-4"
        >
          {micollab.problem !== "" && (
            <Banner tone="warn" title={t("notAsked")}>
              {micollab.problem}
            </Banner>
          )}
          <MicollabNumbersField accountId={accountId} given={micollab.numbers} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={onClose}>{t("cancel")}</Button>
            <SubmitButton>{t("save")}</SubmitButton>
          </div>
        </Form>
      )}
    </Dialog>
  );
}

/** Asked for when the dialog opens, as MiCollab itself is asked what it uses. */
function useMicollabNumbers(path: string): { micollab: MicollabNumbers | null; failure: string | null } {
  const [micollab, setMicollab] = useState<MicollabNumbers | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    request<MicollabNumbers>("GET", path, { signal: abort.signal }).then(
      (result) => (result.ok ? setMicollab(result.data) : setFailure(result.error.message)),
      (cause: unknown) => {
        if (!abort.signal.aborted) throw cause;
      },
    );
    return () => abort.abort();
  }, [path]);
  return { micollab, failure };
}
