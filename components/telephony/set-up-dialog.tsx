"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { z } from "zod";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { PlanView } from "#lib/plans/schemas.ts";
import { PRODUCT_LABELS, SetUpInput } from "#lib/telephony/schemas.ts";
import type { ServiceCategory, TelephonyOfUser } from "#lib/telephony/schemas.ts";
import { CategoryChoices } from "./category-choices.tsx";
import { CategoryLine } from "./category-line.tsx";
import { SetUpFields } from "./set-up-fields.tsx";
import { useSetUpChoices } from "./use-set-up-choices.ts";

/** What is typed; the category is chosen beside the form, and the user is the one of the page. */
const SetUpForm = SetUpInput.omit({ userId: true, category: true }).extend({
  serviceRoleId: z.uuid().nullable(),
  number: SetUpInput.shape.number.nullable(),
}).refine(({ serviceRoleId }) => serviceRoleId !== null, { path: ["serviceRoleId"], error: "Please choose a template." });

type SetUpDialogProps = { accountId: string; userId: string; telephony: TelephonyOfUser; onClose: () => void };

/** "Complete setup": a category where the account has MiVoice Business, a template, and "Apply Changes" (SVC-03, SVC-04, CX-04 to CX-08). */
export function SetUpDialog({ accountId, userId, telephony, onClose }: SetUpDialogProps) {
  const t = useTranslations("telephony.setUp");
  const router = useRouter();
  const { product, held, userName, withMitelCx } = telephony;
  const onPbx = product === "mivoice_business";
  const { choices, numbers, failure } = useSetUpChoices(accountId, onPbx);
  const [category, setCategory] = useState<ServiceCategory | null>(held?.category ?? null);
  const [choosing, setChoosing] = useState(false);

  const send = ({ number, ...values }: z.output<typeof SetUpForm>, idempotencyKey: string) =>
    request<PlanView>("POST", `/accounts/${accountId}/users/${userId}/telephony/set-up`, { body: { ...values, number: number ?? "", category: onPbx ? category : null }, idempotencyKey });
  const started = () => {
    toast({ title: t("started", { user: userName }) });
    onClose();
    router.refresh();
  };
  const title = choosing ? t("chooseTitle") : t("title", { product: PRODUCT_LABELS[product ?? "mivoice_business"] });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={t("for", { user: userName })}>
      {failure && <Banner live tone="bad" title={failure.message} className="mb-4" />}
      {!choices && !failure && <p role="status" className="flex items-center gap-2 text-fg-2"><Spinner />{t("loading")}</p>}
      {choices && choosing && (
        <CategoryChoices
          choices={choices.categories}
          present={category}
          onBack={() => setChoosing(false)}
          onApply={(chosen) => {
            setCategory(chosen);
            setChoosing(false);
          }}
        />
      )}
      {choices && (
        <div hidden={choosing}>
          <Form
            schema={SetUpForm}
            defaultValues={{ serviceRoleId: null, number: null, agentGroups: held?.agentGroups ?? [], otherPhonePrefix: "", otherPhoneSuffix: "", contactCenter: !withMitelCx && (held?.contactCenter ?? false), mitelCx: withMitelCx && (held?.contactCenter ?? false) }}
            onSubmit={(values, _, idempotencyKey) => send(values, idempotencyKey)}
            onSaved={started}
            className="grid gap-5"
          >
            {onPbx && <CategoryLine category={category} onChoose={() => setChoosing(true)} />}
            <SetUpFields telephony={telephony} templates={choices.templates} category={onPbx ? category : null} numbers={numbers} />
            <div className="flex flex-wrap justify-end gap-2">
              <Button onClick={onClose}>{t("cancel")}</Button>
              <SubmitButton>{t("submit")}</SubmitButton>
            </div>
          </Form>
        </div>
      )}
    </Dialog>
  );
}
