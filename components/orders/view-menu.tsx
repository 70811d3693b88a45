"use client";

import ChevronDown from "lucide-react/icons/chevron-down";
import { useTranslations } from "next-intl";
import { useRouter, useSearchParams } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuChoice } from "#components/ui/menu.tsx";
import { ORDER_VIEWS } from "#lib/orders/schemas.ts";
import type { OrderPage, OrderView } from "#lib/orders/schemas.ts";

/** The drop-down beside the title: all orders, the unassigned or the expiring ones, each with its number (ORDER-12). */
export function ViewMenu({ view, counts }: { view: OrderView; counts: OrderPage["counts"] }) {
  const t = useTranslations("orders");
  const router = useRouter();
  const params = useSearchParams();
  const label = (one: OrderView) => t("viewWithCount", { view: t(`views.${one}`), count: counts[one] });

  function choose(next: OrderView) {
    // What is searched for and how the list is arranged stays; where it was opened does not.
    const query = new URLSearchParams(params);
    for (const name of ["show", "order", "after", "before", "page"]) query.delete(name);
    if (next !== "all") query.set("show", next);
    router.push(query.size > 0 ? `/orders?${query}` : "/orders");
  }
  return (
    <Menu
      align="start"
      trigger={
        <Button>
          <span className="sr-only">{t("show")}</span>
          {label(view)}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuChoice label={t("show")} value={view} onValueChange={choose} options={ORDER_VIEWS.map((value) => ({ value, label: label(value) }))} />
    </Menu>
  );
}
