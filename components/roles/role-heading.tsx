"use client";

import Copy from "lucide-react/icons/copy";
import Trash2 from "lucide-react/icons/trash-2";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { HistoryLink } from "#components/events/history-link.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabLinks } from "#components/ui/tab-links.tsx";
import { Time } from "#components/ui/time.tsx";
import type { RoleView } from "#lib/roles/schemas.ts";
import { DeleteRole } from "./delete-role.tsx";
import type { RoleRights } from "./role-rights.ts";

type RoleHeadingProps = { role: RoleView; rights: RoleRights; tab: "details" | "accounts" };

/** The head of a role's page, with "Duplicate Role", "Delete Role" and the tabs. */
export function RoleHeading({ role, rights, tab }: RoleHeadingProps) {
  const t = useTranslations("roles.page");
  const list = useTranslations("roles.list");
  const router = useRouter();
  const [deleting, setDeleting] = useState(false);
  return (
    <>
      <PageHeader
        title={role.name}
        subtitle={
          <span className="flex flex-wrap gap-x-4">
            <span>{t("base", { base: list(`bases.${role.base}`) })}</span>
            <span>{t("holders", { count: role.userCount })}</span>
            <span>{t.rich("modified", { when: () => <Time value={role.modifiedAt} />, who: role.modifiedBy })}</span>
          </span>
        }
        actions={
          <>
            <HistoryLink accountId={rights.historyIn} level="partner" asset={{ kind: "role", id: role.id, name: role.name }} />
            {rights.add && (
              <ButtonLink href={`/roles/new?duplicate=${role.id}`} icon={<Copy aria-hidden />}>
                {list("duplicate")}
              </ButtonLink>
            )}
            {rights.delete && (
              <Button icon={<Trash2 aria-hidden />} onClick={() => setDeleting(true)}>
                {list("delete")}
              </Button>
            )}
          </>
        }
      />
      <TabLinks
        label={t("tabs")}
        current={tab}
        links={[
          { id: "details", label: t("details"), href: `/roles/${role.id}` },
          { id: "accounts", label: t("accounts"), href: `/roles/${role.id}/accounts` },
        ]}
      />
      {deleting && <DeleteRole role={role} onClose={() => setDeleting(false)} onDeleted={() => router.push("/roles")} />}
    </>
  );
}
