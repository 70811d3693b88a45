"use client";

import { Autocomplete as Base } from "@base-ui/react/autocomplete";
import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Field } from "#components/forms/field.tsx";
import { useField } from "#components/forms/use-field.ts";
import { classNames } from "#components/ui/class-names.ts";
import { CONTROL_FRAME, CONTROL_HEIGHT } from "#components/ui/control-classes.ts";
import { POPUP, POPUP_ITEM, POPUP_LAYER } from "#components/ui/popup-classes.ts";
import type { SupportContact } from "#lib/accounts/schemas.ts";
import { choices, contactsIn, withContacts } from "./contact-list.ts";
import { ContactTags } from "./contact-tags.tsx";
import { useContactSuggestions } from "./use-contact-suggestions.ts";

/**
 * Support contacts: known people are searched while typing, any other address is added with Enter (SUPCON-06 to SUPCON-08,
 * SUPCON-13). What is chosen takes effect with the form around it (SUPCON-09).
 */
export function SupportContactsField({ suggestionsAt }: { suggestionsAt: string }) {
  const t = useTranslations("accounts.contacts");
  const field = useField("supportContacts", t("label"));
  const [text, setText] = useState("");
  const [invalid, setInvalid] = useState(false);
  const highlighted = useRef<SupportContact | undefined>(undefined);
  const list = (field.value ?? []) as SupportContact[];
  const { found, searching } = useContactSuggestions(suggestionsAt, text);
  const items = text.trim() === "" ? [] : choices(text, found, list);

  function type(next: string) {
    setText(next);
    setInvalid(false);
  }
  function add(contacts: readonly SupportContact[], rest = "") {
    if (contacts.length > 0) field.change(withContacts(list, contacts));
    type(rest);
  }
  /** Takes what was typed; what is no address stays in the field and is named as such. */
  function takeTyped() {
    const { contacts, rest } = contactsIn(text);
    add(contacts, rest.join(" "));
    setInvalid(rest.length > 0);
  }
  function leave() {
    takeTyped();
    field.blur();
  }
  return (
    <Field id={field.id} label={t("label")} hint={t("hint")} required error={invalid ? t("invalid") : field.error} className="max-w-2xl">
      {({ "aria-required": _, ...aria }) => (
        <>
          <ContactTags contacts={list} onRemove={(email) => field.change(list.filter((contact) => contact.email !== email))} />
          <Base.Root
            items={items}
            mode="none"
            value={text}
            onValueChange={(next, { reason }) => reason !== "item-press" && type(next)}
            itemToStringValue={({ email }: SupportContact) => email}
            onItemHighlighted={(item) => (highlighted.current = item)}
          >
            <Base.Input
              {...aria}
              type="text"
              inputMode="email"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              disabled={field.saving}
              className={classNames(CONTROL_FRAME, CONTROL_HEIGHT.md, "px-3")}
              onBlur={leave}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || highlighted.current) return;
                // Enter in this field adds an address, it does not send the form.
                event.preventDefault();
                takeTyped();
              }}
            />
            <Base.Portal>
              <Base.Positioner sideOffset={4} align="start" className={POPUP_LAYER}>
                <Base.Popup className={classNames(POPUP, "w-(--anchor-width) min-w-48 overflow-y-auto p-1")}>
                  <Base.Status className="px-2 py-1.5 text-fg-3 empty:hidden">{searching && items.length === 0 ? t("searching") : null}</Base.Status>
                  <Base.Empty className="px-2 py-1.5 text-fg-3 empty:hidden">{searching || text.trim() === "" ? null : t("nothing")}</Base.Empty>
                  <Base.List>
                    {(contact: SupportContact) => (
                      <Base.Item key={contact.email} value={contact} onClick={() => add([contact])} className={POPUP_ITEM}>
                        <span className="flex min-w-0 flex-1 flex-col">
                          <span className="truncate">{contact.name || contact.email}</span>
                          {contact.name && <span className="truncate text-xs text-fg-3">{contact.email}</span>}
                        </span>
                        <span className="inline-flex items-center gap-1 text-xs font-semibold text-accent">
                          <Plus aria-hidden />
                          {t("add")}
                        </span>
                      </Base.Item>
                    )}
                  </Base.List>
                </Base.Popup>
              </Base.Positioner>
            </Base.Portal>
          </Base.Root>
        </>
      )}
    </Field>
  );
}
