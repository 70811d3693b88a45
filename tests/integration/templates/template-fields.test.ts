/** Every field of a template through its operations: what the default template holds, what of it can be changed, what a copy may. */
import { beforeAll, describe, expect, test } from "vitest";
import { runOperation } from "#lib/operations/run-operation.ts";
import { findServiceRoleChoices } from "#lib/service-roles/find-service-role-choices.ts";
import { getTemplate } from "#lib/templates/get-template.ts";
import type { TemplateView } from "#lib/templates/schemas.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { aCopy, defaultTemplate, fieldOf, saveWith } from "#tests/builders/templates.ts";

let partner: SignedIn;
let accountId: string;
let fresh: TemplateView;

beforeAll(async () => {
  partner = await aPartner();
  accountId = (await anAccount(partner)).id;
  fresh = await defaultTemplate(partner, accountId);
});

const ONES = { day: 1, night1: 1, night2: 1 };
const OTHERS = { day: 2, night1: 3, night2: 4 };
const RANDOM = { mode: "random", value: "" };
const SAME = { mode: "same_as_extension", value: "" };
const P = "phones.primary.";
const DESK = { "phones.primary.deviceType": "6930 IP" };

type Row = { row: string; path: string; is: unknown; locked: boolean; other: unknown; with?: Record<string, unknown> };

const ROWS: Row[] = [
  { row: "ACDTF-02", path: "description", is: "HotDesk SIP Softphone User with a single phone", locked: true, other: "Ours" },
  { row: "ACDTF-03", path: "user.uccBundle", is: "UCC Premium User for Enterprise (V4.0)", locked: false, other: "UCC Standard User for Enterprise (V4.0)" },
  { row: "ACDTF-04", path: "user.department", is: null, locked: false, other: "Sales" },
  { row: "ACDTF-05", path: "user.location", is: null, locked: false, other: "Hamburg" },
  { row: "ACDTF-06", path: "user.promptLanguage", is: "System Default - English (United States)", locked: false, other: "German" },
  { row: "ACDTF-07", path: "user.password", is: RANDOM, locked: true, other: SAME },
  { row: "ACDTF-08", path: "user.tuiPasscode", is: RANDOM, locked: true, other: SAME },
  { row: "ACDTF-09", path: "user.idsManageable", is: true, locked: false, other: false },
  { row: "ACDTF-11", path: `${P}serviceLabel`, is: "Primary Phone", locked: false, other: "Agent phone" },
  { row: "ACDTF-12", path: `${P}private`, is: false, locked: false, other: true },
  { row: "ACDTF-13", path: `${P}networkElement`, is: null, locked: false, other: "Local_88" },
  { row: "ACDTF-14", path: `${P}secondaryElement`, is: null, locked: false, other: "Backup_1" },
  { row: "ACDTF-15", path: `${P}useDidAsOutgoing`, is: false, locked: false, other: true },
  { row: "ACDTF-16", path: `${P}cesid`, is: "", locked: false, other: "4711" },
  { row: "ACDTF-17", path: `${P}hotDeskingUser`, is: true, locked: true, other: false, with: DESK },
  { row: "ACDTF-18", path: `${P}acdAgent`, is: true, locked: true, other: false },
  { row: "ACDTF-19", path: `${P}enableSipSoftphone`, is: true, locked: true, other: false },
  { row: "ACDTF-20", path: `${P}externalHotDeskLicense`, is: false, locked: true, other: true },
  { row: "ACDTF-21", path: `${P}deploymentProfile`, is: "default", locked: false, other: "remote" },
  { row: "ACDTF-22", path: `${P}preferredSet`, is: "No Device", locked: true, other: "5000" },
  { row: "ACDTF-23", path: `${P}includeTeleworker`, is: true, locked: true, other: false },
  { row: "ACDTF-24", path: `${P}serviceLevel`, is: "Full", locked: true, other: "Multi-device" },
  { row: "ACDTF-25", path: `${P}zoneId`, is: 1, locked: false, other: 2 },
  { row: "ACDTF-26", path: `${P}callCoverageServiceNumber`, is: 1, locked: false, other: 2 },
  { row: "ACDTF-27", path: `${P}classOfService`, is: ONES, locked: false, other: OTHERS },
  { row: "ACDTF-28", path: `${P}classOfRestriction`, is: ONES, locked: false, other: OTHERS },
  { row: "ACDTF-29", path: "phones.secondary.include", is: false, locked: true, other: true, with: { "phones.secondary.deviceType": "6930 IP" } },
  { row: "ACDTF-30", path: "phones.other.include", is: false, locked: true, other: true, with: { "phones.other.deviceType": "6930 IP", "phones.other.deriveDn": true } },
  { row: "ACDTF-31", path: "phones.other.deriveDn", is: false, locked: true, other: true },
  { row: "ACDTF-32", path: "includeGroup", is: false, locked: true, other: true },
  { row: "ACDTF-33", path: "includeSpeechAutoAttendant", is: false, locked: true, other: true },
  { row: "ACDTF-34", path: "includeNuPoint", is: false, locked: true, other: true },
  { row: "ACDTF-35", path: "includeConferencing", is: false, locked: true, other: true },
  { row: "ACDTF-36", path: "client.include", is: true, locked: false, other: false },
  { row: "ACDTF-37", path: "client.featureProfile", is: "UCC (V4.0) Standard", locked: true, other: "UCC (V4.0) Premium" },
  { row: "ACDTF-38", path: "client.userProfile", is: "Default User Profile", locked: false, other: "Agents" },
  { row: "ACDTF-39", path: "client.deskPhoneExtension", is: "none", locked: false, other: "primary" },
  { row: "ACDTF-40", path: "client.softPhoneExtension", is: "primary", locked: false, other: "none" },
  { row: "ACDTF-41", path: "client.deploymentProfile", is: "Do Not Deploy", locked: false, other: "remote" },
  { row: "ACDTF-42", path: "client.miTeamClassic", is: false, locked: false, other: true },
];

