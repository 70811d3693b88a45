/** The entries of the drop-downs "Desk phone extension" and "Soft phone extension". */
import { PHONE_SLOTS, SLOT_LABELS, isSipAcdSoftphone } from "./schemas.ts";
import type { PhoneSlot, TemplatePhone, TemplateValues } from "./schemas.ts";

export type PhoneChoice = { value: "none" | PhoneSlot; label: string; kind: string | null };

/** "None" and the phones of the template, each with its kind; "SIP Softphone ACD" is one (ACDTPL-22, OP4-11). */
export function phoneChoices({ phones }: Pick<TemplateValues, "phones">): PhoneChoice[] {
  const included = PHONE_SLOTS.filter((slot) => phones[slot].include);
  return [
    { value: "none", label: "None", kind: null },
    ...included.map((slot) => ({ value: slot, label: SLOT_LABELS[slot], kind: phoneKind(phones[slot]) })),
  ];
}

/** What a phone is in words: a SIP ACD softphone, a hot desk phone, or its device type; null when it has none yet. */
export function phoneKind(phone: Pick<TemplatePhone, "hotDeskingUser" | "acdAgent" | "enableSipSoftphone" | "deviceType">): string | null {
  if (isSipAcdSoftphone(phone)) return "SIP Softphone ACD";
  return phone.hotDeskingUser ? "Hot desk phone" : phone.deviceType;
}
