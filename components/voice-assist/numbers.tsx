"use client";

import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { PBX_LABELS } from "#lib/voice-assist/schemas.ts";
import type { AttachedPbx } from "#lib/voice-assist/schemas.ts";
import { AttachDialog } from "./attach-dialog.tsx";
import type { VoiceAssistProps } from "./props.ts";

/** The pilot number, and the PBXs whose calls to it are answered (VASSIST-09). */
export function Numbers({ accountId, voiceAssist: { number, pbxs }, mayConfigure }: VoiceAssistProps) {
  const t = useTranslations("voiceAssist.numbers");
  const router = useRouter();
  const [isAttaching, setAttaching] = useState(false);
  const [detaching, setDetaching] = useState<AttachedPbx | null>(null);
  const detach = async () => {
    const result = await request("DELETE", `/accounts/${accountId}/voice-assist/pbxs/${detaching?.id}`);
    if (result.ok) router.refresh();
    return result;
  };
  const attach = mayConfigure && <Button size="sm" icon={<Plus aria-hidden />} onClick={() => setAttaching(true)}>{t("attach")}</Button>;
  return (
    <Card title={t("title")} description={t("about", { number })} actions={attach} flush>
      {pbxs.length === 0 ? (
        <p className="p-4 text-sm text-fg-2">{t("empty")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {pbxs.map((pbx) => (
            <li key={pbx.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 text-sm">
              <span className="min-w-0 flex-1 basis-40 font-medium">{pbx.name}</span>
              <span className="text-fg-2">{PBX_LABELS[pbx.kind]}</span>
              {mayConfigure && <Button size="sm" aria-label={t("detachName", { name: pbx.name })} onClick={() => setDetaching(pbx)}>{t("detach")}</Button>}
            </li>
          ))}
        </ul>
      )}
      {isAttaching && <AttachDialog accountId={accountId} onClose={() => setAttaching(false)} />}
      <ConfirmDialog
        open={detaching !== null}
        onOpenChange={(open) => !open && setDetaching(null)}
        title={t("detachName", { name: detaching?.name ?? "" })}
        effects={[t("detachEffect", { number, name: detaching?.name ?? "" })]}
        confirmLabel={t("detach")}
        onConfirm={detach}
      />
    </Card>
  );
}
