"use client";

import Eye from "lucide-react/icons/eye";
import EyeOff from "lucide-react/icons/eye-off";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field, labelId } from "#components/forms/field.tsx";
import { useField } from "#components/forms/use-field.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { PASSWORD_MODES } from "#lib/templates/schemas.ts";
import type { PasswordMode, SecretField as SecretName } from "#lib/templates/schemas.ts";
import { useTemplateForm } from "./template-form-context.ts";

type SecretFieldProps = { path: string; label: string; name: SecretName };

const MODES = Object.keys(PASSWORD_MODES) as PasswordMode[];

/**
 * How users get a password or passcode: one of three, with the text beside the last (ACDTPL-08). In a default template the
 * choice that is made stays, and the others are disabled (ACDTPL-09). A value that is set can be replaced, not read.
 */
export function SecretField({ path, label, name }: SecretFieldProps) {
  const t = useTranslations("templates.form");
  const { locked, held } = useTemplateForm();
  const valueLabel = t("valueOf", { field: label, choice: PASSWORD_MODES.value });
  const mode = useField(`${path}.mode`, label);
  const value = useField(`${path}.value`, valueLabel);
  const fixed = locked(path);
  const isValue = mode.value === "value";
  const options = MODES.map((each) => ({ value: each, label: PASSWORD_MODES[each], disabled: fixed && each !== mode.value }));
  return (
    <Field id={mode.id} label={label} labelling="labelledby" error={mode.error ?? value.error} hint={isValue && held[name] && t("isSet")}>
      {({ "aria-required": _, ...aria }) => (
        <div className="flex flex-wrap items-end gap-x-3 gap-y-1">
          <RadioGroup
            {...aria}
            aria-labelledby={labelId(mode.id)}
            name={mode.id}
            options={options}
            value={mode.value as PasswordMode}
            onValueChange={mode.change}
            onBlur={mode.blur}
          />
          <SecretInput id={value.id} label={valueLabel} digits={name === "tuiPasscode"} value={String(value.value ?? "")} disabled={fixed || !isValue} error={value.error} describedBy={aria["aria-describedby"]} onChange={value.change} onBlur={value.blur} />
        </div>
      )}
    </Field>
  );
}

type SecretInputProps = {
  id: string;
  label: string;
  digits: boolean;
  value: string;
  disabled: boolean;
  error: string | undefined;
  describedBy: string | undefined;
  onChange: (value: string) => void;
  onBlur: () => void;
};

function SecretInput({ id, label, digits, value, disabled, error, describedBy, onChange, onBlur }: SecretInputProps) {
  const t = useTranslations("templates.form");
  const [shown, setShown] = useState(false);
  return (
    <Input
      id={id}
      aria-label={label}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy}
      type={shown ? "text" : "password"}
      inputMode={digits ? "numeric" : undefined}
      autoComplete="new-password"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={64}
      controlSize="sm"
      className="min-w-32 flex-1 basis-32"
      value={disabled ? "" : value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
      trailing={
        disabled ? undefined : (
          <IconButton size="sm" label={t(shown ? "hide" : "show")} icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />} onClick={() => setShown(!shown)} />
        )
      }
    />
  );
}
