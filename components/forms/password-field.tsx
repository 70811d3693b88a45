"use client";

import Eye from "lucide-react/icons/eye";
import EyeOff from "lucide-react/icons/eye-off";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ControlSize } from "#components/ui/control-classes.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Field, type FieldProps } from "./field.tsx";
import { useField } from "./use-field.ts";

type PasswordFieldProps = FieldProps & {
  /** Tells a password manager whether to fill in or to propose one. */
  autoComplete: "current-password" | "new-password";
  controlSize?: ControlSize;
  autoFocus?: boolean;
};

/** A password that can be shown. Pasting and password managers work. */
export function PasswordField({ name, label, hint, required, disabled, ownedBy, className, ...input }: PasswordFieldProps) {
  const t = useTranslations("ui.form");
  const field = useField(name, label);
  const [shown, setShown] = useState(false);
  return (
    <Field id={field.id} label={label} hint={hint} required={required} ownedBy={ownedBy} error={field.error} className={className}>
      {(aria) => (
        <Input
          {...aria}
          {...input}
          name={name}
          type={shown ? "text" : "password"}
          value={typeof field.value === "string" ? field.value : ""}
          disabled={disabled}
          readOnly={Boolean(ownedBy)}
          autoCapitalize="none"
          spellCheck={false}
          onBlur={field.blur}
          onChange={(event) => field.change(event.target.value)}
          trailing={
            <IconButton
              size="sm"
              label={t(shown ? "hidePassword" : "showPassword", { field: label })}
              icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
              onClick={() => setShown(!shown)}
            />
          }
        />
      )}
    </Field>
  );
}
