import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { LanguageChoice } from "./language-choice.tsx";

type PersonCardProps = {
  person: { name: string; email: string; role: string; accountName: string };
  /** Administrators change their name at their entry of the list of users (DASH-03). */
  namesThemselves: boolean;
  language: string;
  languages: readonly { code: string; name: string }[];
};

/** Who somebody is in the portal, and the language they read it in. */
export function PersonCard({ person, namesThemselves, language, languages }: PersonCardProps) {
  const t = useTranslations("profile.person");
  return (
    <Card title={t("title")}>
      <DefinitionList
        items={[
          { term: t("name"), description: person.name },
          { term: t("email"), description: person.email },
          { term: t("role"), description: person.role },
          { term: t("account"), description: person.accountName },
        ]}
      />
      {namesThemselves && <p className="mt-3 text-xs text-fg-3">{t("nameHint")}</p>}
      <LanguageChoice language={language} languages={languages} />
    </Card>
  );
}
