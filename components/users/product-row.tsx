"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useId, useOptimistic, useTransition } from "react";
import { Switch } from "#components/ui/switch.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { ProductAtUser } from "#lib/licenses/schemas.ts";
import { giveLicense, takeLicense } from "./license-requests.ts";

type ProductRowProps = { accountId: string; userId: string; product: ProductAtUser; mayAssign: boolean };

/** A product of one plan: its toggle gives and takes the license, and acts at once. Where it can not be moved, the line says why. */
export function ProductRow({ accountId, userId, product: { product, name, state, plans, license }, mayAssign }: ProductRowProps) {
  const t = useTranslations("licenses.user");
  const router = useRouter();
  const has = license !== null;
  const [shown, show] = useOptimistic(has);
  const [pending, startTransition] = useTransition();
  const id = useId();
  const at = { accountId, userId, product };
  const note = { operable: null, none_available: t("notAvailable"), read_only: t("micollabControls"), use_micollab: t("noLicenses"), not_enabled: t("noLicenses"), given_by_pbx: t("givenByPbx") }[state];
  const hasToggle = state !== "use_micollab" && state !== "not_enabled" && state !== "given_by_pbx";

  const set = (on: boolean) =>
    startTransition(async () => {
      show(on);
      const result = on ? await giveLicense(at, plans[0]!.key) : await takeLicense(at);
      if (!result.ok) toast({ tone: "bad", title: t("failed", { product: name }), description: result.error.message });
      else toast({ title: t(on ? "given" : "taken", { product: name }) });
      router.refresh();
    });
  return (
    <div className="flex items-start gap-3">
      {hasToggle && (
        <Switch
          id={id}
          checked={shown}
          disabled={!mayAssign || state !== "operable"}
          aria-busy={pending}
          aria-describedby={note ? `${id}-note` : undefined}
          onCheckedChange={(next) => !pending && set(next)}
        />
      )}
      <div className="min-w-0">
        {hasToggle ? <label htmlFor={id} className="text-sm font-semibold">{name}</label> : <p className="text-sm font-semibold">{name}</p>}
        {note && <p id={`${id}-note`} className="text-sm text-fg-3">{note}</p>}
      </div>
    </div>
  );
}
