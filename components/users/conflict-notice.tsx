"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormContext } from "#components/forms/form-context.ts";
import { Banner } from "#components/ui/banner.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { RoleChoice } from "#lib/roles/schemas.ts";
import type { Conflict, EditedField } from "./edit-conflict.ts";

/**
 * After somebody else has saved the same user first: takes over what only they changed, and lets the reader choose, field by
 * field, where both changed something. What was typed stays until the other is chosen.
 */
export function ConflictNotice({ conflict: { by, theirs, both }, roles }: { conflict: Conflict; roles: readonly RoleChoice[] }) {
  const t = useTranslations("users.conflict");
  const { setValue } = useFormContext();
  const { labelOf, valueOf } = useFieldWords(roles);
  useEffect(() => {
    for (const { field, value } of theirs) setValue(field, value);
  }, [theirs, setValue]);
  return (
    <Banner live tone="warn" className="mb-5" title={t("title", { who: by || t("somebody") })}>
      <p>{t("text")}</p>
      {theirs.length > 0 && (
        <ul className="mt-2 list-disc ps-5">
          {theirs.map(({ field, value }) => (
            <li key={field}>{t("taken", { field: labelOf(field), theirs: valueOf(field, value) })}</li>
          ))}
        </ul>
      )}
      {both.map((each) => (
        <FieldChoice
          key={each.field}
          name={`conflict-${each.field}`}
          label={labelOf(each.field)}
          mine={t("mine", { value: valueOf(each.field, each.mine) })}
          theirs={t("theirs", { value: valueOf(each.field, each.theirs) })}
          onChoose={(choice) => setValue(each.field, each[choice], { shouldDirty: true })}
        />
      ))}
    </Banner>
  );
}

type Choice = "mine" | "theirs";
type FieldChoiceProps = { name: string; label: string; mine: string; theirs: string; onChoose: (choice: Choice) => void };

function FieldChoice({ name, label, mine, theirs, onChoose }: FieldChoiceProps) {
  const [chosen, setChosen] = useState<Choice>("mine");
  return (
    <div className="mt-3">
      <p id={name} className="font-semibold text-fg">
        {label}
      </p>
      <RadioGroup
        name={`${name}-choice`}
        aria-labelledby={name}
        value={chosen}
        onValueChange={(choice) => {
          setChosen(choice);
          onChoose(choice);
        }}
        options={[
          { value: "mine", label: mine },
          { value: "theirs", label: theirs },
        ]}
      />
    </div>
  );
}

function useFieldWords(roles: readonly RoleChoice[]) {
  const roleName = (value: string) => roles.find((role) => role.value === value)?.name ?? value;
  const t = useTranslations("users");
  const labels: Record<EditedField, string> = {
    name: t("form.name"),
    firstName: t("form.firstName"),
    lastName: t("form.lastName"),
    email: t("form.email"),
    mobileNumber: t("form.mobile"),
    smsNumber: t("form.smsNumber"),
    username: t("form.username"),
    role: t("form.role"),
  };
  return {
    labelOf: (field: EditedField) => labels[field],
    valueOf: (field: EditedField, value: string) => (field === "role" ? roleName(value) : value || t("conflict.empty")),
  };
}
