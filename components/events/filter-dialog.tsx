"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "#components/forms/field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Input } from "#components/ui/input.tsx";
import { filterOptions } from "#lib/events/rules.ts";
import type { EventSource } from "#lib/events/schemas.ts";
import type { EventFilters } from "./event-list.ts";
import type { EventWords } from "./event-words.ts";
import { choiceOf, dateFault, filtersOf, NOTHING_CHOSEN } from "./filter-choice.ts";
import type { FilterChoice } from "./filter-choice.ts";
import { FilterDate } from "./filter-date.tsx";
import { FilterSelect } from "./filter-select.tsx";

type FilterDialogProps = {
  filters: EventFilters;
  sources: readonly EventSource[];
  words: EventWords;
  onApply: (filters: EventFilters) => void;
  onClose: () => void;
};

const CHOICES = ["assetKind", "action", "type"] as const;

/** "Create/Edit Filters": each choice leaves the others only what fits it (EVENT-29, EVENT-46 to EVENT-50). */
export function FilterDialog({ filters, sources, words, onApply, onClose }: FilterDialogProps) {
  const t = useTranslations("events.filter");
  const timeZone = useTimeZone() ?? "UTC";
  const [choice, setChoice] = useState(() => choiceOf(filters, timeZone));
  const [isTried, setTried] = useState(false);
  const change = (changed: Partial<FilterChoice>) => setChoice((before) => ({ ...before, ...changed }));
  const options = filterOptions(sources, choice);
  const labels = { assetKind: words.assetKind, action: words.action, type: (type: string) => type };
  const names = { assetKind: t("asset"), action: t("action"), type: t("type") };
  const wrong = isTried ? dateFault(choice, timeZone) : null;

  function apply() {
    setTried(true);
    if (dateFault(choice, timeZone) === null) onApply(filtersOf(choice, timeZone));
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      footer={
        <>
          <span className="me-auto">
            <Button variant="ghost" onClick={() => setChoice(NOTHING_CHOSEN)}>
              {t("clear")}
            </Button>
          </span>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" form="event-filter">
            {t("ok")}
          </Button>
        </>
      }
    >
      <form
        id="event-filter"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <div>
          <h3 className="text-sm font-semibold">{t("section")}</h3>
          <p className="mt-0.5 text-fg-2">{t("hint")}</p>
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          {CHOICES.map(
            (id) =>
              // A partner's own account has no integration, and with it no choice of types.
              (options[id].length > 0 || choice[id] !== "") && (
                <FilterSelect
                  key={id}
                  id={`filter-${id}`}
                  label={names[id]}
                  value={choice[id]}
                  options={options[id].map((value) => ({ value, label: labels[id](value) }))}
                  onChange={(value) => change({ [id]: value })}
                />
              ),
          )}
          <Field id="filter-actorId" label={t("actorId")} hint={t("actorIdHint")}>
            {(aria) => <Input {...aria} maxLength={100} autoComplete="off" value={choice.actorId} onChange={(event) => change({ actorId: event.target.value })} />}
          </Field>
        </div>
        <fieldset>
          <legend className="mb-1 text-sm font-semibold">{t("date")}</legend>
          <div className="grid gap-3 sm:grid-cols-2">
            <FilterDate end="start" choice={choice} fault={wrong?.at === "start" ? t(wrong.fault) : undefined} onChange={change} />
            <FilterDate end="end" choice={choice} fault={wrong?.at === "end" ? t(wrong.fault) : undefined} onChange={change} />
          </div>
          <p className="mt-1 text-xs text-fg-3">{t("zone", { zone: timeZone })}</p>
        </fieldset>
      </form>
    </Dialog>
  );
}
