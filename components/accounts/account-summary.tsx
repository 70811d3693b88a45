import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import type { AccountView } from "#lib/accounts/schemas.ts";
import { AccountFacts } from "./account-facts.tsx";
import { LANGUAGE_OPTIONS } from "./language-options.ts";

/** The information of an account for somebody who may not change it (PERM-06, PERM-11). */
export function AccountSummary({ account, countryName }: { account: AccountView; countryName: string }) {
  const t = useTranslations("accounts.form");
  const contacts = useTranslations("accounts.contacts");
  const isCustomer = account.kind === "customer";
  const ofEvery = [
    { term: t("name"), description: account.name },
    { term: t("defaultLanguage"), description: LANGUAGE_OPTIONS.find(({ value }) => value === account.defaultLanguage)?.label },
    { term: t("timeZone"), description: account.timeZone },
  ];
  const ofCustomer = [
    { term: t("country"), description: countryName },
    { term: t("province"), description: account.province },
    { term: t("address"), description: account.address },
    { term: t("city"), description: account.city },
    { term: t("postalCode"), description: account.postalCode },
    { term: t("businessType"), description: account.businessType },
  ];
  return (
    <div className="mb-4 flex flex-col gap-4">
      <Card title={t("customerInformation")} description={t("readOnly")}>
        <AccountFacts account={account} />
        <DefinitionList items={isCustomer ? [...ofEvery, ...ofCustomer] : ofEvery} />
      </Card>
      {isCustomer && (
        <Card title={contacts("title")} description={contacts("about")}>
          <ul className="flex flex-col gap-1 text-sm">
            {account.supportContacts.map(({ email, name }) => (
              <li key={email} className="break-words">
                {name ? `${name} (${email})` : email}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
