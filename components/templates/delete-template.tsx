"use client";

import Trash2 from "lucide-react/icons/trash-2";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { TemplateView } from "#lib/templates/schemas.ts";

/** "Delete", behind its typed word; while users have the role of the template it says so instead. */
export function DeleteTemplate({ accountId, template }: { accountId: string; template: TemplateView }) {
  const t = useTranslations("templates.delete");
  const page = useTranslations("templates.page");
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const { id, userCount } = template;
  const { label } = template.values;

  async function remove() {
    const result = await request("DELETE", `/accounts/${accountId}/templates/${id}`);
    if (!result.ok) return result;
    toast({ title: t("done"), description: label });
    router.push(`/accounts/${accountId}/templates`);
    return result;
  }
  return (
    <>
      <Button icon={<Trash2 aria-hidden />} onClick={() => setAsked(true)}>
        {page("delete")}
      </Button>
      {userCount > 0 ? (
        <Dialog open={asked} onOpenChange={setAsked} title={t("inUseTitle", { label })} size="sm" footer={<Button onClick={() => setAsked(false)}>{t("close")}</Button>}>
          <p>{t("inUse", { count: userCount })}</p>
        </Dialog>
      ) : (
        <ConfirmDialog
          open={asked}
          onOpenChange={setAsked}
          title={t("title", { label })}
          effects={[t("role", { label }), t("lost")]}
          word="delete"
          confirmLabel={t("confirm")}
          onConfirm={remove}
        />
      )}
    </>
  );
}
