"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SaveBar } from "#components/forms/save-bar.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Card } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.tsx";
import { PartnerAccountInformation, type AccountView } from "#lib/accounts/schemas.ts";
import { AccountFacts } from "./account-facts.tsx";
import { LANGUAGE_OPTIONS } from "./language-options.ts";
import { AccountTimeZoneField } from "./time-zone-field.tsx";

/** The information of the Partner Account itself, which has neither address nor support contacts (OP1-04). */
export function PartnerAccountForm({ account }: { account: AccountView }) {
  const t = useTranslations("accounts.information");
  const label = useTranslations("accounts.form");
  const router = useRouter();
  const [version, setVersion] = useState(account.version);
  const { name, timeZone } = account;
  const defaultLanguage = account.defaultLanguage as "en-US";

  function saved(now: AccountView) {
    setVersion(now.version);
    toast({ title: t("saved") });
    router.refresh();
  }
  return (
    <Form
      schema={PartnerAccountInformation}
      defaultValues={{ name, defaultLanguage, timeZone }}
      onSubmit={(_, changed) => request<AccountView>("PATCH", `/accounts/${account.id}`, { body: { version, ...changed } })}
      onSaved={saved}
      guard
      className="mb-4"
    >
      <Card title={t("partnerTitle")} description={t("partnerAbout")}>
        <AccountFacts account={account} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="name" label={t("partnerName")} required />
          <SelectField name="defaultLanguage" label={label("defaultLanguage")} options={LANGUAGE_OPTIONS} hint={label("languageHint")} />
          <AccountTimeZoneField />
        </div>
      </Card>
      <SaveBar />
    </Form>
  );
}
