"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "#components/forms/field.tsx";
import type { FieldProps } from "#components/forms/field.tsx";
import { useField } from "#components/forms/use-field.ts";
import { Input } from "#components/ui/input.tsx";
import { Tag } from "#components/ui/tag.tsx";

const LONGEST = 20;

/** Numbers of agent groups, each a tag. A number becomes one with Enter, a comma, or by going on to the next field. */
export function AgentGroupsField({ name, label, hint }: Pick<FieldProps, "name" | "label" | "hint">) {
  const t = useTranslations("plans.new");
  const field = useField(name, label);
  const [text, setText] = useState("");
  const groups = Array.isArray(field.value) ? (field.value as string[]) : [];

  const take = (typed: string) => {
    const added = typed.split(/[\s,;]+/).filter((group) => group !== "");
    if (added.length > 0) field.change([...new Set([...groups, ...added])]);
    setText("");
  };
  return (
    <Field id={field.id} label={label} hint={hint} error={field.error}>
      {(aria) => (
        <>
          {groups.length > 0 && (
            <ul className="flex flex-wrap gap-1.5">
              {groups.map((group) => (
                <li key={group}>
                  <Tag tone="accent" removeLabel={t("removeGroup", { group })} onRemove={() => field.change(groups.filter((each) => each !== group))}>
                    {group}
                  </Tag>
                </li>
              ))}
            </ul>
          )}
          <Input
            {...aria}
            className="sm:max-w-1/2"
            autoComplete="off"
            inputMode="tel"
            maxLength={LONGEST}
            value={text}
            onChange={(event) => (/[\s,;]$/.test(event.target.value) ? take(event.target.value) : setText(event.target.value))}
            onKeyDown={(event) => {
              if (event.key === "Enter" && text.trim() !== "") {
                event.preventDefault();
                take(text);
              } else if (event.key === "Backspace" && text === "" && groups.length > 0) field.change(groups.slice(0, -1));
            }}
            onBlur={() => {
              take(text);
              field.blur();
            }}
          />
        </>
      )}
    </Field>
  );
}
