"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useWatch } from "react-hook-form";
import { useFormContext } from "#components/forms/form-context.ts";
import { TextField } from "#components/forms/text-field.tsx";

type NameFieldsProps = {
  /** By field: who keeps it, where that is not the portal. */
  ownerOf: (field: "firstName" | "lastName" | "name") => string | undefined;
};

/** Name, first and last name. The name goes along with the other two until it is made another than both together. */
export function NameFields({ ownerOf }: NameFieldsProps) {
  const t = useTranslations("users.form");
  useNameAlong();
  return (
    <>
      <TextField name="name" label={t("name")} hint={t("nameHint")} required ownedBy={ownerOf("name")} className="sm:col-span-2" />
      <TextField name="firstName" label={t("firstName")} required ownedBy={ownerOf("firstName")} />
      <TextField name="lastName" label={t("lastName")} required ownedBy={ownerOf("lastName")} />
    </>
  );
}

function useNameAlong(): void {
  const { control, setValue } = useFormContext();
  const [name, firstName, lastName] = useWatch({ control, name: ["name", "firstName", "lastName"] }) as string[];
  const joined = `${firstName?.trim()} ${lastName?.trim()}`.trim();
  const before = useRef(joined);
  useEffect(() => {
    if (before.current === joined) return;
    if (name === before.current) setValue("name", joined, { shouldDirty: true });
    before.current = joined;
  }, [joined, name, setValue]);
}
