"use client";

import ChevronRight from "lucide-react/icons/chevron-right";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { usePathname } from "next/navigation";
import { classNames } from "#components/ui/class-names.ts";
import { currentPage, groupOf, pageAbove, pagesOf } from "./navigation.ts";
import type { ShellContext } from "./shell-context.ts";
import { useTrail } from "./trail.tsx";
import type { TrailStep } from "./trail.tsx";

/** Where the page on screen belongs. A narrow screen shows the last step alone. */
export function Breadcrumb({ context }: { context: ShellContext }) {
  const t = useTranslations("shell");
  const steps = useSteps(context);
  return (
    <nav aria-label={t("breadcrumb")} className="min-w-0 flex-1 text-sm">
      <ol className="flex min-w-0 items-center">
        {steps.map((step, index) => {
          const last = index === steps.length - 1;
          return (
            <li key={index} className={classNames("flex min-w-0 items-center", last ? "shrink" : "shrink-999 max-md:hidden")}>
              {index > 0 && <ChevronRight aria-hidden className="mx-2 size-3.5 shrink-0 text-fg-3 max-md:hidden rtl:-scale-x-100" />}
              <Step step={step} last={last} />
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Step({ step, last }: { step: TrailStep; last: boolean }) {
  if (last) return <span aria-current="page" className="truncate font-semibold">{step.label}</span>;
  if (step.href === undefined) return <span className="truncate text-fg-3">{step.label}</span>;
  return <Link href={step.href} className="truncate rounded-sm text-fg-3 hover:text-fg hover:underline">{step.label}</Link>;
}

/** Account, group and page of the navigation; below a page that page and the steps that lead on from it. */
function useSteps({ navigation, account, partner }: ShellContext): TrailStep[] {
  const t = useTranslations("shell.navigation");
  const below = useTrail();
  const page = currentPage(navigation, usePathname());
  const here: TrailStep[] = page ? [{ label: t(page.id), href: page.href }] : [];
  if (below.length > 0) return [...here, ...below];
  const group = groupOf(navigation, page);
  const above = pageAbove(navigation, page);
  const name = account?.name ?? partner?.name;
  const home = pagesOf(navigation)[0]?.href;
  return [...(name ? [{ label: name, href: home }] : []), ...(group ? [{ label: t(group.id) }] : []), ...(above ? [{ label: t(above.id), href: above.href }] : []), ...here];
}
