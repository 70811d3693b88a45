import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import type { DirectoryData } from "#lib/scim/schemas.ts";

/** The section "Advanced": what the directory has sent of the user, under its own names (USER-46). */
export function DirectorySection({ data: { lines, createdAt, modifiedAt } }: { data: DirectoryData }) {
  const t = useTranslations("users.directory");
  return (
    <Card title={t("title")} description={t.rich("about", { created: timeTag(createdAt), modified: timeTag(modifiedAt) })} className="mt-4">
      <details>
        <summary className="cursor-pointer text-sm text-accent">{t("show")}</summary>
        <dl className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-2">
          {lines.map(({ name, value }, index) => (
            <div key={index} className="min-w-0">
              <dt className="font-mono text-xs break-all text-fg-3">{name}</dt>
              <dd className="mt-0.5 text-sm break-words">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Card>
  );
}
