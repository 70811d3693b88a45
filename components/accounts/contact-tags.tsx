import { useTranslations } from "next-intl";
import { Tag } from "#components/ui/tag.tsx";
import type { SupportContact } from "#lib/accounts/schemas.ts";

type ContactTagsProps = { contacts: readonly SupportContact[]; onRemove: (email: string) => void };

/** The chosen contacts by name or address; "X" takes one off (SUPCON-01, SUPCON-10, SUPCON-12). */
export function ContactTags({ contacts, onRemove }: ContactTagsProps) {
  const t = useTranslations("accounts.contacts");
  if (contacts.length === 0) return null;
  return (
    <ul aria-label={t("list")} className="mb-1 flex flex-wrap gap-2">
      {contacts.map(({ email, name }) => (
        <li key={email} className="max-w-full" title={email}>
          <Tag tone="accent" onRemove={() => onRemove(email)} removeLabel={t("remove", { contact: name || email })}>
            {name || email}
          </Tag>
        </li>
      ))}
    </ul>
  );
}
