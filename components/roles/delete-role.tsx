"use client";

import { useTranslations } from "next-intl";
import { request } from "#components/api/request.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { RoleView } from "#lib/roles/schemas.ts";

type DeleteRoleProps = { role: Pick<RoleView, "id" | "name" | "accountCount" | "userCount">; onClose: () => void; onDeleted: () => void };

/** Asks for the word before a role is deleted (ROLE-32, ROLE-33). */
export function DeleteRole({ role, onClose, onDeleted }: DeleteRoleProps) {
  const t = useTranslations("roles.delete");
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: role.name })}
      effects={[t("effect", { count: role.accountCount }), ...(role.userCount > 0 ? [t("held", { count: role.userCount })] : [])]}
      word="delete"
      confirmLabel={t("confirm")}
      onConfirm={async () => {
        const result = await request("POST", `/roles/${role.id}/delete`, { body: { word: "delete" } });
        if (!result.ok) return result;
        toast({ title: t("deleted"), description: role.name });
        onDeleted();
        return result;
      }}
    />
  );
}
