"use client";

import { useTranslations } from "next-intl";
import { useMemo, type ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { useFormContext } from "#components/forms/form-context.ts";
import { Card } from "#components/ui/card.tsx";
import { SERVICE_SECTION, USER_SECTION } from "#lib/templates/fields.ts";
import { isLocked } from "#lib/templates/locked-fields.ts";
import { offerOf } from "#lib/templates/rules.ts";
import type { HeldSecrets, TemplateChoices, TemplateValues } from "#lib/templates/schemas.ts";
import { templateWarnings } from "#lib/templates/warnings.ts";
import type { TemplateWarning } from "#lib/templates/warnings.ts";
import { HEADER_FIELDS, placedFields, SERVICE_BLOCKS, USER_FIELDS } from "./form-layout.ts";
import { FieldGrid, ServiceBlock } from "./service-block.tsx";
import { TemplateFormContext } from "./template-form-context.ts";
import { useRecheck } from "./use-recheck.ts";

type TemplateSectionsProps = {
  choices: TemplateChoices;
  held: HeldSecrets;
  /** All fields can be changed, those that a default template leaves free, or none. */
  editable: "all" | "unlocked" | "none";
};

/** The fields of a template: its head, "User Information" and "Service Information" (ACDTPL-04). */
export function TemplateSections({ choices, held, editable }: TemplateSectionsProps) {
  const { control } = useFormContext();
  const values = useWatch({ control }) as TemplateValues;
  useRecheck(values);
  const context = useMemo(() => {
    const { uccBundle } = values.user;
    const locked = (path: string) => editable === "none" || (editable === "unlocked" && isLocked(path));
    const offer = offerOf(uccBundle, values.client.include ? values.client.featureProfile : "");
    return { values, choices, held, offer, warnings: templateWarnings(values), locked };
  }, [values, choices, held, editable]);
  return (
    <TemplateFormContext value={context}>
      <WarningsAloud warnings={context.warnings} />
      <Card>
        <Fields>
          <FieldGrid placed={placedFields(HEADER_FIELDS, values)} />
        </Fields>
      </Card>
      <Card title={USER_SECTION}>
        <Fields>
          <FieldGrid placed={placedFields(USER_FIELDS, values)} />
        </Fields>
      </Card>
      <Card title={SERVICE_SECTION}>
        <Fields>
          {SERVICE_BLOCKS.map((block) => (
            <ServiceBlock key={block.include.path} block={block} />
          ))}
        </Fields>
      </Card>
    </TemplateFormContext>
  );
}

function Fields({ children }: { children: ReactNode }) {
  return <div className="flex flex-col gap-3">{children}</div>;
}

/** Says a warning when it comes up, for those who do not see it appear at its field. */
function WarningsAloud({ warnings }: { warnings: readonly TemplateWarning[] }) {
  const t = useTranslations("templates.form");
  return (
    <p role="status" className="sr-only">
      {warnings.length > 0 && [t("warnings", { count: warnings.length }), ...warnings.map(({ message }) => message)].join(" ")}
    </p>
  );
}
