"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { newIdempotencyKey, request } from "#components/api/request.ts";
import { Field } from "#components/forms/field.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import type { BulkResult } from "#lib/bulk-jobs/schemas.ts";
import { LEAVE, UNASSIGN } from "#lib/licenses/schemas.ts";
import type { PlanOfSelection } from "#lib/licenses/schemas.ts";
import { MITEL_ONE_FEATURES } from "#lib/products/schemas.ts";
import type { SelectedUsers } from "./selected-users.ts";

type MitelOneDialogProps = {
  accountId: string;
  users: SelectedUsers;
  count: number;
  plans: readonly PlanOfSelection[];
  onClose: () => void;
  onDone: (result: BulkResult) => void;
};

const SWITCHES = [LEAVE, "enable", "disable"] as const;
type Switching = (typeof SWITCHES)[number];

/** The dialog "Mitel One" for many users: a tier for all of them, and features (ONELIC-13 to ONELIC-21). */
export function MitelOneDialog({ accountId, users, count, plans, onClose, onDone }: MitelOneDialogProps) {
  const t = useTranslations("licenses.bulk");
  const words = useTranslations("licenses.mitelOne");
  const [licenses, setLicenses] = useState<string>(LEAVE);
  const [features, setFeatures] = useState<Record<string, Switching>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const key = useRef(newIdempotencyKey());

  async function save() {
    if (pending) return;
    setPending(true);
    const wanted = Object.fromEntries(Object.entries(features).filter(([, value]) => value !== LEAVE).map(([feature, value]) => [feature, value === "enable"]));
    const result = await request<BulkResult>("POST", `/accounts/${accountId}/licenses`, { body: { selection: users.selection, product: "mitel_one", licenses, features: wanted }, idempotencyKey: key.current });
    setPending(false);
    if (!result.ok) {
      key.current = newIdempotencyKey();
      setFailure(result.error.message);
      return;
    }
    onDone(result.data);
    onClose();
  }
  // A tier that has too few for all of them is not offered (ONELIC-18).
  const tiers = plans.filter(({ enough }) => enough).map(({ key: tier, name }) => ({ value: tier, label: name }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      busy={pending}
      title={t("title")}
      description={t("intro")}
      footer={
        <>
          <Button aria-disabled={pending} onClick={() => !pending && onClose()}>{t("cancel")}</Button>
          <Button variant="primary" pending={pending} onClick={() => void save()}>{t("save")}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {failure && <Banner tone="bad" live title={failure} />}
        <p className="font-medium">{t("affected", { count })}</p>
        <section>
          <Heading title={t("licenses")} text={t("licensesText")} />
          <Totals plans={plans} />
          <Choice id="licenses" label={t("overwrite")} value={licenses} onChange={setLicenses} options={[{ value: LEAVE, label: t("leave") }, { value: UNASSIGN, label: t("unassign") }, ...tiers]} />
        </section>
        <section>
          <Heading title={t("features")} text={t("featuresText")} />
          <div className="grid gap-3 sm:grid-cols-3">
            {MITEL_ONE_FEATURES.map((feature) => (
              <Choice
                key={feature}
                id={feature}
                label={words(`feature.${feature}`)}
                value={features[feature] ?? LEAVE}
                onChange={(value) => setFeatures({ ...features, [feature]: value })}
                options={SWITCHES.map((value) => ({ value, label: t(value) }))}
              />
            ))}
          </div>
          <p className="mt-2 text-xs text-fg-3">{t("supported")}</p>
        </section>
      </div>
    </Dialog>
  );
}

function Heading({ title, text }: { title: string; text: string }) {
  const t = useTranslations("licenses.bulk");
  return (
    <div className="mb-2.5">
      <h3 className="font-semibold">{title}</h3>
      <p className="text-fg-2">{text}</p>
      <p className="text-fg-3">{t("overwritten")}</p>
    </div>
  );
}

/** ONELIC-16: the highest tier first. */
function Totals({ plans }: { plans: readonly PlanOfSelection[] }) {
  const t = useTranslations("licenses.bulk");
  const format = useFormatter();
  const line = (figure: (plan: PlanOfSelection) => number) => ({
    total: format.number(plans.reduce((sum, plan) => sum + figure(plan), 0)),
    tiers: plans.map((plan) => t("tier", { name: plan.name, count: format.number(figure(plan)) })).join(", "),
  });
  return (
    <p className="mb-3 text-fg-2">
      {t("available", line(({ free }) => free))}
      <br />
      {t("selected", line(({ held }) => held))}
    </p>
  );
}

type ChoiceProps<Value extends string> = { id: string; label: string; value: Value; onChange: (value: Value) => void; options: readonly { value: Value; label: string }[] };

function Choice<Value extends string>({ id, label, value, onChange, options }: ChoiceProps<Value>) {
  return (
    <Field id={`bulk-${id}`} label={label} labelling="labelledby">
      {({ "aria-required": _, ...aria }) => <Select {...aria} aria-labelledby={`bulk-${id}-label`} value={value} onValueChange={onChange} options={options} />}
    </Field>
  );
}
