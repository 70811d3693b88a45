import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { SwitchCards } from "#components/account-switches/switch-cards.tsx";
import { AccountForm } from "#components/accounts/account-form.tsx";
import { AccountSummary } from "#components/accounts/account-summary.tsx";
import { CloseAccount } from "#components/accounts/close-account.tsx";
import { PartnerAccountForm } from "#components/accounts/partner-account-form.tsx";
import { IntegrationsCard } from "#components/chat-settings/integrations-card.tsx";
import { MissingIntegrations } from "#components/subscriptions/missing-integrations.tsx";
import { SubscriptionsPanel } from "#components/subscriptions/subscriptions-panel.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { HistoryLink } from "#components/events/history-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { getAccountSwitches } from "#lib/account-switches/account-switches.ts";
import { countryName, countryNames } from "#lib/accounts/countries.ts";
import { getAccount } from "#lib/accounts/get-account.ts";
import { getChatSettings } from "#lib/chat-settings/get-chat-settings.ts";
import { may } from "#lib/permissions/grants.ts";
import { seesSubscriptions } from "#lib/subscriptions/availability.ts";
import { findMissingIntegrations, findSubscriptions } from "#lib/subscriptions/find-subscriptions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.information"))("title") };
}

export default async function AccountInformationPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { person } = await personAt(accountId);
  const mayOnIntegrations = (action: "view" | "add" | "edit") => may(person, "integrations", action);
  const ofIntegrations = mayOnIntegrations("view");
  const [account, chat, switches, subscriptions, missing] = await Promise.all([
    read(getAccount, accountId),
    ofIntegrations ? read(getChatSettings, accountId) : null,
    ofIntegrations ? read(getAccountSwitches, accountId) : null,
    seesSubscriptions(person) ? read(findSubscriptions, accountId) : null,
    read(findMissingIntegrations, accountId),
  ]);
  const closeActs = [...(may(person, "accounts", "edit") ? (["deactivate"] as const) : []), ...(may(person, "accounts", "delete") ? (["delete"] as const) : [])];
  const t = await getTranslations("accounts.information");
  const locale = await getLocale();
  const users = <ButtonLink href={`/accounts/${accountId}/users`}>{t("users")}</ButtonLink>;
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={t("title")}
        subtitle={account.name}
        actions={
          <>
            <HistoryLink accountId={accountId} asset={{ kind: "account", id: accountId, name: account.name }} />
            {account.kind === "partner" && users}
          </>
        }
      />
      <MissingIntegrations missing={missing.items} />
      {!may(person, "account", "edit") && <AccountSummary account={account} countryName={countryName(account.country, locale)} />}
      {may(person, "account", "edit") && account.kind === "partner" && <PartnerAccountForm account={account} />}
      {may(person, "account", "edit") && account.kind === "customer" && (
        <AccountForm account={account} countries={countryNames(locale).map(({ code, name }) => ({ value: code, label: name }))} />
      )}
      {account.kind === "customer" && chat && <IntegrationsCard accountId={accountId} chat={chat} mayChange={mayOnIntegrations("edit") || mayOnIntegrations("add")} />}
      {account.kind === "customer" && switches && <SwitchCards accountId={accountId} switches={switches} mayChange={mayOnIntegrations("add")} />}
      {account.kind === "customer" && subscriptions && (
        <div className="mb-4">
          <SubscriptionsPanel accountId={accountId} subscriptions={subscriptions} />
        </div>
      )}
      {account.kind === "customer" && closeActs.length > 0 && <CloseAccount account={account} acts={closeActs} />}
    </div>
  );
}
