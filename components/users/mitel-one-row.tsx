import ChevronDown from "lucide-react/icons/chevron-down";
import Settings from "lucide-react/icons/settings";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { buttonClasses, ButtonLink } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Pill } from "#components/ui/pill.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { ProductAtUser } from "#lib/licenses/schemas.ts";
import { MITEL_ONE_FEATURES, PRODUCTS } from "#lib/products/schemas.ts";

type MitelOneRowProps = { accountId: string; userId: string; product: ProductAtUser; mayAssign: boolean };

/** Mitel One at a user: its tier and features, the gear to its page, or what is left to do before it can be used (ONELIC-07, ONELIC-10, ONELIC-11). */
export function MitelOneRow({ accountId, userId, product: { name, license, plans }, mayAssign }: MitelOneRowProps) {
  const t = useTranslations("licenses.user");
  const words = useTranslations("licenses.mitelOne");
  const href = `/accounts/${accountId}/users/${userId}/mitel-one`;
  const tier = plans.find(({ key }) => key === license?.plan);
  const features = MITEL_ONE_FEATURES.filter((feature) => license?.features[feature] !== undefined);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-0 flex-1 text-sm font-semibold">
          {PRODUCTS.mitel_one.name} {tier ? <Tag className="ms-1.5">{tier.name}</Tag> : <span className="ms-1.5 text-sm font-normal text-warn">{t("noTier")}</span>}
        </p>
        {tier === undefined && mayAssign && <ButtonLink size="sm" href={href}>{t("completeSetup")}</ButtonLink>}
        {tier && (
          <Link href={href} title={t("configure", { product: name })} aria-label={t("configure", { product: name })} className={classNames(buttonClasses("ghost", "icon"), "size-7")}>
            <Settings aria-hidden />
          </Link>
        )}
      </div>
      {features.length > 0 && (
        <details className="group/features mt-1.5 text-sm">
          <summary className="link inline-flex min-h-6 cursor-pointer items-center gap-1">
            {t("features")}
            <ChevronDown aria-hidden className="size-4 transition-transform group-open/features:rotate-180" />
          </summary>
          <ul className="mt-1.5 flex flex-col gap-1.5">
            {features.map((feature) => (
              <li key={feature} className="flex items-center justify-between gap-3 text-fg-2">
                {words(`feature.${feature}`)}
                <Pill tone={license?.features[feature] ? "good" : "neutral"}>{t(license?.features[feature] ? "on" : "off")}</Pill>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