describe("ACDTPL-16 each field of the default template, and of a copy, where every one can be changed", () => {
  test.each(ROWS)("$row $path", async ({ path, is, locked, other, with: along = {} }) => {
    expect(fieldOf(fresh.values, path)).toEqual(is);

    const present = await runOperation(getTemplate, { resolved: await partner.at(accountId), input: { templateId: fresh.id } });
    const saved = saveWith(partner, accountId, present, { [path]: other });
    if (locked) {
      const refusal = (await saved.catch((error: unknown) => error)) as { code: string; fields: { path: string; message: string }[] };
      expect(refusal.code).toBe("invalid");
      expect(refusal.fields.length).toBeGreaterThan(0);
      for (const field of refusal.fields) {
        expect(field.path.startsWith(path)).toBe(true);
        expect(field.message).toMatch(/ can not be changed in the default template\.$/);
      }
      const after = await runOperation(getTemplate, { resolved: await partner.at(accountId), input: { templateId: fresh.id } });
      expect(after).toEqual(present);
    } else {
      expect(fieldOf((await saved).values, path)).toEqual(other);
      await saveWith(partner, accountId, await saved, { [path]: is });
    }

    const copy = await aCopy(partner, accountId, fresh, `Copy for ${path}`, { [path]: other, ...along });
    expect(fieldOf(copy.values, path)).toEqual(other);
  });
});

describe("the default template", () => {
  test("ACDTPL-02 ACDTF-01 every new account has it, under its label and description, which is locked", async () => {
    const other = await anAccount(partner, { name: "Harbor Clinic" });
    const template = await defaultTemplate(partner, other.id);
    expect(template.values).toMatchObject({ label: "HotDesk SIP Softphone User", description: "HotDesk SIP Softphone User with a single phone" });
    const renamed = saveWith(partner, other.id, template, { label: "Ours" });
    await expect(renamed).rejects.toMatchObject({ code: "invalid", fields: [{ path: "label" }] });
  });

  test("ACDTF-10 the primary phone is included and locked, and no copy can be without it", async () => {
    expect(fresh.values.phones.primary.include).toBe(true);
    const without = { "phones.primary.include": false, "client.softPhoneExtension": "none" };
    await expect(saveWith(partner, accountId, await defaultTemplate(partner, accountId), without)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "phones.primary.include" }] });
    await expect(aCopy(partner, accountId, fresh, "No primary", without)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "phones.primary.include", message: "A template needs a primary phone." }] });
  });

  test("ACDTPL-05 several locked fields that were changed are each refused at their place, and nothing is written", async () => {
    const changes = { label: "Ours", "phones.primary.acdAgent": false, includeGroup: true, "user.department": "Sales" };
    const refused = saveWith(partner, accountId, await defaultTemplate(partner, accountId), changes);
    await expect(refused).rejects.toMatchObject({ code: "invalid", fields: [{ path: "label" }, { path: "phones.primary.acdAgent" }, { path: "includeGroup" }] });
    expect((await defaultTemplate(partner, accountId)).values.user.department).toBeNull();
  });

  test("ACDTPL-06 the fields that are free can be changed together", async () => {
    const changes = {
      "phones.primary.deploymentProfile": "remote",
      "client.deploymentProfile": "default",
      "client.deskPhoneExtension": "primary",
      "client.softPhoneExtension": "none",
    };
    const saved = await saveWith(partner, accountId, await defaultTemplate(partner, accountId), changes);
    expect(saved.values.phones.primary.deploymentProfile).toBe("remote");
    expect(saved.values.client).toMatchObject({ deploymentProfile: "default", deskPhoneExtension: "primary", softPhoneExtension: "none" });
  });

  test("ACDTPL-07 has one phone, a SIP ACD softphone, and no further phone or group can be selected", async () => {
    const { phones } = fresh.values;
    expect([phones.primary.include, phones.secondary.include, phones.other.include, fresh.values.includeGroup]).toEqual([true, false, false, false]);
    expect(phones.primary).toMatchObject({ hotDeskingUser: true, acdAgent: true, enableSipSoftphone: true });
    const present = await defaultTemplate(partner, accountId);
    for (const path of ["phones.secondary.include", "phones.other.include", "includeGroup"]) {
      await expect(saveWith(partner, accountId, present, { [path]: true }), path).rejects.toMatchObject({ code: "invalid", fields: [{ path }] });
    }
  });

  test("ACDTPL-09 password and passcode are random, and neither of the other two choices is taken", async () => {
    expect(fresh.values.user).toMatchObject({ password: RANDOM, tuiPasscode: RANDOM });
    const present = await defaultTemplate(partner, accountId);
    for (const field of ["user.password", "user.tuiPasscode"]) {
      for (const rule of [SAME, { mode: "value", value: "4711" }]) {
        await expect(saveWith(partner, accountId, present, { [field]: rule }), field).rejects.toMatchObject({ code: "invalid" });
      }
    }
  });

  test("ACDROLE-05 its role can be chosen without any custom template", async () => {
    const other = await anAccount(partner, { name: "Northwind" });
    const { items } = await runOperation(findServiceRoleChoices, { resolved: await partner.at(other.id), input: {} });
    const { id } = await defaultTemplate(partner, other.id);
    expect(items).toEqual([
      expect.objectContaining({ name: "HotDesk SIP Softphone User", templateId: id, primaryPhone: "SIP Softphone ACD", description: "HotDesk SIP Softphone User with a single phone" }),
    ]);
  });
});
