import { useTranslations } from "next-intl";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Time } from "#components/ui/time.tsx";
import type { AccountView } from "#lib/accounts/schemas.ts";

/** What of an account is shown and can not be changed (INFO-08 to INFO-11). */
export function AccountFacts({ account }: { account: AccountView }) {
  const t = useTranslations("accounts.information");
  const id = (
    <span className="flex items-center gap-1">
      <code className="min-w-0 font-mono text-xs break-all">{account.id}</code>
      <CopyButton value={account.id} label={t("copyAccountId")} />
    </span>
  );
  const modified = (
    <>
      <Time value={account.modifiedAt} /> {account.modifiedBy && `(${account.modifiedBy})`}
    </>
  );
  const ofCustomer = [
    { term: t("cloudLocation"), description: account.cloudLocation },
    { term: t(account.miCloudConnect ? "billingCustomerNumber" : "sapCustomerNumber"), description: account.sapCustomerNumber },
    ...(account.pbxType === "" ? [] : [{ term: t("pbxType"), description: account.pbxType }]),
  ];
  return (
    <div className="mb-5 border-b border-line pb-5">
      <DefinitionList items={[{ term: t("accountId"), description: id }, { term: t("modified"), description: modified }, ...(account.kind === "customer" ? ofCustomer : [])]} />
    </div>
  );
}
