/** What the drop-downs of a template offer. Pure. */
import type { SelectOption } from "#components/ui/select.tsx";
import type { ChoiceSource, TemplateField } from "#lib/templates/fields.ts";
import { phoneChoices } from "#lib/templates/phone-choices.ts";
import { DEVICE_TYPES, PHONE_CHOICES, SERVICE_LEVELS, SLOT_LABELS, UCC_BUNDLES } from "#lib/templates/schemas.ts";
import type { TemplateChoices, TemplateValues } from "#lib/templates/schemas.ts";

/** What stands for `null` in a drop-down, which knows texts only, and takes the empty one for nothing chosen. */
export const NULL_CHOICE = "<none>";

/** Names that other systems know, so that any can be typed: the part of the account's choices that offers them. */
const TYPED: Partial<Record<ChoiceSource, keyof TemplateChoices>> = {
  serviceCategories: "serviceCategories",
  departments: "departments",
  locations: "locations",
  promptLanguages: "promptLanguages",
  preferredSets: "preferredSets",
  secondaryElements: "secondaryElements",
  deploymentProfiles: "deploymentProfiles",
  featureProfiles: "featureProfiles",
  userProfiles: "userProfiles",
};

/** The names to offer for a field in which any can be typed; null for one with a fixed list. */
export function typedOptions({ choices }: TemplateField, account: TemplateChoices): readonly string[] | null {
  const part = choices && TYPED[choices];
  return part ? account[part] : null;
}

type Words = { none: string; localElement: string; notSold: string };

type FixedSource = "uccBundles" | "networkElements" | "deviceTypes" | "serviceLevels" | "phones";

/** The entries of a field with a fixed list. What is chosen is always among them, also where it is no longer offered. */
export function fixedOptions(source: FixedSource, current: unknown, { values, choices, words }: { values: TemplateValues; choices: TemplateChoices; words: Words }): SelectOption[] {
  switch (source) {
    case "uccBundles":
      return [{ value: NULL_CHOICE, label: words.none }, ...UCC_BUNDLES.map(({ name, orderable }) => ({ value: name, label: name, hint: orderable ? undefined : words.notSold }))];
    case "networkElements":
      return networkElements(choices.networkElements, current, words.localElement);
    case "deviceTypes":
      return DEVICE_TYPES.map(({ name }) => ({ value: name, label: name }));
    case "serviceLevels":
      return SERVICE_LEVELS.map((level) => ({ value: level, label: level }));
    case "phones":
      return phones(values, current);
  }
}

/** An account has one MiVoice Business, which `null` stands for; a name that was saved before stays to be seen. */
function networkElements([local, ...others]: readonly string[], current: unknown, localElement: string): SelectOption[] {
  const named = typeof current === "string" ? [current, ...others.filter((name) => name !== current)] : others;
  return [{ value: NULL_CHOICE, label: local ?? localElement }, ...named.map((name) => ({ value: name, label: name }))];
}

function phones(values: TemplateValues, current: unknown): SelectOption[] {
  const offered = phoneChoices(values).map(({ value, label, kind }) => ({ value, label, hint: kind ?? undefined }));
  const gone = PHONE_CHOICES.find((choice) => choice === current && choice !== "none" && !offered.some(({ value }) => value === choice));
  return gone === undefined || gone === "none" ? offered : [...offered, { value: gone, label: SLOT_LABELS[gone], hint: undefined }];
}
