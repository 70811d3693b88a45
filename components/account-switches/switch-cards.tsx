import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { CALL_SERVICES, PRIVILEGES } from "#lib/account-switches/schemas.ts";
import type { AccountSwitches } from "#lib/account-switches/schemas.ts";
import { SwitchRow } from "./switch-row.tsx";

type SwitchCardsProps = { accountId: string; switches: AccountSwitches; mayChange: boolean };

/** The panels "Privileges" and "Call Services" of Account Information (INFO-17, INFO-18, PRIV-01). */
export function SwitchCards({ accountId, switches, mayChange }: SwitchCardsProps) {
  const t = useTranslations("accountSwitches");
  const rows = (names: readonly (keyof AccountSwitches)[]) => names.map((name) => <SwitchRow key={name} accountId={accountId} name={name} on={switches[name]} mayChange={mayChange} />);
  return (
    <div className="mb-4 grid items-start gap-4 md:grid-cols-2">
      <Card title={t("privileges")}>{rows(PRIVILEGES)}</Card>
      <Card title={t("callServices")}>{rows(CALL_SERVICES)}</Card>
    </div>
  );
}
