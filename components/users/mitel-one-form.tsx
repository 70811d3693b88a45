"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "#components/forms/field.tsx";
import { UnsavedGuard } from "#components/forms/unsaved-guard.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { Features, ProductAtUser } from "#lib/licenses/schemas.ts";
import { MITEL_ONE_FEATURES } from "#lib/products/schemas.ts";
import { giveLicense, takeLicense } from "./license-requests.ts";

type MitelOneFormProps = { accountId: string; user: { id: string; name: string }; product: ProductAtUser; mayAssign: boolean };

/** "Mitel One Configuration": the tier of a user, and the features of that tier (ONELIC-07 to ONELIC-12). */
export function MitelOneForm({ accountId, user, product: { product, plans, license }, mayAssign }: MitelOneFormProps) {
  const t = useTranslations("licenses.mitelOne");
  const router = useRouter();
  const [tier, setTier] = useState(license?.plan ?? null);
  const [features, setFeatures] = useState<Features>(license?.features ?? {});
  const [failure, setFailure] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [pending, setPending] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [kept, setKept] = useState({ tier, features });
  const at = { accountId, userId: user.id, product };
  const back = `/accounts/${accountId}/users/${user.id}`;
  const supported = plans.find(({ key }) => key === tier)?.features ?? [];

  const isOn = (of: Features, feature: (typeof MITEL_ONE_FEATURES)[number]) => of[feature] ?? true;
  const changed = tier !== kept.tier || supported.some((feature) => isOn(features, feature) !== isOn(kept.features, feature));

  async function save() {
    setMissing(tier === null);
    if (tier === null || pending) return;
    setPending(true);
    const result = await giveLicense(at, tier, Object.fromEntries(supported.map((feature) => [feature, isOn(features, feature)])));
    setPending(false);
    setFailure(result.ok ? null : result.error.message);
    if (result.ok) {
      setKept({ tier, features });
      toast({ title: t("saved") });
    }
    router.refresh();
  }
  async function remove() {
    const result = await takeLicense(at);
    if (!result.ok) return result;
    setKept({ tier, features });
    toast({ title: t("removed") });
    router.push(back);
    return result;
  }
  return (
    <form
      noValidate
      className="flex min-w-0 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {failure && <Banner tone="bad" live title={failure} />}
      <Card title={<span id="license">{t("license")}</span>}>
        <Field id="tier" label={t("tier")} hint={t("tierHint")} required labelling="labelledby" error={missing ? t("tierMissing") : undefined} className="max-w-sm">
          {({ "aria-required": _, ...aria }) => (
            <Select
              {...aria}
              aria-labelledby="tier-label"
              value={tier}
              disabled={!mayAssign}
              placeholder={t("chooseTier")}
              onValueChange={(next) => {
                setTier(next);
                setMissing(false);
              }}
              options={plans.map(({ key, name, free }) => ({ value: key, label: name, hint: t("free", { count: free }), disabled: free === 0 && key !== license?.plan }))}
            />
          )}
        </Field>
      </Card>
      <Card title={<span id="features">{t("features")}</span>}>
        {tier === null ? (
          <p className="text-sm text-fg-2">{t("featuresAfter")}</p>
        ) : (
          <ul className="flex flex-col gap-2">
            {MITEL_ONE_FEATURES.map((feature) => (
              <li key={feature}>
                <label className="inline-flex items-center gap-3 text-sm font-medium">
                  <Switch
                    checked={supported.includes(feature) && isOn(features, feature)}
                    disabled={!mayAssign || !supported.includes(feature)}
                    onCheckedChange={(on) => setFeatures({ ...features, [feature]: on })}
                  />
                  {t(`feature.${feature}`)}
                  {!supported.includes(feature) && <span className="font-normal text-fg-3">{t("unsupported")}</span>}
                </label>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <div className="flex flex-wrap gap-2">
        {mayAssign && license && <Button onClick={() => setRemoving(true)}>{t("remove")}</Button>}
        <Button className="ms-auto" onClick={() => router.push(back)}>{t("cancel")}</Button>
        {mayAssign && <Button type="submit" variant="primary" pending={pending}>{t("save")}</Button>}
      </div>
      <UnsavedGuard when={changed} />
      {removing && (
        <ConfirmDialog open onOpenChange={(open) => !open && setRemoving(false)} title={t("removeTitle", { name: user.name })} effects={[t("removeEffect", { name: user.name })]} confirmLabel={t("remove")} onConfirm={remove} />
      )}
    </form>
  );
}
