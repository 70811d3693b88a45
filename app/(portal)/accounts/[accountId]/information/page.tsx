import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { AccountForm } from "#components/accounts/account-form.tsx";
import { CloseAccount } from "#components/accounts/close-account.tsx";
import { PartnerAccountForm } from "#components/accounts/partner-account-form.tsx";
import { IntegrationsCard } from "#components/chat-settings/integrations-card.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { countryNames } from "#lib/accounts/countries.ts";
import { getAccount } from "#lib/accounts/get-account.ts";
import { getChatSettings } from "#lib/chat-settings/get-chat-settings.ts";
import { roleMay } from "#lib/permissions/matrix.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.information"))("title") };
}

export default async function AccountInformationPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { person } = await personAt(accountId);
  const mayOnIntegrations = (action: "view" | "add" | "edit") => roleMay(person.role, { feature: "integrations", action });
  const [account, chat] = await Promise.all([read(getAccount, accountId), mayOnIntegrations("view") ? read(getChatSettings, accountId) : null]);
  const t = await getTranslations("accounts.information");
  const locale = await getLocale();
  const users = <ButtonLink href={`/accounts/${accountId}/users`}>{t("users")}</ButtonLink>;
  return (
    <div className="max-w-5xl">
      <PageHeader title={t("title")} subtitle={account.name} actions={account.kind === "partner" && users} />
      {account.kind === "partner" ? (
        <PartnerAccountForm account={account} />
      ) : (
        <AccountForm account={account} countries={countryNames(locale).map(({ code, name }) => ({ value: code, label: name }))} />
      )}
      {account.kind === "customer" && chat && <IntegrationsCard accountId={accountId} chat={chat} mayChange={mayOnIntegrations("edit") || mayOnIntegrations("add")} />}
      {account.kind === "customer" && roleMay(person.role, { feature: "accounts", action: "delete" }) && <CloseAccount account={account} />}
    </div>
  );
}
