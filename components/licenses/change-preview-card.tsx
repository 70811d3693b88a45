"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { request } from "#components/api/request.ts";
import type { RequestError } from "#components/api/request.ts";
import { Field } from "#components/forms/field.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { PRODUCTS } from "#lib/products/schemas.ts";
import type { ChangePreview, LicenseUsage } from "#lib/licenses/schemas.ts";

type ChangePreviewCardProps = { accountId: string; plans: LicenseUsage["plans"] };

const NOTHING = "nothing";
const keyOf = ({ product, plan }: { product: string; plan: string }) => `${product}.${plan}`;

/** What fewer licenses, or another plan, would take from users, before it is ordered. */
export function ChangePreviewCard({ accountId, plans }: ChangePreviewCardProps) {
  const t = useTranslations("licenses.preview");
  const [chosen, setChosen] = useState(plans[0] ? keyOf(plans[0]) : "");
  const [quantity, setQuantity] = useState("1");
  const [to, setTo] = useState(NOTHING);
  const [preview, setPreview] = useState<ChangePreview | null>(null);
  const [failure, setFailure] = useState<RequestError | null>(null);
  const [pending, setPending] = useState(false);
  const asked = useRef(0);
  const plan = plans.find((one) => keyOf(one) === chosen) ?? plans[0];
  if (!plan) return null;
  const others = PRODUCTS[plan.product].plans.filter(({ key }) => key !== plan.plan);

  /** A preview is of what was asked; another question puts it away, also one that is still on its way. */
  function ask(change: () => void) {
    asked.current += 1;
    change();
    setPending(false);
    setPreview(null);
    setFailure(null);
  }
  async function show() {
    if (pending || !plan) return;
    const mine = (asked.current += 1);
    setPending(true);
    const query = new URLSearchParams({ product: plan.product, plan: plan.plan, quantity, ...(to !== NOTHING && { to }) });
    const result = await request<ChangePreview>("GET", `/accounts/${accountId}/licenses/preview?${query}`);
    if (mine !== asked.current) return;
    setPending(false);
    setPreview(result.ok ? result.data : null);
    setFailure(result.ok ? null : result.error);
  }
  return (
    <Card title={t("title")} description={t("about")}>
      <form
        noValidate
        className="grid items-start gap-4 sm:grid-cols-3"
        onSubmit={(event) => {
          event.preventDefault();
          void show();
        }}
      >
        <Field id="preview-plan" label={t("plan")} labelling="labelledby">
          {({ "aria-required": _, ...aria }) => (
            <Select {...aria} aria-labelledby="preview-plan-label" value={keyOf(plan)} onValueChange={(next) => ask(() => { setChosen(next); setTo(NOTHING); })} options={plans.map((one) => ({ value: keyOf(one), label: one.name }))} />
          )}
        </Field>
        <Field id="preview-quantity" label={t("quantity")} error={failure?.fields.find(({ path }) => path === "quantity")?.message}>
          {(aria) => <Input {...aria} inputMode="numeric" value={quantity} onChange={(event) => ask(() => setQuantity(event.target.value))} />}
        </Field>
        {others.length > 0 && (
          <Field id="preview-to" label={t("to")} labelling="labelledby">
            {({ "aria-required": _, ...aria }) => (
              <Select {...aria} aria-labelledby="preview-to-label" value={to} onValueChange={(next) => ask(() => setTo(next))} options={[{ value: NOTHING, label: t("nothing") }, ...others.map(({ key, name }) => ({ value: key, label: name }))]} />
            )}
          </Field>
        )}
        <div className="sm:col-span-3">
          <Button type="submit" pending={pending}>{t("show")}</Button>
        </div>
      </form>
      {failure && failure.fields.every(({ path }) => path !== "quantity") && <Banner tone="bad" live title={failure.message} className="mt-4" />}
      {preview && <Outcome preview={preview} />}
    </Card>
  );
}

function Outcome({ preview: { entitledBefore: before, entitledAfter: after, assigned, removed, moved } }: { preview: ChangePreview }) {
  const t = useTranslations("licenses.preview");
  const format = useFormatter();
  const names = (examples: readonly string[], count: number) => {
    const more = count - examples.length;
    return more > 0 ? t("andMore", { names: examples.join(", "), count: more }) : format.list(examples);
  };
  return (
    <Banner live className="mt-4" tone={removed.count > 0 ? "warn" : "accent"} title={t("entitled", { before, after, assigned })}>
      <ul>
        <li>{removed.count === 0 ? t("nobody") : t("removed", { count: removed.count, names: names(removed.examples, removed.count) })}</li>
        {moved.map(({ to, count, examples }) => (
          <li key={to}>{t("moved", { to, count, names: names(examples, count) })}</li>
        ))}
        {removed.count + moved.length > 0 && <li>{t("order")}</li>}
      </ul>
    </Banner>
  );
}
