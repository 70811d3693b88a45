import type { useTranslations } from "next-intl";
import type { FilterDefinition } from "#components/data-table/filters.ts";
import { PRODUCTS } from "#lib/products/schemas.ts";
import type { LicensedProduct } from "#lib/users/schemas.ts";

type Translate = ReturnType<typeof useTranslations<"users.filters">>;

const PROPERTIES = ["admins", "users", "registered", "unregistered", "pbx", "micloud", "iot", "inactive"] as const;
const STATES = ["attention", "failed", "differs", "working", "planned", "in_sync", "none"] as const;

/** The filters of the list of users (USER-28, USER-29, USER-35 to USER-37). That of an import is only there while it is applied. */
export function userFilters(t: Translate, importId: string | undefined, products: readonly LicensedProduct[]): FilterDefinition[] {
  return [
    { id: "property", kind: "choice", label: t("property"), options: PROPERTIES.map((value) => ({ value, label: t(`properties.${value}`) })) },
    // Only what users of the account are licensed for (USER-34).
    ...(products.length > 0 ? [{ id: "product", kind: "choice" as const, label: t("product"), options: products.map((value) => ({ value, label: value === "mivoice_business" ? t("mivoiceBusiness") : PRODUCTS[value].name })) }] : []),
    { id: "smsNumber", kind: "text", label: t("smsNumber"), fieldLabel: t("smsNumberField"), inputMode: "tel", excludes: ["search", "property"] },
    { id: "services", kind: "choice", label: t("services"), options: STATES.map((value) => ({ value, label: t(`states.${value}`) })) },
    ...(importId ? [{ id: "importId", kind: "choice" as const, label: t("import"), options: [{ value: importId, label: t("thisImport") }] }] : []),
  ];
}
