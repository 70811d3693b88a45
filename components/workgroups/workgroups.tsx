"use client";

import HeartHandshake from "lucide-react/icons/heart-handshake";
import Pencil from "lucide-react/icons/pencil";
import Plus from "lucide-react/icons/plus";
import Trash2 from "lucide-react/icons/trash-2";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { HistoryLink } from "#components/events/history-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { WorkgroupView } from "#lib/workgroups/schemas.ts";
import { WorkgroupDialog } from "./workgroup-dialog.tsx";

const NAMED = 8;

/** The page "Customer Care": the workgroups of an account (WG-01, WG-02). */
export function Workgroups({ accountId, workgroups }: { accountId: string; workgroups: readonly WorkgroupView[] }) {
  const t = useTranslations("workgroups");
  const router = useRouter();
  const [open, setOpen] = useState<WorkgroupView | "new" | null>(null);
  const [deleting, setDeleting] = useState<WorkgroupView | null>(null);
  const add = (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setOpen("new")}>
      {t("add")}
    </Button>
  );
  async function remove({ id, name }: WorkgroupView) {
    const result = await request("DELETE", `/accounts/${accountId}/workgroups/${id}`);
    if (result.ok) {
      toast({ title: t("deleted"), description: name });
      router.refresh();
    }
    return result;
  }
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle")} actions={workgroups.length > 0 && add} />
      <Card title={t("workgroups")} flush>
        {workgroups.length === 0 ? (
          <EmptyState icon={<HeartHandshake />} title={t("emptyTitle")} action={add}>
            {t("empty")}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {workgroups.map((workgroup) => (
              <li key={workgroup.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 text-sm">
                <div className="min-w-0 flex-1 basis-60">
                  <h3 className="font-semibold">{workgroup.name}</h3>
                  {workgroup.description && <p className="text-fg-2">{workgroup.description}</p>}
                  <p className="mt-1.5 flex flex-wrap items-center gap-1.5">
                    <span className="text-fg-3">{t("members", { count: workgroup.members.length })}</span>
                    {workgroup.members.slice(0, NAMED).map(({ id, name }) => (
                      <Tag key={id}>{name}</Tag>
                    ))}
                  </p>
                  <p className="mt-1 text-xs text-fg-3">{t.rich("changedBy", { name: workgroup.modifiedBy, time: timeTag(workgroup.modifiedAt) })}</p>
                </div>
                <span className="flex gap-1">
                  <HistoryLink accountId={accountId} asset={{ kind: "workgroup", id: workgroup.id, name: workgroup.name }} variant="ghost" />
                  <IconButton label={t("edit", { name: workgroup.name })} icon={<Pencil aria-hidden />} onClick={() => setOpen(workgroup)} />
                  <IconButton label={t("delete", { name: workgroup.name })} icon={<Trash2 aria-hidden />} onClick={() => setDeleting(workgroup)} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {open && <WorkgroupDialog accountId={accountId} workgroup={open === "new" ? null : open} onClose={() => setOpen(null)} />}
      {deleting && (
        <ConfirmDialog
          open
          onOpenChange={(next) => !next && setDeleting(null)}
          title={t("deleteTitle", { name: deleting.name })}
          effects={[t("deleteEffect", { count: deleting.members.length })]}
          confirmLabel={t("deleteConfirm")}
          onConfirm={() => remove(deleting)}
        />
      )}
    </>
  );
}
