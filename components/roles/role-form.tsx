"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useController } from "react-hook-form";
import { request } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { useFormContext } from "#components/forms/form-context.ts";
import { RadioField } from "#components/forms/radio-field.tsx";
import { SaveBar } from "#components/forms/save-bar.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.tsx";
import { standardGrants } from "#lib/permissions/grants.ts";
import { BASE_ROLES, type BaseRole, type Grant } from "#lib/permissions/schemas.ts";
import { RoleForm as RoleShape, type RoleView } from "#lib/roles/schemas.ts";
import { PermissionTable } from "./permission-table.tsx";

type RoleFormProps = {
  /** The role that is edited, or that the new one is a copy of. */
  role: RoleView | null;
  mode: "add" | "duplicate" | "edit";
  held: readonly string[];
};

/** The form of a role: new, a copy, or one that is there (ROLE-05 to ROLE-11, ROLE-34 to ROLE-36). */
export function RoleForm({ role, mode, held }: RoleFormProps) {
  const t = useTranslations("roles.form");
  const router = useRouter();
  const [version, setVersion] = useState(role?.version ?? 1);
  const isNew = mode !== "edit";
  const first: BaseRole = role?.base ?? "partner";
  const defaults = {
    name: mode === "duplicate" ? t("copyOf", { name: role!.name }) : (role?.name ?? ""),
    description: role?.description ?? "",
    base: first,
    grants: (role?.grants as Grant[] | undefined) ?? standardGrants(first).filter((grant) => held.includes(grant)),
  };
  return (
    <Form
      key={role ? `${role.id} ${role.version}` : "new"}
      schema={RoleShape}
      defaultValues={defaults}
      onSubmit={(values, { name, description, grants }) =>
        isNew
          ? request<RoleView>("POST", "/roles", { body: { ...values, ...(mode === "duplicate" && { duplicateOf: role!.id }) } })
          : request<RoleView>("PATCH", `/roles/${role!.id}`, { body: { version, name, description, grants } })
      }
      onSaved={(saved) => {
        toast({ title: t(isNew ? "added" : "saved"), description: saved.name });
        setVersion(saved.version);
        if (isNew) router.push(`/roles/${saved.id}/accounts`);
        else router.refresh();
      }}
      guard
      className="flex flex-col gap-4"
    >
      <Card title={t("details")}>
        <div className="grid max-w-3xl gap-4">
          <TextField name="name" label={t("name")} required />
          <TextField name="description" label={t("description")} />
          <BaseField fixed={mode !== "add"} held={held} />
        </div>
      </Card>
      <PermissionsSection held={held} />
      <SaveBar cancel={isNew ? <ButtonLink href="/roles">{t("cancel")}</ButtonLink> : undefined} />
    </Form>
  );
}

/** Another base role has other lines, and begins with all of them ticked. */
function BaseField({ fixed, held }: { fixed: boolean; held: readonly string[] }) {
  const t = useTranslations("roles.form");
  const { control } = useFormContext();
  const { field: grants } = useController({ name: "grants", control });
  return (
    <div
      onChange={(event) => {
        const chosen = (event.target as HTMLInputElement).value as BaseRole;
        grants.onChange(standardGrants(chosen).filter((grant) => held.includes(grant)));
      }}
    >
      <RadioField name="base" label={t("base")} disabled={fixed} hint={fixed ? t("baseFixed") : undefined} options={BASE_ROLES.map((value) => ({ value, label: t(`bases.${value}`) }))} />
    </div>
  );
}

function PermissionsSection({ held }: { held: readonly string[] }) {
  const t = useTranslations("roles.permissions");
  const { control } = useFormContext();
  const { field: base } = useController({ name: "base", control });
  const { field: grants } = useController({ name: "grants", control });
  return (
    <details open className="group overflow-clip rounded-lg border border-line bg-surface shadow-sm">
      <summary className="cursor-pointer px-4 py-3.5 focus-visible:-outline-offset-2">
        <h2 className="inline text-base font-semibold">{t("section")}</h2>
        <span className="ms-2 text-sm text-fg-3">{t("caption")}</span>
      </summary>
      <div className="border-t border-line">
        <PermissionTable base={base.value as BaseRole} ticked={grants.value as Grant[]} held={held} onChange={grants.onChange} />
      </div>
    </details>
  );
}
