import { describe, expect, test } from "vitest";
import { fixedOptions, NULL_CHOICE, typedOptions } from "#components/templates/choice-options.ts";
import { placedFields, SERVICE_BLOCKS, shiftFields } from "#components/templates/form-layout.ts";
import { templateFormSchema } from "#components/templates/form-schema.ts";
import { meanwhile } from "#components/templates/template-merge.ts";
import { DEFAULT_TEMPLATE } from "#lib/templates/default-template.ts";
import { TEMPLATE_FIELDS } from "#lib/templates/fields.ts";
import { NO_SECRETS_HELD } from "#lib/templates/schemas.ts";
import type { TemplateChoices, TemplateValues, TemplateView } from "#lib/templates/schemas.ts";
import { withFields } from "#tests/builders/templates.ts";

const LABELLED = { ...DEFAULT_TEMPLATE, label: "Agents" };

describe("the shape of the form", () => {
  const parse = (values: TemplateValues) => templateFormSchema(NO_SECRETS_HELD).safeParse(values);
  const faults = (values: TemplateValues) => parse(values).error?.issues.map(({ path }) => path.join("."));

  test("what is half typed in a phone that is left out does not matter, nor does it get stored", () => {
    const typed = withFields(LABELLED, { "phones.secondary.zoneId": "x1", "phones.other.classOfService.day": null, "phones.secondary.serviceLabel": "Second" });
    const { data } = parse(typed);
    expect(data?.phones.secondary).toMatchObject({ include: false, zoneId: 1 });
    expect(data?.phones.other).toMatchObject({ include: false, deriveDn: false, classOfService: { day: 1 } });
  });

  test("in a phone that is included it does", () => {
    expect(faults(withFields(LABELLED, { "phones.primary.zoneId": null, "phones.primary.classOfService.day": "x" }))).toEqual(["phones.primary.zoneId", "phones.primary.classOfService.day"]);
  });

  test("a phone that is left out keeps what it holds", () => {
    const values = withFields(LABELLED, { "phones.secondary.zoneId": 4, "phones.secondary.deviceType": "6930 IP" });
    expect(parse(values).data?.phones.secondary).toMatchObject({ zoneId: 4, deviceType: "6930 IP" });
  });
});

describe("the layout", () => {
  const primary = SERVICE_BLOCKS.find(({ include }) => include.path === "phones.primary.include")!;
  const placed = (fields = primary.fields, values = DEFAULT_TEMPLATE) => placedFields(fields, values).map(({ field, place }) => [field.path.split(".").at(-1), place]);

  test("every field of the service section has a place in exactly one block", () => {
    expect(SERVICE_BLOCKS.map(({ include }) => include.label)).toEqual([
      "Include Primary Phone",
      "Include Secondary Phone",
      "Include Other Phone",
      "Include Group",
      "Include Speech Auto Attendant",
      "Include NuPoint Unified Messaging Voicemail",
      "Include Audio, Web and Video Conferencing",
      "Include MiCollab Client Service",
    ]);
    const placedPaths = SERVICE_BLOCKS.flatMap(({ include, fields }) => [include.path, ...fields.map(({ path }) => path)]);
    expect(placedPaths.toSorted()).toEqual(TEMPLATE_FIELDS.filter(({ section }) => section === "Service Information").map(({ path }) => path).toSorted());
  });

  test("fields go two to a line; a check box beside a field with a label above is level with its control", () => {
    expect(placed().slice(0, 10)).toEqual([
      ["serviceLabel", "half"],
      ["private", "beside"],
      ["networkElement", "half"],
      ["secondaryElement", "half"],
      ["useDidAsOutgoing", "beside"],
      ["cesid", "half"],
      ["hotDeskingUser", "half"],
      ["acdAgent", "half"],
      ["enableSipSoftphone", "half"],
      ["externalHotDeskLicense", "half"],
    ]);
    expect(shiftFields(primary.fields).map(({ label }) => label)).toEqual(["Class Of Service", "Class Of Restriction"]);
  });

  test("Derive DN leads the other phone on a line of its own", () => {
    const other = SERVICE_BLOCKS.find(({ include }) => include.path === "phones.other.include")!;
    expect(placed(other.fields, withFields(DEFAULT_TEMPLATE, { "phones.other.include": true }))[0]).toEqual(["deriveDn", "alone"]);
    expect(placed(other.fields)).toEqual([]);
  });
});

