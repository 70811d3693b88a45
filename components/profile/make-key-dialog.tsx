"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Input } from "#components/ui/input.tsx";
import { AddApiKeyInput, type NewApiKey } from "#lib/me/schemas.ts";

type Made = { name: string; key: string };

/** Names a new key, then shows it: this once, since only its hash is kept. */
export function MakeKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("profile.keys");
  const router = useRouter();
  const [made, setMade] = useState<Made | null>(null);

  function shown(key: Made) {
    setMade(key);
    router.refresh();
  }
  return made ? (
    <NewKey made={made} onClose={onClose} />
  ) : (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("add")} description={t("about")} size="sm">
      <Form schema={AddApiKeyInput} defaultValues={{ name: "" }} onSubmit={(values) => request<NewApiKey>("POST", "/me/api-keys", { body: values })} onSaved={shown}>
        <TextField name="name" label={t("name")} hint={t("nameHint")} required autoFocus />
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <SubmitButton>{t("make")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}

/** Stays until it is answered: a press outside would lose the key for good. */
function NewKey({ made, onClose }: { made: Made; onClose: () => void }) {
  const t = useTranslations("profile.keys");
  const id = useId();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("madeTitle", { name: made.name })}
      description={t("madeText")}
      size="md"
      role="alertdialog"
      footer={<Button variant="primary" onClick={onClose}>{t("done")}</Button>}
    >
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">{t("key")}</label>
      <Input id={id} readOnly value={made.key} spellCheck={false} onFocus={(event) => event.target.select()} trailing={<CopyButton value={made.key} label={t("copy")} />} />
    </Dialog>
  );
}
