import CircleCheck from "lucide-react/icons/circle-check";
import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Attention } from "#lib/dashboard/schemas.ts";

/** The accounts in which something failed, does not answer or differs, each reason leading to its place. */
export function AttentionList({ attention, total }: { attention: readonly Attention[]; total: number }) {
  const t = useTranslations("dashboard.attention");
  const format = useFormatter();
  return (
    <Card
      title={t("title")}
      description={total > attention.length ? t("shown", { shown: attention.length, total }) : undefined}
      actions={<Link href="/accounts" className="link">{t("all")}</Link>}
      flush
    >
      {attention.length === 0 ? (
        <EmptyState icon={<CircleCheck />} title={t("noneTitle")}>
          {t("none")}
        </EmptyState>
      ) : (
        <table className="w-full text-sm">
          <thead className="bg-surface-2 text-start text-xs text-fg-3 uppercase max-sm:sr-only">
            <tr>
              <th scope="col" className={HEAD}>{t("account")}</th>
              <th scope="col" className={`${HEAD} max-md:hidden`}>{t("users")}</th>
              <th scope="col" className={HEAD}>{t("why")}</th>
              <th scope="col" className={`${HEAD} max-md:hidden`}>{t("noticed")}</th>
            </tr>
          </thead>
          <tbody>
            {attention.map((account) => (
              <tr key={account.accountId} className="border-t border-line hover:bg-surface-2 max-sm:flex max-sm:flex-col max-sm:gap-1.5 max-sm:py-3">
                <th scope="row" className={`${CELL} text-start font-semibold`}>
                  <Link href={`/accounts/${account.accountId}/dashboard`} className="rounded-sm hover:underline">{account.name}</Link>
                </th>
                <td className={`${CELL} text-fg-2 max-md:hidden`}>{format.number(account.userCount)}</td>
                <td className={CELL}>
                  <Reasons account={account} />
                </td>
                <td className={`${CELL} text-fg-2 max-md:hidden`}>
                  <Time value={account.noticedAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

const HEAD = "px-4 py-2.5 text-start font-semibold tracking-wider";
const CELL = "px-4 sm:h-row sm:py-1.5";

function Reasons({ account }: { account: Attention }) {
  const t = useTranslations("dashboard.attention");
  const { accountId, failedRuns, elements, differences, missingIntegrations } = account;
  const of = (path: string) => `/accounts/${accountId}/${path}`;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {failedRuns > 0 && (
        <li>
          <Link href={of("provisioning/runs")} className="rounded-full"><Pill tone="bad">{t("failedRuns", { count: failedRuns })}</Pill></Link>
        </li>
      )}
      {elements.length > 0 && (
        <li>
          <Link href={of("integrations/network-elements")} className="rounded-full">
            <Pill tone="warn">{t("elements", { count: elements.length, name: elements[0]! })}</Pill>
          </Link>
        </li>
      )}
      {missingIntegrations > 0 && (
        <li>
          <Link href={of("information")} className="rounded-full"><Pill tone="warn">{t("missingIntegrations", { count: missingIntegrations })}</Pill></Link>
        </li>
      )}
      {differences > 0 && (
        <li>
          <Link href={of("provisioning/differences")} className="rounded-full"><Pill tone="warn">{t("differences", { count: differences })}</Pill></Link>
        </li>
      )}
    </ul>
  );
}