describe("what the drop-downs offer", () => {
  const choices = { networkElements: ["Local_68"], departments: ["Sales"] } as TemplateChoices;
  const words = { none: "<none>", localElement: "Local MiVoice Business", notSold: "No longer sold" };
  const offer = (source: Parameters<typeof fixedOptions>[0], current: unknown, values = DEFAULT_TEMPLATE, elements = ["Local_68"]) =>
    fixedOptions(source, current, { values, choices: { ...choices, networkElements: elements }, words });

  test("the account's own MiVoice Business stands for none named; a name that was saved stays", () => {
    expect(offer("networkElements", null)).toEqual([{ value: NULL_CHOICE, label: "Local_68" }]);
    expect(offer("networkElements", "Local_88").map(({ label }) => label)).toEqual(["Local_68", "Local_88"]);
    expect(offer("networkElements", null, DEFAULT_TEMPLATE, []).map(({ label }) => label)).toEqual(["Local MiVoice Business"]);
  });

  test("ACDTPL-22 None, Primary, Secondary and Other as far as the template has them, a SIP ACD softphone as such", () => {
    expect(offer("phones", "primary")).toEqual([
      { value: "none", label: "None", hint: undefined },
      { value: "primary", label: "Primary", hint: "SIP Softphone ACD" },
    ]);
    const two = withFields(DEFAULT_TEMPLATE, { "phones.secondary.include": true, "phones.secondary.deviceType": "6930 IP" });
    expect(offer("phones", "none", two).map(({ label, hint }) => [label, hint])).toEqual([["None", undefined], ["Primary", "SIP Softphone ACD"], ["Secondary", "6930 IP"]]);
    expect(offer("phones", "other").map(({ label }) => label)).toEqual(["None", "Primary", "Other"]);
  });

  test("the bundles with the one that is no longer sold, and fields in which any name can be typed", () => {
    expect(offer("uccBundles", null).map(({ value, hint }) => [value, hint])).toEqual([
      [NULL_CHOICE, undefined],
      ["UCC Entry User for Enterprise (V4.0)", undefined],
      ["UCC Standard User for Enterprise (V4.0)", undefined],
      ["UCC Premium User for Enterprise (V4.0)", "No longer sold"],
    ]);
    const field = (path: string) => TEMPLATE_FIELDS.find((each) => each.path === path)!;
    expect(typedOptions(field("user.department"), choices)).toEqual(["Sales"]);
    expect(typedOptions(field("user.uccBundle"), choices)).toBeNull();
  });
});

describe("two people at one template", () => {
  const began = LABELLED;
  const saved = (fields: Record<string, unknown>) => ({ values: withFields(began, fields), version: 2, modifiedBy: "Jamal Reyes" }) as TemplateView;
  const paths = (fields: { field: { path: string } }[]) => fields.map(({ field }) => field.path);

  test("what only they changed is taken over, what only I changed is kept, and what both changed is mine to decide", () => {
    const typed = withFields(began, { description: "Mine", "phones.primary.cesid": "112", "user.location": "Bremen" });
    const merged = meanwhile(began, typed, saved({ description: "Theirs", "user.department": "Sales", "user.location": "Bremen" }));
    expect(merged.by).toBe("Jamal Reyes");
    expect(paths(merged.mine)).toEqual(["description", "phones.primary.cesid"]);
    expect(paths(merged.taken)).toEqual(["user.department", "user.location"]);
    expect(merged.both).toMatchObject([{ field: { path: "description" }, value: "Theirs" }]);
  });

  test("the classes of three shifts are one field", () => {
    const typed = withFields(began, { "phones.primary.classOfService.day": 2 });
    const merged = meanwhile(began, typed, saved({ "phones.primary.classOfService.night1": 3 }));
    expect(paths(merged.both)).toEqual(["phones.primary.classOfService"]);
    expect(merged.mine[0]!.value).toEqual({ day: 2, night1: 1, night2: 1 });
  });
});
