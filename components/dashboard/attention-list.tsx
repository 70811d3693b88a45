import CircleCheck from "lucide-react/icons/circle-check";
import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Attention } from "#lib/dashboard/schemas.ts";
import type { May } from "#lib/permissions/schemas.ts";
import { seesProvisioning } from "./sees-provisioning.ts";
import { Way } from "./way.tsx";

/** The accounts in which something failed, does not answer or differs, each reason leading to its place. */
export function AttentionList({ attention, total, may }: { attention: readonly Attention[]; total: number; may: May }) {
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
                  <Reasons account={account} may={may} />
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

function Reasons({ account, may }: { account: Attention; may: May }) {
  const t = useTranslations("dashboard.attention");
  const { accountId, failedRuns, elements, differences, missingIntegrations } = account;
  const of = (path: string) => `/accounts/${accountId}/${path}`;
  const provisioning = (path: string) => (seesProvisioning(may) ? of(`provisioning/${path}`) : null);
  return (
    <ul className="flex flex-wrap gap-1.5">
      {failedRuns > 0 && <Reason tone="bad" href={provisioning("runs")}>{t("failedRuns", { count: failedRuns })}</Reason>}
      {elements.length > 0 && (
        <Reason tone="warn" href={may("integrations", "view") ? of("integrations/network-elements") : null}>
          {t("elements", { count: elements.length, name: elements[0]! })}
        </Reason>
      )}
      {missingIntegrations > 0 && <Reason tone="warn" href={of("information")}>{t("missingIntegrations", { count: missingIntegrations })}</Reason>}
      {differences > 0 && <Reason tone="warn" href={provisioning("differences")}>{t("differences", { count: differences })}</Reason>}
    </ul>
  );
}

function Reason({ tone, href, children }: { tone: "bad" | "warn"; href: string | null; children: string }) {
  return (
    <li>
      <Way href={href} className="rounded-full"><Pill tone={tone}>{children}</Pill></Way>
    </li>
  );
}
