"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "#components/forms/field.tsx";
import { useField } from "#components/forms/use-field.ts";
import { useServerSearch } from "#components/shell/use-server-search.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { MicollabNumbers, SmsNumberPage } from "#lib/sms-numbers/schemas.ts";

type MicollabNumbersFieldProps = { accountId: string; given: MicollabNumbers["numbers"] };

/** Several numbers out of the free ones; a number that MiCollab uses has no cross (TWSMS-05, TWSMS-07). */
export function MicollabNumbersField({ accountId, given }: MicollabNumbersFieldProps) {
  const t = useTranslations("twilio.micollab");
  const field = useField("numbers", t("numbers"));
  const [text, setText] = useState("");
  const { found } = useServerSearch<SmsNumberPage>({
    text,
    asksEmpty: true,
    pathOf: (search) => `/accounts/${accountId}/sms-numbers?${new URLSearchParams({ ...(search && { search: search.slice(0, 100) }), state: "free", size: "50" })}`,
    narrow: (answer) => answer,
  });
  const chosen = (field.value ?? []) as string[];
  const isGiven = new Map(given.map((each) => [each.number, each]));
  // What was given and is taken out here is free again before the server knows of it.
  const takenOut = given.filter(({ number, gone }) => !gone && !chosen.includes(number));
  const free = [...takenOut, ...(found.status === "found" ? found.answer.items : [])].filter(({ number }) => !chosen.includes(number));
  const add = (number: string | null) => {
    if (number === null) return;
    field.change([...chosen, number]);
    setText("");
  };
  return (
    <Field id={field.id} label={t("numbers")} hint={given.some(({ inUse }) => inUse) ? t("inUseHint") : t("numbersHint")} error={field.error}>
      {({ "aria-required": _, ...aria }) => (
        <>
          {chosen.length > 0 && (
            <ul className="flex flex-wrap gap-1.5 pb-1">
              {chosen.map((number) => (
                <li key={number}>
                  {isGiven.get(number)?.inUse ? (
                    <Tag tone="accent">
                      {number} ({t("inUse")})
                    </Tag>
                  ) : (
                    <Tag onRemove={() => field.change(chosen.filter((each) => each !== number))} removeLabel={t("remove", { number })}>
                      {number}
                      {isGiven.get(number)?.gone && ` (${t("gone")})`}
                    </Tag>
                  )}
                </li>
              ))}
            </ul>
          )}
          <Combobox
            key={chosen.length}
            {...aria}
            placeholder={t("search")}
            options={free.map(({ number, friendlyName }) => ({ value: number, label: number, hint: friendlyName }))}
            value={null}
            onValueChange={add}
            onSearch={setText}
            loading={found.status === "searching"}
            disabled={field.saving}
          />
        </>
      )}
    </Field>
  );
}
