import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import type { OwnHome } from "#lib/me/schemas.ts";
import { ClientCard } from "./client-card.tsx";
import { Greeting } from "./greeting.tsx";
import { PhoneList } from "./phone-list.tsx";

type UserHomeProps = {
  person: { name: string; email: string; accountName: string };
  home: OwnHome;
};

/** The home page of a user: own numbers and devices, the client and how to set it up, and the way to password and sessions. */
export function UserHome({ person, home }: UserHomeProps) {
  const t = useTranslations("dashboard.home");
  const change = useTranslations("dashboard.account");
  const { name, email, accountName } = person;
  return (
    <>
      <Greeting name={name} accountName={accountName} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <PhoneList phones={home.phones} services={home.services} />
        {home.client && <ClientCard client={home.client} deployments={home.deployments} />}
        {home.agents.length > 0 && (
          <Card title={t("agent")}>
            <DefinitionList
              items={home.agents.flatMap(({ agentNumber, skillGroups }) => [
                { term: t("agentNumber"), description: agentNumber },
                { term: t("skillGroups"), description: skillGroups.join(", ") },
              ])}
            />
          </Card>
        )}
        <Card title={t("you")}>
          <DefinitionList
            items={[
              { term: t("name"), description: name },
              { term: t("email"), description: email },
              { term: t("account"), description: accountName },
            ]}
          />
          <div className="mt-4 flex flex-wrap gap-2">
            <ButtonLink href="/profile#password">{change("changePassword")}</ButtonLink>
            <ButtonLink href="/profile#sessions">{t("sessions")}</ButtonLink>
          </div>
        </Card>
      </div>
    </>
  );
}
