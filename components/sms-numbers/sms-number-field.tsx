"use client";

import Search from "lucide-react/icons/search";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { Field } from "#components/forms/field.tsx";
import { useField } from "#components/forms/use-field.ts";
import { useServerSearch } from "#components/shell/use-server-search.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { Input } from "#components/ui/input.tsx";
import type { NumberChoice, NumberChoices } from "#lib/sms-numbers/schemas.ts";

type SmsNumberFieldProps = {
  accountId: string;
  /** Whether users of the account can have numbers (USER-23). */
  enabled: boolean;
  /** Twilio does not list the present one any more. */
  isGone?: boolean;
  ownedBy?: ReactNode;
  className?: string;
};

/** The SMS number of a user, out of those that nobody has; searched on the server, as there may be thousands (USER-22). */
export function SmsNumberField({ accountId, enabled, isGone = false, ownedBy, className }: SmsNumberFieldProps) {
  const t = useTranslations("users.form");
  const field = useField("smsNumber", t("smsNumber"));
  const number = typeof field.value === "string" ? field.value : "";
  const hint = enabled ? t(isGone && number !== "" ? "smsNumberGone" : "smsNumberHint") : t("smsNumberOff");
  return (
    <Field id={field.id} label={t("smsNumber")} hint={hint} ownedBy={ownedBy} error={field.error} className={className}>
      {({ "aria-required": _, ...aria }) =>
        enabled && !ownedBy ? <NumberChooser {...aria} accountId={accountId} number={number} disabled={field.saving} onChange={field.change} /> : <Input {...aria} value={number} placeholder={t("smsNumberNone")} disabled={!enabled} readOnly />
      }
    </Field>
  );
}

type NumberChooserProps = {
  accountId: string;
  number: string;
  disabled: boolean;
  onChange: (number: string) => void;
  id: string;
  "aria-invalid": boolean | undefined;
  "aria-describedby": string | undefined;
};

function NumberChooser({ accountId, number, onChange, ...control }: NumberChooserProps) {
  const t = useTranslations("users.form");
  const [text, setText] = useState("");
  const { found } = useServerSearch<NumberChoices>({
    text,
    asksEmpty: true,
    pathOf: (search) => `/accounts/${accountId}/sms-numbers/choices?${new URLSearchParams({ search: search.slice(0, 100) })}`,
    narrow: (answer) => answer,
  });
  const free: NumberChoice[] = found.status === "found" ? found.answer.items : [];
  const known = number === "" || free.some((choice) => choice.number === number) ? free : [{ number, friendlyName: "" }, ...free];
  const choose = (next: string | null) => {
    setText("");
    onChange(next ?? "");
  };
  return (
    <Combobox
      {...control}
      options={known.map(({ number: value, friendlyName }) => ({ value, label: value, hint: friendlyName }))}
      value={number === "" ? null : number}
      onValueChange={choose}
      onSearch={setText}
      loading={found.status === "searching"}
      trigger={{ icon: <Search aria-hidden />, label: t("smsNumberSearch") }}
      placeholder={t("smsNumberNone")}
    />
  );
}
