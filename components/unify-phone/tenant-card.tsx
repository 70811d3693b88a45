import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { PBX_LABELS } from "#lib/unify-phone/schemas.ts";
import type { UnifyPhoneView } from "#lib/unify-phone/schemas.ts";

const CONTACT = ["firstName", "lastName", "email", "countryCode", "phoneNumber"] as const;

/** The linked tenant with its main contact, to be looked at (UNIFY-12, UNIFY-13). `onRemove` is left out where the reader may not remove. */
export function TenantCard({ tenant: { name, pbx, contact }, onClose, onRemove }: { tenant: UnifyPhoneView["tenant"]; onClose: () => void; onRemove?: () => void }) {
  const t = useTranslations("unifyPhone");
  return (
    <Card title={t("tenant.title")} description={t("tenant.about")}>
      <div className="flex flex-col gap-5">
        <DefinitionList items={[{ term: t("tenant.name"), description: <span className="break-words">{name}</span> }, { term: t("tenant.pbx"), description: PBX_LABELS[pbx] }]} />
        <div>
          <h3 className="mb-3 text-sm font-semibold">{t("contact")}</h3>
          <DefinitionList items={CONTACT.map((field) => ({ term: t(`tenant.${field}`), description: contact[field] && <span className="break-words">{contact[field]}</span> }))} />
        </div>
        <div className="flex flex-wrap justify-between gap-2">
          <span>{onRemove && <Button onClick={onRemove}>{t("tenant.remove")}</Button>}</span>
          <Button onClick={onClose}>{t("tenant.close")}</Button>
        </div>
      </div>
    </Card>
  );
}
