"use client";

import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxField } from "#components/forms/checkbox-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import type { TemplateField as FieldOfTemplate } from "#lib/templates/fields.ts";
import { PHONE_SLOTS, SECRET_FIELDS } from "#lib/templates/schemas.ts";
import type { TemplateValues } from "#lib/templates/schemas.ts";
import type { Offer } from "#lib/templates/rules.ts";
import { ChoiceField } from "./choice-field.tsx";
import { fixedOptions, typedOptions } from "./choice-options.ts";
import { NumberField } from "./number-field.tsx";
import { SecretField } from "./secret-field.tsx";
import { useTemplateForm } from "./template-form-context.ts";
import { TypedChoiceField } from "./typed-choice-field.tsx";

type TemplateFieldProps = { field: FieldOfTemplate; className?: string };

/** One field of a template with the control that the field table names, its warning, and its lock. */
export function TemplateField({ field, className }: TemplateFieldProps) {
  const t = useTranslations("templates.form");
  const { values, offer, warnings, locked } = useTemplateForm();
  const { path, label, control } = field;
  const held = isHeldBack(path, values, offer);
  const warning = warnings.find((each) => each.path === path);
  const hint = warning ? <Warning>{warning.message}</Warning> : held && !locked(path) ? t("notOffered") : undefined;
  const shared = { name: path, label, hint, className, disabled: locked(path) || held };
  switch (control) {
    case "check":
      return <CheckboxField {...shared} />;
    case "number":
      return <NumberField {...shared} />;
    case "password":
      return <SecretField path={path} label={label} name={SECRET_FIELDS.find((name) => path.endsWith(name))!} />;
    case "choice":
      return <Choice field={field} shared={shared} />;
    default:
      return <TextField {...shared} required={(path === "label" && !locked(path)) || undefined} />;
  }
}

type Shared = { name: string; label: string; hint: ReactNode; className: string | undefined; disabled: boolean };

function Choice({ field, shared }: { field: FieldOfTemplate; shared: Shared }) {
  const t = useTranslations("templates.form");
  const { values, choices } = useTemplateForm();
  const typed = typedOptions(field, choices);
  // A profile of the client is never null, one of a phone may be.
  if (typed) return <TypedChoiceField {...shared} options={typed} emptyAsNull={NULLABLE.test(field.path)} placeholder={NULLABLE.test(field.path) ? t("none") : undefined} />;
  const current = shared.name.split(".").reduce<unknown>((node, key) => Reflect.get(node as object, key), values);
  const words = { none: t("none"), localElement: t("localElement"), notSold: t("notSold") };
  const options = fixedOptions(field.choices as Parameters<typeof fixedOptions>[0], current, { values, choices, words });
  const hint = shared.hint ?? kindOf(options, current) ?? (field.choices === "networkElements" && choices.networkElements.length === 0 ? t("noElement") : undefined);
  return <ChoiceField {...shared} hint={hint} options={options} />;
}

/** Fields that hold `null` while nothing is chosen. */
const NULLABLE = /^user\.(serviceCategory|department|location)$|^phones\.\w+\.(secondaryElement|deploymentProfile)$/;

function kindOf(options: ReturnType<typeof fixedOptions>, current: unknown): ReactNode {
  return options.find(({ value }) => value === current)?.hint;
}

/** Whether the bundle and the feature profile keep a box from being ticked (ACDTPL-17); what is ticked can always be taken off. */
function isHeldBack(path: string, values: TemplateValues, offer: Offer): boolean {
  const slot = PHONE_SLOTS.find((each) => path === `phones.${each}.include`);
  if (slot) return !offer.phones.includes(slot) && !values.phones[slot].include;
  return path === "includeConferencing" && !offer.conferencing && !values.includeConferencing;
}

/** What a person should know of a field before saving. */
export function Warning({ children }: { children: ReactNode }) {
  return (
    <span className="flex items-start gap-1.5 font-medium text-warn">
      <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0">{children}</span>
    </span>
  );
}
