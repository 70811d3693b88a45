import { useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";

/** Nobody has come in by a gateway yet: how that is done (GW-01, GW-10). */
export function NoGateway() {
  const t = useTranslations("gateways.none");
  return (
    <Banner tone="warn" title={t("title")}>
      <p>{t("text")}</p>
      <ul className="mt-1 list-disc ps-5">
        <li>{t("standalone")}</li>
        <li>{t("smbc")}</li>
      </ul>
    </Banner>
  );
}
