"use client";

import { classNames } from "#components/ui/class-names.ts";
import { Pill } from "#components/ui/pill.tsx";
import { phoneKind } from "#lib/templates/phone-choices.ts";
import { isSipAcdSoftphone } from "#lib/templates/schemas.ts";
import type { PhoneSlot, TemplatePhone } from "#lib/templates/schemas.ts";
import { placedFields, shiftFields, type PlacedField, type ServiceBlock as Block } from "./form-layout.ts";
import { ShiftsGrid } from "./shifts-grid.tsx";
import { TemplateField, Warning } from "./template-field.tsx";
import { useTemplateForm } from "./template-form-context.ts";

/** A service behind its check box "Include …": its fields are there only while the box is ticked. */
export function ServiceBlock({ block: { include, fields } }: { block: Block }) {
  const { values, warnings } = useTemplateForm();
  const placed = placedFields(fields, values);
  const block = fields[0]?.block ?? null;
  const phone = block === null || block === "client" ? null : values.phones[block as PhoneSlot];
  // A warning about a field that these values hide is said here, where it can be seen.
  const unplaced = warnings.filter(({ path }) => fields.some((field) => field.path === path) && !placed.some(({ field }) => field.path === path));
  return (
    <div className="rounded-md border border-line">
      <div className={classNames("flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2", placed.length > 0 && "rounded-t-md border-b border-line bg-surface-2")}>
        <TemplateField field={include} className="flex-1 basis-56" />
        {phone?.include && <Kind phone={phone} />}
      </div>
      {placed.length > 0 && (
        <div role="group" aria-label={include.label.replace(/^Include /, "")} className="flex flex-col gap-4 p-4">
          {unplaced.map(({ code, message }) => (
            <p key={code} className="text-xs">
              <Warning>{message}</Warning>
            </p>
          ))}
          <FieldGrid placed={placed} />
          {shiftFields(fields).length > 0 && <ShiftsGrid fields={shiftFields(fields)} />}
        </div>
      )}
    </div>
  );
}

/** Fields two to a line, one on a narrow screen. */
export function FieldGrid({ placed }: { placed: readonly PlacedField[] }) {
  return (
    <div className="grid items-start gap-x-6 gap-y-4 md:grid-cols-2">
      {placed.map(({ field, place }) => (
        <TemplateField key={field.path} field={field} className={PLACE[place]} />
      ))}
    </div>
  );
}

// A check box beside a field stands level with the control of that field, below the height of its label.
const PLACE = { half: undefined, alone: "md:col-span-2", beside: "md:pt-7" };

function Kind({ phone }: { phone: TemplatePhone }) {
  const kind = phoneKind(phone);
  return kind && <Pill tone={isSipAcdSoftphone(phone) ? "good" : "neutral"}>{kind}</Pill>;
}
