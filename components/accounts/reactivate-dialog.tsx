"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import { typedWord } from "#lib/accounts/schemas.ts";

const Word = typedWord("reactivate");

type ReactivateDialogProps = {
  /** The name is known where the account is on the page of the list. */
  account: { id: string; name: string | undefined };
  onClose: () => void;
};

/** "Reactivate Customer?": the way back for a deactivated account (ACCT-21 to ACCT-24). */
export function ReactivateDialog({ account, onClose }: ReactivateDialogProps) {
  const t = useTranslations("accounts.reactivate");
  const router = useRouter();

  function done() {
    toast({ title: t("done"), description: account.name });
    router.push(`/accounts/${account.id}/information`);
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} description={account.name} size="sm">
      <p>{t("text")}</p>
      <p className="mt-2 mb-4">{t("type")}</p>
      <Form schema={Word} defaultValues={{ word: "" }} onSubmit={(values) => request("POST", `/accounts/${account.id}/reactivate`, { body: values })} onSaved={done}>
        <TextField name="word" label={t("word")} autoFocus />
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <SubmitButton>{t("confirm")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
