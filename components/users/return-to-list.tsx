import { useTranslations } from "next-intl";
import { ReturnLink } from "#components/data-table/return-link.tsx";

/** The way back from a page about users to their list, as it was left. */
export function ReturnToList({ accountId }: { accountId: string }) {
  const t = useTranslations("users.manage");
  return <ReturnLink list={`/accounts/${accountId}/users`}>{t("back")}</ReturnLink>;
}
