"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { newIdempotencyKey, request } from "#components/api/request.ts";
import { Field } from "#components/forms/field.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import type { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import { NUMBER_CHANGES } from "#lib/sms-numbers/schemas.ts";
import type { NumberChange, NumbersOfSelection } from "#lib/sms-numbers/schemas.ts";
import type { SelectedUsers } from "./selected-users.ts";

type AssignNumbersDialogProps = { accountId: string; users: SelectedUsers; onClose: () => void; onDone: (result: BulkResult) => void };

/** The pop-up "Assign SMS Numbers": a number for each of the users addressed, or for none of them (USER-77 to USER-80). */
export function AssignNumbersDialog({ accountId, users, onClose, onDone }: AssignNumbersDialogProps) {
  const t = useTranslations("licenses.sms");
  const path = `/accounts/${accountId}/sms-numbers`;
  const { count, failure: notCounted } = useCount(`${path}/count`, users);
  const [change, setChange] = useState<NumberChange["change"] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [missed, setMissed] = useState(false);
  const [pending, setPending] = useState(false);
  const key = useRef(newIdempotencyKey());
  const tooFew = count !== null && count.users > count.available;
  const error = tooFew ? t("tooFew", count) : missed ? t("missing") : undefined;

  async function save() {
    if (change === null) return setMissed(true);
    setPending(true);
    const result = await request<BulkResult>("POST", `${path}/changes`, { body: { selection: users.selection, change }, idempotencyKey: key.current });
    setPending(false);
    if (!result.ok) {
      key.current = newIdempotencyKey();
      return setFailure(result.error.message);
    }
    onDone(result.data);
    onClose();
  }
  const choose = (next: NumberChange["change"]) => {
    setMissed(false);
    setChange(next);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      busy={pending}
      title={t("title")}
      description={count ? t("figures", count) : undefined}
      footer={
        <>
          <Button aria-disabled={pending} onClick={() => !pending && onClose()}>{t("cancel")}</Button>
          <Button variant="primary" pending={pending} onClick={() => void save()}>{t("save")}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {(failure ?? notCounted) && <Banner tone="bad" live title={failure ?? notCounted} />}
        <Field id="sms-change" label={t("label")} labelling="labelledby" error={error} hint={change ? t(`effect.${change}`) : undefined}>
          {({ "aria-required": _, ...aria }) => (
            <Select
              {...aria}
              aria-labelledby="sms-change-label"
              placeholder={t("placeholder")}
              value={change}
              onValueChange={choose}
              options={NUMBER_CHANGES.map((value) => ({ value, label: t(value), disabled: value === "assign_all" && (tooFew || count === null) }))}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}

/** How many users and numbers there are now. */
function useCount(path: string, { selection }: SelectedUsers): { count: NumbersOfSelection | null; failure: string | null } {
  const [count, setCount] = useState<NumbersOfSelection | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const asked = JSON.stringify(selection);
  useEffect(() => {
    const abort = new AbortController();
    request<NumbersOfSelection>("POST", path, { body: { selection: JSON.parse(asked) as unknown }, signal: abort.signal }).then(
      (result) => (result.ok ? setCount(result.data) : setFailure(result.error.message)),
      (cause: unknown) => {
        if (!abort.signal.aborted) throw cause;
      },
    );
    return () => abort.abort();
  }, [path, asked]);
  return { count, failure };
}
