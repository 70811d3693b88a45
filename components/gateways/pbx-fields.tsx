"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { useFormContext } from "#components/forms/form-context.ts";
import { PasswordField } from "#components/forms/password-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PBX_TYPE_KEYS, PBX_TYPES } from "#lib/gateways/schemas.ts";
import type { PbxView } from "#lib/gateways/schemas.ts";
import { InfoButton } from "./info.tsx";

const OPTIONS = PBX_TYPE_KEYS.map((value) => ({ value, label: PBX_TYPES[value] }));

type Kept = PbxView["keptSecrets"];

/** The fields that the chosen type of PBX asks for (GW-25, GW-26). */
export function PbxFields({ kept }: { kept: Kept }) {
  const t = useTranslations("gateways.pbx");
  const { control } = useFormContext();
  const type: unknown = useWatch({ control, name: "pbx.type" });
  const isMivb = type === "mivoice_business";
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <SelectField name="pbx.type" label={t("type")} options={OPTIONS} placeholder={t("choose")} hint={isMivb ? t("mivbHint") : undefined} required className="sm:max-w-sm" />
      </div>
      <Asked name="name" />
      {isMivb ? (
        <>
          <Asked name="address" label="mivbAddress" />
          <Asked name="mbgAddress" />
          <Secret name="mbgPassword" kept={kept} required />
          <Asked name="micollabAddress" required={false} />
          <Secret name="micollabPassword" kept={kept} />
        </>
      ) : (
        <>
          <Asked name="address" />
          <Asked name="port" inputMode="numeric" />
          <Asked name="username" />
          <Secret name="password" kept={kept} required />
        </>
      )}
    </div>
  );
}

type AskedName = "name" | "address" | "port" | "username" | "mbgAddress" | "micollabAddress";

function Asked({ name, label = name, required = true, inputMode }: { name: AskedName; label?: AskedName | "mivbAddress"; required?: boolean; inputMode?: "numeric" }) {
  const t = useTranslations("gateways.pbx");
  return <TextField name={`pbx.${name}`} label={t(label)} required={required} inputMode={inputMode} trailing={<InfoButton of={t(label)}>{t(`${name}Info`)}</InfoButton>} />;
}

function Secret({ name, kept, required }: { name: Kept[number]; kept: Kept; required?: boolean }) {
  const t = useTranslations("gateways.pbx");
  const isKept = kept.includes(name);
  return (
    <div className="flex items-start gap-1">
      <PasswordField name={`pbx.${name}`} label={t(name)} autoComplete="new-password" hint={isKept ? t("kept") : undefined} required={required && !isKept} className="flex-1" />
      <span className="mt-6 pt-1">
        <InfoButton of={t(name)}>{t(`${name}Info`)}</InfoButton>
      </span>
    </div>
  );
}
