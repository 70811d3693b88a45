import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { ApiKeysCard } from "#components/profile/api-keys-card.tsx";
import { PasswordCard } from "#components/profile/password-card.tsx";
import { PersonCard } from "#components/profile/person-card.tsx";
import { SessionsCard } from "#components/profile/sessions-card.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findApiKeys } from "#lib/me/api-keys.ts";
import { findSessions } from "#lib/me/sessions.ts";
import { LOCALES } from "#lib/messages/languages.ts";
import { may } from "#lib/permissions/grants.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("title") };
}

export default async function ProfilePage() {
  const { person } = await personAt(null);
  const [sessions, keys] = await Promise.all([read(findSessions, null), read(findApiKeys, null)]);
  const [t, roles, locale] = await Promise.all([getTranslations("profile"), getTranslations("shell.roles"), getLocale()]);
  const { name, email, accountName } = person;
  return (
    <div className="max-w-5xl">
      <Trail steps={[{ label: t("title") }]} />
      <PageHeader title={t("title")} subtitle={accountName} />
      <div className="flex flex-col gap-4">
        <PersonCard
          person={{ name, email, role: person.customRole || roles(person.role), accountName }}
          namesThemselves={may(person, "users", "edit")}
          language={locale}
          languages={LOCALES.map(({ code, name: language }) => ({ code, name: language }))}
        />
        {person.method === "password" && (
          <div id="password">
            <PasswordCard email={email} />
          </div>
        )}
        <div id="sessions">
          <SessionsCard sessions={sessions.items} total={sessions.total} />
        </div>
        <ApiKeysCard keys={keys.items} />
      </div>
    </div>
  );
}
