import { z } from "zod";
import { UNUSED_PHONE } from "#lib/templates/default-template.ts";
import { templateInput } from "#lib/templates/rules.ts";
import { PHONE_SLOTS, TemplatePhone } from "#lib/templates/schemas.ts";
import type { HeldSecrets, PhoneSlot, TemplateValues } from "#lib/templates/schemas.ts";

/**
 * The shape that the form of a template is held against: that of the operation, but for what stands half typed in a phone
 * that was then left out. Nobody sees that any more, so it must not keep the template from being saved.
 */
export function templateFormSchema(held: HeldSecrets) {
  return z.custom<TemplateValues>().transform(withoutHalfTyped).pipe(templateInput(held));
}

function withoutHalfTyped(values: TemplateValues): TemplateValues {
  return PHONE_SLOTS.reduce((settled, slot) => (isHalfTyped(settled, slot) ? reset(settled, slot) : settled), values);
}

function isHalfTyped({ phones }: TemplateValues, slot: PhoneSlot): boolean {
  return !phones[slot].include && !TemplatePhone.safeParse(phones[slot]).success;
}

function reset(values: TemplateValues, slot: PhoneSlot): TemplateValues {
  const { phones } = values;
  return { ...values, phones: { ...phones, [slot]: { ...phones[slot], ...UNUSED_PHONE } } };
}
