/** The form of a template as it is drawn: labels, sections, controls, and what of a default template is disabled. */
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Form } from "#components/forms/form.tsx";
import { templateFormSchema } from "#components/templates/form-schema.ts";
import { TemplateSections } from "#components/templates/template-sections.tsx";
import { DEFAULT_TEMPLATE } from "#lib/templates/default-template.ts";
import { isShown, TEMPLATE_FIELDS } from "#lib/templates/fields.ts";
import { isLocked } from "#lib/templates/locked-fields.ts";
import { copyOf, NEW_TEMPLATE } from "#lib/templates/new-template.ts";
import { NO_SECRETS_HELD } from "#lib/templates/schemas.ts";
import type { HeldSecrets, TemplateChoices, TemplateValues } from "#lib/templates/schemas.ts";
import { loadMessages } from "#lib/messages/catalogue.ts";

const messages = await loadMessages("en-US");

const CHOICES: TemplateChoices = {
  networkElements: ["Local_68"],
  secondaryElements: [],
  serviceCategories: ["Contact Center"],
  departments: ["Sales"],
  locations: [],
  promptLanguages: [],
  preferredSets: ["No Device"],
  deploymentProfiles: ["default"],
  featureProfiles: ["UCC (V4.0) Standard"],
  userProfiles: ["Default User Profile"],
};

type Drawn = { values: TemplateValues; editable?: "all" | "unlocked" | "none"; held?: HeldSecrets };

function draw({ values, editable = "all", held = NO_SECRETS_HELD }: Drawn): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en-US" messages={messages} timeZone="UTC">
      <Form schema={templateFormSchema(held)} defaultValues={values} onSubmit={() => Promise.reject(new Error("never sent"))}>
        <TemplateSections choices={CHOICES} held={held} editable={editable} />
      </Form>
    </NextIntlClientProvider>,
  );
}

/** The opening tags of a field's controls: by the end of the id that the form gives them. */
function controlsOf(html: string, path: string): string[] {
  const id = path.replaceAll(".", "-");
  return html.match(new RegExp(`<(?:input|button)[^>]* (?:id|name)="[^"]*-?(?:${id}|${id}-(?:mode|value|day|night1|night2)|${path.replaceAll(".", "\\.")})"[^>]*>`, "g")) ?? [];
}

const isDisabled = (tag: string) => / disabled=""| data-disabled=""/.test(tag);
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, "\n").replaceAll("&lt;", "<").replaceAll("&gt;", ">").split("\n").filter(Boolean);

const defaultOnScreen = draw({ values: DEFAULT_TEMPLATE, editable: "unlocked" });
const shownInDefault = TEMPLATE_FIELDS.filter((field) => isShown(field, DEFAULT_TEMPLATE));

