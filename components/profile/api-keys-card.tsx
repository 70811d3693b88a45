"use client";

import KeyRound from "lucide-react/icons/key-round";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import { toast } from "#components/ui/toast.tsx";
import { useFocusWhenFewer } from "#components/ui/use-focus-when-fewer.ts";
import type { ApiKeyView } from "#lib/me/schemas.ts";
import { MakeKeyDialog } from "./make-key-dialog.tsx";

/** The API keys of a person: made, shown once, revoked. */
export function ApiKeysCard({ keys }: { keys: readonly ApiKeyView[] }) {
  const t = useTranslations("profile.keys");
  const router = useRouter();
  const makeButton = useFocusWhenFewer<HTMLButtonElement>(keys.length);
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiKeyView | null>(null);

  async function revoke({ id, name }: ApiKeyView) {
    const result = await request("DELETE", `/me/api-keys/${id}`);
    if (!result.ok) return result;
    toast({ title: t("revoked"), description: name });
    router.refresh();
    return result;
  }
  return (
    <Card title={t("title")} description={t("about")} actions={<Button ref={makeButton} onClick={() => setMaking(true)}>{t("add")}</Button>} flush>
      {keys.length === 0 ? (
        <EmptyState icon={<KeyRound />} title={t("noneTitle")}>
          {t("none")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {keys.map((key) => (
            <li key={key.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
              <KeyRound aria-hidden className="size-5 shrink-0 text-fg-3" />
              <div className="min-w-0 flex-1 basis-40">
                <p className="font-semibold">{key.name}</p>
                <p className="text-xs text-fg-3">{t.rich("made", { time: timeTag(key.createdAt) })}</p>
              </div>
              <Button size="sm" aria-label={t("revokeKey", { name: key.name })} onClick={() => setRevoking(key)}>
                {t("revoke")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {making && <MakeKeyDialog onClose={() => setMaking(false)} />}
      {revoking && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setRevoking(null)}
          title={t("revokeTitle", { name: revoking.name })}
          effects={[t("revokeEffect")]}
          confirmLabel={t("revoke")}
          onConfirm={() => revoke(revoking)}
        />
      )}
    </Card>
  );
}
