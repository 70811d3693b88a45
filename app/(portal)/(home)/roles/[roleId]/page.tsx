import type { Metadata } from "next";
import { personAt } from "#app/actor.ts";
import { PermissionTable } from "#components/roles/permission-table.tsx";
import { RoleForm } from "#components/roles/role-form.tsx";
import { RoleHeading } from "#components/roles/role-heading.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { Card } from "#components/ui/card.tsx";
import type { Grant } from "#lib/permissions/schemas.ts";
import { roleRights } from "../rights.ts";
import { roleAt } from "./role.ts";

type Props = { params: Promise<{ roleId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await roleAt((await params).roleId)).name };
}

export default async function RolePage({ params }: Props) {
  const { person } = await personAt(null);
  const role = await roleAt((await params).roleId);
  const rights = roleRights(person);
  return (
    <>
      <Trail steps={[{ label: role.name }]} />
      <RoleHeading role={role} rights={rights} tab="details" />
      {rights.edit ? (
        <RoleForm role={role} mode="edit" held={[...person.grants]} />
      ) : (
        <Card flush>
          <PermissionTable base={role.base} ticked={role.grants as Grant[]} held={[]} />
        </Card>
      )}
    </>
  );
}
