import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { CALL_SERVICES } from "#lib/account-switches/schemas.ts";
import type { AccountSwitches } from "#lib/account-switches/schemas.ts";
import { SwitchRow } from "./switch-row.tsx";

type CallServicesProps = { accountId: string; switches: AccountSwitches; mayChange: boolean };

/** The panel "Call Services" of Account Information (INFO-18). */
export function CallServices({ accountId, switches, mayChange }: CallServicesProps) {
  const t = useTranslations("accountSwitches");
  return (
    <Card title={t("callServices")} className="mb-4">
      {CALL_SERVICES.map((name) => (
        <SwitchRow key={name} accountId={accountId} name={name} on={switches[name]} mayChange={mayChange} />
      ))}
    </Card>
  );
}
