"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import { UpdateNetworkElementInput } from "#lib/network-elements/schemas.ts";
import type { NetworkElementView } from "#lib/network-elements/schemas.ts";
import { ConnectionFields } from "./connection-fields.tsx";

const EditForm = UpdateNetworkElementInput.omit({ elementId: true, version: true });

type EditDialogProps = { accountId: string; element: NetworkElementView; open: boolean; onOpenChange: (open: boolean) => void };

/** Changes how a system is reached. The new way is tried before it is kept. */
export function EditDialog({ accountId, element, open, onOpenChange }: EditDialogProps) {
  const t = useTranslations("networkElements");
  const router = useRouter();
  const saved = () => {
    toast({ title: t("saved", { name: element.name }) });
    onOpenChange(false);
    router.refresh();
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("editTitle", { name: element.name })} description={t("editText")}>
      <Form
        schema={EditForm}
        defaultValues={{ address: element.address, username: element.username, password: "" }}
        onSubmit={(values) => request<NetworkElementView>("PATCH", `/accounts/${accountId}/network-elements/${element.id}`, { body: { ...values, version: element.version } })}
        onSaved={saved}
        className="grid gap-4"
      >
        <ConnectionFields passwordHint={t("passwordKept")} passwordRequired={false} submit={t("save")} onCancel={() => onOpenChange(false)} />
      </Form>
    </Dialog>
  );
}
