"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SaveBar } from "#components/forms/save-bar.tsx";
import { SwitchField } from "#components/forms/switch-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { SmsNumberField } from "#components/sms-numbers/sms-number-field.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.tsx";
import { AddUserInput, type UserView } from "#lib/users/schemas.ts";
import type { CallingCode } from "./mobile-number.ts";
import { MobileNumberField } from "./mobile-number-field.tsx";

type NewUserFormProps = { accountId: string; codes: readonly CallingCode[]; country: string; mayAssignRoles: boolean; smsNumbers: boolean };

const EMPTY = { firstName: "", lastName: "", email: "", mobileNumber: "", smsNumber: "", accountAdmin: false };

/** The form "New User"; it leads to the page of the user, where services can be given at once (USER-15 to USER-27). */
export function NewUserForm({ accountId, codes, country, mayAssignRoles, smsNumbers }: NewUserFormProps) {
  const t = useTranslations("users.form");
  const router = useRouter();
  const at = `/accounts/${accountId}/users`;
  return (
    <Form
      schema={AddUserInput}
      defaultValues={EMPTY}
      onSubmit={(values, _, idempotencyKey) => request<UserView>("POST", at, { body: values, idempotencyKey })}
      onSaved={({ id, email }) => {
        toast({ title: t("created"), description: t("createdText", { email }) });
        router.push(`${at}/${id}`);
      }}
      guard
      className="max-w-4xl"
    >
      <Card title={t("details")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="firstName" label={t("firstName")} required />
          <TextField name="lastName" label={t("lastName")} required />
          <TextField name="email" type="email" label={t("email")} hint={t("emailHint")} required className="sm:col-span-2" />
          <div className="sm:col-span-2">
            <MobileNumberField codes={codes} usualCountry={country} />
          </div>
          <SmsNumberField accountId={accountId} enabled={smsNumbers} className="sm:col-span-2" />
          <SwitchField name="accountAdmin" label={t("accountAdmin")} hint={mayAssignRoles ? t("accountAdminHint") : t("noRoleRight")} disabled={!mayAssignRoles} className="sm:col-span-2" />
        </div>
      </Card>
      <SaveBar saveLabel={t("create")} cancel={<ButtonLink href={at}>{t("cancel")}</ButtonLink>} />
    </Form>
  );
}
