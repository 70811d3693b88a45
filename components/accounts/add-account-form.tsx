"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SaveBar } from "#components/forms/save-bar.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.tsx";
import { AddAccountInput, type AccountView } from "#lib/accounts/schemas.ts";
import { useBrowserTimeZone } from "./browser-time-zone.ts";
import { CustomerFields, type CountryOption } from "./customer-fields.tsx";
import { SupportContactsField } from "./support-contacts-field.tsx";

/** The form of a new customer account (ACCT-05, ACCT-06); it leads to the account, where the first steps are shown. */
export function AddAccountForm({ countries }: { countries: readonly CountryOption[] }) {
  const t = useTranslations("accounts.form");
  const contacts = useTranslations("accounts.contacts");
  const router = useRouter();
  const timeZone = useBrowserTimeZone();
  const empty = { name: "", country: "", address: "", city: "", postalCode: "", defaultLanguage: "en-US" as const, timeZone, supportContacts: [] };

  function opened(account: AccountView) {
    toast({ title: t("added"), description: account.name });
    router.push(`/accounts/${account.id}/dashboard`);
  }
  return (
    // The zone is known once the page has come alive, before anybody can have typed.
    <Form
      key={timeZone}
      schema={AddAccountInput}
      defaultValues={empty}
      onSubmit={(values, _, idempotencyKey) => request<AccountView>("POST", "/accounts", { body: values, idempotencyKey })}
      onSaved={opened}
      guard
      className="flex max-w-4xl flex-col gap-4"
    >
      <Card title={t("customerInformation")}>
        <CustomerFields countries={countries} />
      </Card>
      <Card title={contacts("title")} description={contacts("about")}>
        <SupportContactsField suggestionsAt="/support-contact-suggestions" />
      </Card>
      <SaveBar cancel={<ButtonLink href="/accounts">{t("cancel")}</ButtonLink>} />
    </Form>
  );
}
