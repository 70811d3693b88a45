import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { personAt, read } from "#app/actor.ts";
import { RoleForm } from "#components/roles/role-form.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { may } from "#lib/permissions/grants.ts";
import { getRole } from "#lib/roles/get-role.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roles.form"))("new") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewRolePage({ searchParams }: Props) {
  const { person } = await personAt(null);
  if (!may(person, "roles", "add")) notFound();
  const t = await getTranslations("roles.form");
  const { duplicate } = await searchParams;
  const original = z.uuid().safeParse(duplicate).data;
  const role = original ? await read(getRole, null, { roleId: original }) : null;
  const title = role ? t("duplicate", { name: role.name }) : t("new");
  return (
    <>
      <Trail steps={[{ label: title }]} />
      <PageHeader title={title} />
      <RoleForm role={role} mode={role ? "duplicate" : "add"} held={[...person.grants]} />
    </>
  );
}
