import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { CallServices } from "#components/account-switches/call-services.tsx";
import { AccountForm } from "#components/accounts/account-form.tsx";
import { AccountSummary } from "#components/accounts/account-summary.tsx";
import { CloseAccount } from "#components/accounts/close-account.tsx";
import { PartnerAccountForm } from "#components/accounts/partner-account-form.tsx";
import { ContactCenterAdmin } from "#components/chat-overlays/contact-center-admin.tsx";
import { IntegrationsPanel } from "#components/integrations/integrations-panel.tsx";
import { MissingIntegrations } from "#components/subscriptions/missing-integrations.tsx";
import { SubscriptionsPanel } from "#components/subscriptions/subscriptions-panel.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { HistoryLink } from "#components/events/history-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { getAccountSwitches } from "#lib/account-switches/account-switches.ts";
import { countryName, countryNames } from "#lib/accounts/countries.ts";
import { getAccount } from "#lib/accounts/get-account.ts";
import { findIntegrations } from "#lib/integrations/find-integrations.ts";
import { isInUse } from "#lib/integrations/rules.ts";
import { may } from "#lib/permissions/grants.ts";
import { seesSubscriptions } from "#lib/subscriptions/availability.ts";
import { missingIntegrations } from "#lib/subscriptions/missing-integrations.ts";
import { findMissingIntegrations, findSubscriptions } from "#lib/subscriptions/find-subscriptions.ts";
import { integrationRights } from "../integrations/rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.information"))("title") };
}

export default async function AccountInformationPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { person, account: opened } = await personAt(accountId);
  const ofIntegrations = may(person, "integrations", "view");
  const [account, panel, switches, subscriptions, missing] = await Promise.all([
    read(getAccount, accountId),
    ofIntegrations ? read(findIntegrations, accountId) : null,
    // The panel knows the switches too, and the subscriptions what they lack: a page asks for nothing twice.
    ofIntegrations ? null : read(getAccountSwitches, accountId),
    seesSubscriptions(person) ? read(findSubscriptions, accountId) : null,
    seesSubscriptions(person) ? null : read(findMissingIntegrations, accountId),
  ]);
  const missingItems = missing?.items ?? missingIntegrations(subscriptions!.products.map(({ product }) => product), opened!.integrations);
  const closeActs = [...(may(person, "accounts", "edit") ? (["deactivate"] as const) : []), ...(may(person, "accounts", "delete") ? (["delete"] as const) : [])];
  const t = await getTranslations("accounts.information");
  const locale = await getLocale();
  const isPartnerAccount = account.kind === "partner";
  const users = <ButtonLink href={`/accounts/${accountId}/users`}>{t("users")}</ButtonLink>;
  const hasContactCenter = ofIntegrations && isInUse(opened!.integrations, "micc");
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={t("title")}
        subtitle={account.name}
        actions={
          <>
            {hasContactCenter && <ContactCenterAdmin accountId={accountId} />}
            <HistoryLink accountId={accountId} asset={{ kind: "account", id: accountId, name: account.name }} />
            {isPartnerAccount && users}
          </>
        }
      />
      <MissingIntegrations missing={missingItems} />
      {!may(person, "account", "edit") && <AccountSummary account={account} countryName={countryName(account.country, locale)} />}
      {may(person, "account", "edit") && isPartnerAccount && <PartnerAccountForm account={account} />}
      {may(person, "account", "edit") && !isPartnerAccount && (
        <AccountForm account={account} countries={countryNames(locale).map(({ code, name }) => ({ value: code, label: name }))} />
      )}
      {panel && (!isPartnerAccount || panel.entries.length > 0) && (
        <IntegrationsPanel accountId={accountId} accountName={account.name} panel={panel} rights={integrationRights(person)} isPartnerAccount={isPartnerAccount} />
      )}
      {!isPartnerAccount && <CallServices accountId={accountId} switches={panel?.switches ?? switches!} mayChange={may(person, "account", "edit")} />}
      {!isPartnerAccount && subscriptions && (
        <div className="mb-4">
          <SubscriptionsPanel accountId={accountId} subscriptions={subscriptions} />
        </div>
      )}
      {!isPartnerAccount && closeActs.length > 0 && <CloseAccount account={account} acts={closeActs} />}
    </div>
  );
}