describe("the default template on screen", () => {
  test("ACDTPL-04 has Label and Description, and then the two sections", () => {
    const texts = textOf(defaultOnScreen);
    const order = ["Label", "Description", "User Information", "UCC Bundle", "Service Information", "Include Primary Phone"].map((text) => texts.indexOf(text));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test.each(shownInDefault.map((field) => [field.path, field] as const))("ACDTPL-05 %s is there under its label, and disabled only where it is locked", (path, { label, control }) => {
    expect(textOf(defaultOnScreen)).toContain(label);
    const controls = controlsOf(defaultOnScreen, path);
    if (control === "password") return;
    expect(controls).toHaveLength(control === "shifts" ? 3 : 1);
    for (const tag of controls) expect(isDisabled(tag), tag).toBe(isLocked(path));
  });

  test("ACDTPL-07 neither a further phone nor a group can be selected", () => {
    for (const path of ["phones.secondary.include", "phones.other.include", "includeGroup"]) {
      const [box] = controlsOf(defaultOnScreen, path);
      expect(box).toMatch(/type="checkbox"/);
      expect(box).not.toMatch(/checked=""/);
      expect(isDisabled(box!)).toBe(true);
    }
  });

  test("ACDTPL-27 NuPoint and conferencing are options there, disabled", () => {
    for (const [path, label] of [["includeNuPoint", "Include NuPoint Unified Messaging Voicemail"], ["includeConferencing", "Include Audio, Web and Video Conferencing"]] as const) {
      expect(textOf(defaultOnScreen)).toContain(label);
      expect(isDisabled(controlsOf(defaultOnScreen, path)[0]!)).toBe(true);
    }
  });

  test("ACDTPL-12 the teleworker box stands in the block of the primary phone, checked and disabled", () => {
    const block = defaultOnScreen.slice(defaultOnScreen.indexOf('aria-label="Primary Phone"'), defaultOnScreen.indexOf("Include Secondary Phone"));
    const [box] = controlsOf(block, "phones.primary.includeTeleworker");
    expect(box).toMatch(/checked=""/);
    expect(isDisabled(box!)).toBe(true);
  });
});

describe("password and passcode on screen", () => {
  const radios = (html: string, field: string) => html.match(new RegExp(`<input type="radio"[^>]*-user-${field}-mode"[^>]*>`, "g")) ?? [];
  const modes = (tags: string[]) => tags.map((tag) => [/value="(\w+)"/.exec(tag)![1], / checked=""/.test(tag), isDisabled(tag)]);

  test.each(["password", "tuiPasscode"])("ACDTPL-08 ACDTPL-09 %s: three choices with a text beside the last; in the default template two of them disabled", (field) => {
    const texts = textOf(defaultOnScreen);
    const from = texts.indexOf(field === "password" ? "Password" : "TUI Passcode");
    expect(texts.slice(from + 1, from + 4)).toEqual(["Same as Primary Phone Extension", "Randomly Generate", "Use this value"]);
    expect(modes(radios(defaultOnScreen, field))).toEqual([["same_as_extension", false, true], ["random", true, false], ["value", false, true]]);
    expect(modes(radios(draw({ values: copyOf(DEFAULT_TEMPLATE) }), field))).toEqual([["same_as_extension", false, false], ["random", true, false], ["value", false, false]]);
  });

  test("a value that is set shows as set and nothing else", () => {
    const values = { ...DEFAULT_TEMPLATE, user: { ...DEFAULT_TEMPLATE.user, password: { mode: "value" as const, value: "" } } };
    const html = draw({ values, held: { password: true, tuiPasscode: true } });
    expect(textOf(html).filter((text) => text.startsWith("A value is set."))).toHaveLength(1);
    const [text] = html.match(/<input [^>]*-user-password-value"[^>]*>/g) ?? [];
    expect(text).toMatch(/ type="password"/);
    expect(isDisabled(text!)).toBe(false);
  });
});

describe("what is shown depends on the values", () => {
  test("ACDTPL-16 in a copy no field is disabled", () => {
    const html = draw({ values: copyOf(DEFAULT_TEMPLATE) });
    for (const { path, control } of shownInDefault) {
      if (control !== "password") for (const tag of controlsOf(html, path)) expect(isDisabled(tag), tag).toBe(false);
    }
  });

  test("ACDTPL-20 a copy offers the softphone and the teleworker service in the block of the primary phone, though the original had neither", () => {
    const plain = { ...DEFAULT_TEMPLATE, phones: { ...DEFAULT_TEMPLATE.phones, primary: { ...DEFAULT_TEMPLATE.phones.primary, enableSipSoftphone: false, includeTeleworker: false } } };
    const html = draw({ values: copyOf(plain) });
    for (const path of ["phones.primary.enableSipSoftphone", "phones.primary.includeTeleworker"]) {
      const [box] = controlsOf(html, path);
      expect(box).not.toMatch(/checked=""/);
      expect(isDisabled(box!)).toBe(false);
    }
  });

  test("ACDTPL-26 the block of the MiCollab Client Service has its six fields; without the service none of them", () => {
    const fields = ["Feature Profile", "User Profile", "Desk phone extension", "Soft phone extension", "Deployment Profile", "MiTeam Classic"];
    const block = (html: string) => textOf(html.slice(html.indexOf("Include MiCollab Client Service")));
    expect(block(defaultOnScreen)).toEqual(expect.arrayContaining(fields));
    const without = block(draw({ values: NEW_TEMPLATE }));
    for (const label of fields) expect(without).not.toContain(label);
  });

  test("ACDTPL-18 ACDTPL-19 a phone that is no SIP ACD softphone is warned of where it is, and so is its client", () => {
    const without = (box: "hotDeskingUser" | "acdAgent" | "enableSipSoftphone") =>
      textOf(draw({ values: { ...DEFAULT_TEMPLATE, phones: { ...DEFAULT_TEMPLATE.phones, primary: { ...DEFAULT_TEMPLATE.phones.primary, [box]: false, deviceType: "6930 IP" } } } }));
    for (const box of ["hotDeskingUser", "acdAgent", "enableSipSoftphone"] as const) {
      const texts = without(box);
      expect(texts.some((text) => text.startsWith("The primary phone is not a SIP ACD softphone")), box).toBe(true);
      expect(texts).toContain("Users of this template can not use the SIP softphone in MiCollab for PC Client.");
    }
    expect(textOf(defaultOnScreen).some((text) => text.includes("is not a SIP ACD softphone"))).toBe(false);
  });

  test("ACDTPL-17 what the bundle does not offer can not be ticked, and what is ticked can be taken off", () => {
    const entry = { ...NEW_TEMPLATE, user: { ...NEW_TEMPLATE.user, uccBundle: "UCC Entry User for Enterprise (V4.0)" } };
    const box = (values: TemplateValues, path: string) => isDisabled(controlsOf(draw({ values }), path)[0]!);
    expect(box(entry, "phones.secondary.include")).toBe(false);
    expect(box(entry, "phones.other.include")).toBe(true);
    expect(box(entry, "includeConferencing")).toBe(true);
    expect(box({ ...entry, includeConferencing: true }, "includeConferencing")).toBe(false);
    expect(box({ ...entry, user: { ...entry.user, uccBundle: "UCC Standard User for Enterprise (V4.0)" } }, "phones.other.include")).toBe(false);
  });

  test("for a reader who may not edit, every field is disabled", () => {
    const html = draw({ values: copyOf(DEFAULT_TEMPLATE), editable: "none" });
    for (const { path, control } of shownInDefault) {
      if (control !== "password") for (const tag of controlsOf(html, path)) expect(isDisabled(tag), tag).toBe(true);
    }
  });
});
