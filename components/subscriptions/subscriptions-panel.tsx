import ChevronRight from "lucide-react/icons/chevron-right";
import ReceiptText from "lucide-react/icons/receipt-text";
import { useTranslations } from "next-intl";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { WorkflowUsage } from "#components/workflow-studio/workflow-usage.tsx";
import type { SubscribedPlan, SubscribedProduct, Subscriptions } from "#lib/subscriptions/schemas.ts";
import { SubscriptionLines } from "./subscription-lines.tsx";

type SubscriptionsPanelProps = { accountId: string; subscriptions: Subscriptions };

/** What the account has bought, a collapsible line for each product (SUBS-01 to SUBS-09, SUBS-12, SUBS-13, INFO-19). */
export function SubscriptionsPanel({ accountId, subscriptions: { products, workflowLimits, mayAddOrder } }: SubscriptionsPanelProps) {
  const t = useTranslations("subscriptions");
  const add = mayAddOrder && <ButtonLink size="sm" href={`/orders?show=unassigned&company=${accountId}`}>{t("addOrder")}</ButtonLink>;
  return (
    <Card title={t("title")} description={t("about")} actions={add} flush>
      <LiveRefresh topics={["licenses"]} />
      {products.length === 0 ? (
        <EmptyState icon={<ReceiptText />} title={t("emptyTitle")}>
          {t("empty")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {products.map((product) => (
            <li key={product.product}>
              <Product product={product} />
              {product.product === "workflow_studio" && workflowLimits && (
                <>
                  <p className="px-4 py-2.5 text-xs text-fg-3">{t("limits", workflowLimits)}</p>
                  <WorkflowUsage accountId={accountId} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const LINE = "flex min-h-11 cursor-pointer items-center gap-x-2.5 px-4 py-2 text-sm font-medium hover:bg-surface-2 focus-visible:-outline-offset-2";

const MARK = "size-4 shrink-0 text-fg-3 transition-transform";

function Product({ product }: { product: SubscribedProduct }) {
  const { title, counted, plans, remaining } = product;
  const line = useLine();
  return (
    <details className="group/line">
      <summary className={LINE}>
        <ChevronRight aria-hidden className={classNames(MARK, "group-open/line:rotate-90")} />
        <span className="min-w-0 flex-1">{line(title, counted, product)}</span>
        {counted && <Remaining count={remaining} />}
      </summary>
      {product.nested ? (
        <ul className="ms-6 divide-y divide-line border-s border-line">
          {plans.map((plan) => (
            <li key={plan.plan}>
              <details className="group/plan">
                <summary className={LINE}>
                  <ChevronRight aria-hidden className={classNames(MARK, "group-open/plan:rotate-90")} />
                  <span className="min-w-0 flex-1">{line(plan.name, counted, plan)}</span>
                  {counted && <Remaining count={Math.max(0, plan.licenses - plan.assigned)} />}
                </summary>
                <SubscriptionLines name={plan.name} lines={plan.lines} />
              </details>
            </li>
          ))}
        </ul>
      ) : (
        plans.map((plan) => <SubscriptionLines key={plan.plan} name={title} lines={plan.lines} />)
      )}
    </details>
  );
}

function useLine(): (title: string, counted: boolean, figures: Pick<SubscribedPlan, "licenses" | "assigned">) => string {
  const t = useTranslations("subscriptions");
  return (title, counted, { licenses, assigned }) => (counted ? t("counted", { title, licenses, assigned }) : t("plain", { title, licenses }));
}

/** How many licenses are left (SUBS-09, OP1-42). */
function Remaining({ count }: { count: number }) {
  const t = useTranslations("subscriptions");
  return <Pill tone={count > 0 ? "good" : "warn"}>{t("remaining", { count })}</Pill>;
}
