import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { read } from "#app/actor.ts";
import { HistoryLink } from "#components/events/history-link.tsx";
import { PermissionTable } from "#components/roles/permission-table.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { Grant } from "#lib/permissions/schemas.ts";
import { getAccountRole } from "#lib/roles/get-account-role.ts";

type Props = { params: Promise<{ accountId: string; roleId: string }> };

/** Read once per request, for the title and for the page. */
const roleAt = cache(async (accountId: string, roleId: string) => {
  if (!z.uuid().safeParse(roleId).success) notFound();
  return read(getAccountRole, accountId, { roleId });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { accountId, roleId } = await params;
  return { title: (await roleAt(accountId, roleId)).name };
}

export default async function AccountRolePage({ params }: Props) {
  const { accountId, roleId } = await params;
  const role = await roleAt(accountId, roleId);
  const t = await getTranslations("roles.permissions");
  return (
    <>
      <Trail steps={[{ label: role.name }]} />
      <PageHeader title={role.name} subtitle={role.description} actions={<HistoryLink accountId={accountId} asset={{ kind: "role", id: role.id, name: role.name }} />} />
      <Card title={t("section")} description={t("readOnly")} flush>
        <PermissionTable base={role.base} ticked={role.grants as Grant[]} held={[]} />
      </Card>
    </>
  );
}
