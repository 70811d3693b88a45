"use client";

import { useState } from "react";
import { useServerSearch } from "#components/shell/use-server-search.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Field } from "./field.tsx";
import { useField } from "./use-field.ts";

type Item = { id: string; name: string };

type ChosenFieldProps<Found extends Item> = {
  /** The field holds the ids of what is chosen. */
  name: string;
  label: string;
  hint: string;
  placeholder: string;
  removeLabel: (name: string) => string;
  /** What was chosen before, for its names. */
  chosen: readonly Found[];
  /** Where a text is searched for. */
  pathOf: (search: string) => string;
  /** Beside the name of what was found. */
  detailOf?: (item: Found) => string;
};

/** Several things out of many: searched on the server, each added by choosing and taken out by its cross. */
export function ChosenField<Found extends Item>({ name, label, hint, placeholder, removeLabel, chosen, pathOf, detailOf }: ChosenFieldProps<Found>) {
  const field = useField(name, label);
  const [known, setKnown] = useState<readonly Found[]>(chosen);
  const [text, setText] = useState("");
  const { found } = useServerSearch<{ items: Found[] }>({ text, pathOf: (search) => pathOf(search.slice(0, 100)), narrow: (answer) => answer });
  const ids = (field.value ?? []) as string[];
  const items = found.status === "found" ? found.answer.items.filter(({ id }) => !ids.includes(id)) : [];
  const add = (id: string | null) => {
    const item = items.find((each) => each.id === id);
    if (!item) return;
    setKnown([...known, item]);
    field.change([...ids, item.id]);
    setText("");
  };
  return (
    <Field id={field.id} label={label} hint={hint} error={field.error}>
      {({ "aria-required": _, ...aria }) => (
        <>
          {ids.length > 0 && (
            <ul className="flex flex-wrap gap-1.5 pb-1">
              {ids.map((id) => {
                const called = known.find((item) => item.id === id)?.name ?? id;
                return (
                  <li key={id}>
                    <Tag onRemove={() => field.change(ids.filter((each) => each !== id))} removeLabel={removeLabel(called)}>
                      {called}
                    </Tag>
                  </li>
                );
              })}
            </ul>
          )}
          <Combobox
            key={ids.length}
            {...aria}
            placeholder={placeholder}
            options={items.map((item) => ({ value: item.id, label: item.name, ...(detailOf && { hint: detailOf(item) }) }))}
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
