"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request, type Result } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SaveBar } from "#components/forms/save-bar.tsx";
import { Card } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.tsx";
import { AccountInformation, type AccountView } from "#lib/accounts/schemas.ts";
import { AccountFacts } from "./account-facts.tsx";
import { meanwhile, valuesOf, type Meanwhile } from "./account-values.ts";
import { ChangedMeanwhile } from "./changed-meanwhile.tsx";
import { CustomerFields, type CountryOption } from "./customer-fields.tsx";
import { SupportContactsField } from "./support-contacts-field.tsx";

/**
 * Account Information of a customer (INFO-05 to INFO-08, INFO-11, SUPCON-09). Where somebody else saved first, what was typed is
 * put beside what is stored by then, and the next Save is made from there.
 */
export function AccountForm({ account, countries }: { account: AccountView; countries: readonly CountryOption[] }) {
  const t = useTranslations("accounts.form");
  const information = useTranslations("accounts.information");
  const contacts = useTranslations("accounts.contacts");
  const router = useRouter();
  const [began, setBegan] = useState({ version: account.version, values: valuesOf(account) });
  const [conflict, setConflict] = useState<Meanwhile | null>(null);
  const address = `/accounts/${account.id}`;

  async function save(_: AccountInformation, changed: Partial<AccountInformation>): Promise<Result<AccountView>> {
    const result = await request<AccountView>("PATCH", address, { body: { version: began.version, ...changed } });
    if (result.ok || result.error.code !== "conflict") return result;
    const now = await request<AccountView>("GET", address);
    if (!now.ok || now.data.version === began.version) return result;
    const met = meanwhile(began.values, changed, now.data);
    setConflict(met);
    setBegan({ version: met.version, values: met.saved });
    return result;
  }
  function saved(now: AccountView) {
    setBegan({ version: now.version, values: valuesOf(now) });
    setConflict(null);
    toast({ title: information("saved") });
    router.refresh();
  }
  return (
    <Form key={conflict?.version} schema={AccountInformation} defaultValues={began.values} onSubmit={save} onSaved={saved} guard className="mb-4 flex flex-col gap-4">
      {conflict && <ChangedMeanwhile conflict={conflict} countries={countries} />}
      <Card title={t("customerInformation")}>
        <AccountFacts account={account} />
        <CustomerFields countries={countries} all />
      </Card>
      <Card title={contacts("title")} description={contacts("about")}>
        <SupportContactsField suggestionsAt={`${address}/support-contact-suggestions`} />
      </Card>
      <SaveBar />
    </Form>
  );
}
