"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "#components/forms/field.tsx";
import { useField } from "#components/forms/use-field.ts";
import { useServerSearch } from "#components/shell/use-server-search.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { AssignedAccount } from "#lib/client-applications/schemas.ts";

type Answer = { items: AssignedAccount[] };

const SHOWN = 10;

/** The customer accounts of an application: searched by name, each added by choosing and taken out by its cross. */
export function AccountsField({ assigned }: { assigned: readonly AssignedAccount[] }) {
  const t = useTranslations("developer.fields");
  const field = useField("accountIds", t("accounts"));
  const [known, setKnown] = useState<readonly AssignedAccount[]>(assigned);
  const [text, setText] = useState("");
  const { found } = useServerSearch<Answer>({ text, pathOf: (search) => `/accounts?${new URLSearchParams({ search: search.slice(0, 100), size: String(SHOWN) })}`, narrow: (answer) => answer });
  const ids = (field.value ?? []) as string[];
  const items = found.status === "found" ? found.answer.items.filter(({ id }) => !ids.includes(id)) : [];
  const add = (id: string | null) => {
    const chosen = items.find((item) => item.id === id);
    if (!chosen) return;
    setKnown([...known, chosen]);
    field.change([...ids, chosen.id]);
    setText("");
  };
  return (
    <Field id={field.id} label={t("accounts")} hint={t("accountsHint")} error={field.error}>
      {({ "aria-required": _, ...aria }) => (
        <>
          {ids.length > 0 && (
            <ul className="flex flex-wrap gap-1.5 pb-1">
              {ids.map((id) => {
                const name = known.find((account) => account.id === id)?.name ?? id;
                return (
                  <li key={id}>
                    <Tag onRemove={() => field.change(ids.filter((each) => each !== id))} removeLabel={t("remove", { name })}>
                      {name}
                    </Tag>
                  </li>
                );
              })}
            </ul>
          )}
          <Combobox
            key={ids.length}
            {...aria}
            placeholder={t("search")}
            options={items.map(({ id, name }) => ({ value: id, label: name }))}
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
