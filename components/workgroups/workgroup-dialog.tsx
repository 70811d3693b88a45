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
import { WorkgroupFields } from "#lib/workgroups/schemas.ts";
import type { WorkgroupView } from "#lib/workgroups/schemas.ts";
import { MembersField } from "./members-field.tsx";

/** Adds a workgroup, or changes one and who is in it. */
export function WorkgroupDialog({ accountId, workgroup, onClose }: { accountId: string; workgroup: WorkgroupView | null; onClose: () => void }) {
  const t = useTranslations("workgroups");
  const router = useRouter();
  const path = `/accounts/${accountId}/workgroups`;
  const members = workgroup?.members ?? [];
  const saved = ({ name }: WorkgroupView) => {
    toast({ title: t(workgroup ? "saved" : "added"), description: name });
    onClose();
    router.refresh();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t(workgroup ? "editTitle" : "addTitle")}>
      <Form
        schema={WorkgroupFields}
        defaultValues={{ name: workgroup?.name ?? "", description: workgroup?.description ?? "", memberIds: members.map(({ id }) => id) }}
        onSubmit={(values, _, idempotencyKey) =>
          workgroup
            ? request<WorkgroupView>("PUT", `${path}/${workgroup.id}`, { body: { ...values, version: workgroup.version } })
            : request<WorkgroupView>("POST", path, { body: values, idempotencyKey })
        }
        onSaved={saved}
        className="grid gap-4"
      >
        <TextField name="name" label={t("fields.name")} required />
        <TextField name="description" label={t("fields.description")} multiline />
        <MembersField accountId={accountId} members={members} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
