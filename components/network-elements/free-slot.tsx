import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { ElementKind } from "#lib/network-elements/schemas.ts";
import { ElementHead } from "./element-head.tsx";

/** A kind of system that is not connected yet, and what it is for. */
export function FreeSlot({ kind, onConnect }: { kind: ElementKind; onConnect: () => void }) {
  const t = useTranslations("networkElements");
  return (
    <section aria-label={t("slot", { kind: t(`kind.${kind}`) })} className="flex flex-col rounded-lg border border-dashed border-line-strong p-4.5">
      <ElementHead kind={kind} />
      <p className="mt-3 mb-4 flex-1 text-sm text-fg-2">{t(`serves.${kind}`)}</p>
      <div>
        <Button icon={<Plus aria-hidden />} aria-label={t("connectName", { kind: t(`kind.${kind}`) })} onClick={onConnect}>
          {t("connect")}
        </Button>
      </div>
    </section>
  );
}
