"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import { AddNetworkElementInput } from "#lib/network-elements/schemas.ts";
import type { ElementKind, NetworkElementView } from "#lib/network-elements/schemas.ts";
import { ConnectionFields } from "./connection-fields.tsx";

type ConnectDialogProps = {
  accountId: string;
  /** What can still be connected: an account has one of each kind. */
  kinds: readonly ElementKind[];
  /** The kind to begin with; null while the dialog is closed. */
  kind: ElementKind | null;
  onClose: () => void;
};

/** Connects a system. The server asks it who it is first, so that a wrong address or password is told at its field. */
export function ConnectDialog({ accountId, kinds, kind, onClose }: ConnectDialogProps) {
  const t = useTranslations("networkElements");
  const router = useRouter();
  const connected = (element: NetworkElementView) => {
    toast({ title: t("connectedTo", { name: element.name }), description: t("withRelease", { release: element.release }) });
    onClose();
    router.refresh();
  };
  return (
    <Dialog open={kind !== null} onOpenChange={(open) => !open && onClose()} title={t("connectTitle")} description={t("connectText")}>
      <Form
        schema={AddNetworkElementInput}
        defaultValues={{ kind: kind ?? kinds[0], address: "", username: "", password: "" }}
        onSubmit={(values, _, idempotencyKey) => request<NetworkElementView>("POST", `/accounts/${accountId}/network-elements`, { body: values, idempotencyKey })}
        onSaved={connected}
        className="grid gap-4"
      >
        <SelectField name="kind" label={t("system")} options={kinds.map((each) => ({ value: each, label: t(`kind.${each}`) }))} required />
        <ConnectionFields passwordRequired submit={t("connect")} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
