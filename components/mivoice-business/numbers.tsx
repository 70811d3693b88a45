import Phone from "lucide-react/icons/phone";
import Search from "lucide-react/icons/search";
import { useFormatter, useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Input } from "#components/ui/input.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { NumbersView } from "#lib/mivoice-business/schemas.ts";
import { FiguresTable } from "./figures-table.tsx";

type NumbersProps = { accountId: string; view: NumbersView; search: string; mayConnect: boolean };

/** "Numbers": the ranges of the account's MiVoice Business with what is used and free of them, and who has which number (MIVB-06, SVC-06). */
export function Numbers({ accountId, view, search, mayConnect }: NumbersProps) {
  const t = useTranslations("mivoiceBusiness.numbers");
  const outer = useTranslations("mivoiceBusiness");
  const { system } = view;
  if (system === null) {
    return (
      <>
        <PageHeader title={t("title")} />
        <Card>
          <EmptyState icon={<Phone />} title={outer("noneTitle")} action={mayConnect && <ButtonLink href={`/accounts/${accountId}/integrations/network-elements`}>{outer("connect")}</ButtonLink>}>
            {t("none")}
          </EmptyState>
        </Card>
      </>
    );
  }
  return (
    <div className="max-w-5xl">
      <PageHeader title={t("title")} subtitle={t("subtitle", { system })} />
      {view.problem ? (
        <Banner tone="bad" title={t("problemTitle")}>{view.problem}</Banner>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Ranges view={view} system={system} />
          <InUse view={view} search={search} />
        </div>
      )}
    </div>
  );
}

function Ranges({ view: { ranges, outside }, system }: { view: NumbersView; system: string }) {
  const t = useTranslations("mivoiceBusiness.numbers");
  const { number } = useFormatter();
  return (
    <Card title={t("ranges")} description={outside > 0 ? t("outside", { count: outside }) : undefined} flush>
      {ranges.length === 0 ? (
        <p className="px-4 py-3.5 text-sm text-fg-2">{t("noRanges", { system })}</p>
      ) : (
        <FiguresTable
          caption={t("ranges")}
          columns={[t("from"), t("to"), t("size"), t("used"), t("free"), t("nextFree")]}
          rows={ranges.map(({ from, to, size, used, nextFree }) => [from, to, number(size), number(used), number(size - used), nextFree ?? t("full")])}
        />
      )}
    </Card>
  );
}

function InUse({ view: { used, usedCount, free }, search }: { view: NumbersView; search: string }) {
  const t = useTranslations("mivoiceBusiness.numbers");
  return (
    <Card title={t("inUse")} description={t("shown", { shown: used.length, count: usedCount })} flush>
      <form role="search" className="flex flex-wrap items-center gap-2 px-4 py-3">
        <Input name="search" type="search" defaultValue={search} maxLength={20} aria-label={t("search")} placeholder={t("search")} icon={<Search aria-hidden />} className="min-w-0 sm:max-w-72" />
        <Button type="submit">{t("find")}</Button>
      </form>
      {search !== "" && free.length > 0 && <p className="px-4 pb-3 text-sm text-fg-2 tabular-nums">{t("isFree", { numbers: free.slice(0, 10).join(", ") })}</p>}
      {used.length === 0 ? (
        <p className="border-t border-line px-4 py-3.5 text-sm text-fg-2">{t("noMatch", { search })}</p>
      ) : (
        <FiguresTable caption={t("inUse")} columns={[t("number"), t("holder")]} rows={used.map(({ number, usedBy }) => [number, usedBy])} />
      )}
    </Card>
  );
}
