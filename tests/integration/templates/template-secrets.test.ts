/** Passwords and passcodes of a template: taken, kept and used, and never told again. */
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addTemplate } from "#lib/templates/add-template.ts";
import { findTemplates } from "#lib/templates/find-templates.ts";
import { getTemplate } from "#lib/templates/get-template.ts";
import { openSecretRules } from "#lib/templates/secrets.ts";
import type { SecretRules } from "#lib/templates/secrets.ts";
import type { TemplateView } from "#lib/templates/schemas.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { aCopy, newFields, saveWith, withFields } from "#tests/builders/templates.ts";

const PASSWORD = "correct-horse-4711";
const PASSCODE = "80913";
const own = (password: string, passcode: string) => ({ "user.password": { mode: "value", value: password }, "user.tuiPasscode": { mode: "value", value: passcode } });

let partner: SignedIn;
let accountId: string;

beforeAll(async () => {
  partner = await aPartner();
  accountId = (await anAccount(partner)).id;
});

const added = async (label: string): Promise<TemplateView> => runOperation(addTemplate, { resolved: await partner.at(accountId), input: withFields(newFields(label), own(PASSWORD, PASSCODE)) });

async function rulesOf(templateId: string): Promise<SecretRules> {
  const { values } = await database().prisma.template.findUniqueOrThrow({ where: { accountId_id: { accountId, id: templateId } } });
  return openSecretRules(values, accountId, templateId);
}

const BOTH = { password: { mode: "value", value: PASSWORD }, tuiPasscode: { mode: "value", value: PASSCODE } };

test("no operation tells them: they show as set", async () => {
  const template = await added("Set");
  expect(template.heldSecrets).toEqual({ password: true, tuiPasscode: true });
  expect(template.values.user).toMatchObject({ password: { mode: "value", value: "" }, tuiPasscode: { mode: "value", value: "" } });
  const resolved = await partner.at(accountId);
  const answers = [
    template,
    await runOperation(getTemplate, { resolved, input: { templateId: template.id } }),
    await runOperation(findTemplates, { resolved, input: {} }),
    await saveWith(partner, accountId, template, { description: "Told nothing" }),
  ];
  for (const answer of answers) expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${PASSWORD}|${PASSCODE}`));
});

test("they lie sealed in the database, bound to their template, and are in no event", async () => {
  const template = await added("Sealed");
  const { rows } = await database().pool.query<{ everything: string }>(
    "select (select json_agg(t)::text from templates t) || (select json_agg(e)::text from events e) as everything",
  );
  expect(rows[0]!.everything).not.toMatch(new RegExp(`${PASSWORD}|${PASSCODE}`));
  expect(await rulesOf(template.id)).toEqual(BOTH);

  const elsewhere = await added("Elsewhere");
  const { values } = await database().prisma.template.findUniqueOrThrow({ where: { accountId_id: { accountId, id: template.id } } });
  expect(() => openSecretRules(values, accountId, elsewhere.id)).toThrow();
  const swapped = structuredClone(values) as { secrets: { password: string; tuiPasscode: string } };
  [swapped.secrets.password, swapped.secrets.tuiPasscode] = [swapped.secrets.tuiPasscode, swapped.secrets.password];
  expect(() => openSecretRules(swapped, accountId, template.id)).toThrow();

  const events = await database().prisma.event.findMany({ where: { accountId, assetId: template.id } });
  expect(events).toMatchObject([{ details: { password: "set", tuiPasscode: "set" } }]);
});

describe("saving again", () => {
  test("with an empty input keeps them", async () => {
    const template = await added("Kept");
    const saved = await saveWith(partner, accountId, template, { description: "Changed" });
    expect(saved.heldSecrets).toEqual({ password: true, tuiPasscode: true });
    expect(await rulesOf(template.id)).toEqual(BOTH);
  });

  test("with another value replaces it, and the event says only that", async () => {
    const template = await added("Replaced");
    await saveWith(partner, accountId, template, { "user.password": { mode: "value", value: "another-one" } });
    expect(await rulesOf(template.id)).toEqual({ ...BOTH, password: { mode: "value", value: "another-one" } });
    const [event] = await database().prisma.event.findMany({ where: { accountId, assetId: template.id, operation: "templates.update" } });
    expect(event).toMatchObject({ changes: [], details: { password: "changed" } });
  });

  test("with another choice forgets it: it has to be given again", async () => {
    const template = await added("Forgotten");
    const saved = await saveWith(partner, accountId, template, { "user.password": { mode: "random", value: "left over" } });
    expect(saved.heldSecrets).toEqual({ password: false, tuiPasscode: true });
    expect(await rulesOf(template.id)).toEqual({ ...BOTH, password: { mode: "random", value: "" } });
    const back = saveWith(partner, accountId, saved, { "user.password": { mode: "value", value: "" } });
    await expect(back).rejects.toMatchObject({ code: "invalid", fields: [{ path: "user.password.value", message: "Enter the password to use." }] });
  });

  test("a passcode that is not of digits is refused", async () => {
    const template = await added("Digits");
    const wrong = saveWith(partner, accountId, template, { "user.tuiPasscode": { mode: "value", value: "12a4" } });
    await expect(wrong).rejects.toMatchObject({ code: "invalid", fields: [{ path: "user.tuiPasscode.value" }] });
  });
});

test("a copy takes them over, sealed for itself, though no form has held them", async () => {
  const template = await added("Original");
  const copy = await aCopy(partner, accountId, template, "The copy");
  expect(copy.heldSecrets).toEqual({ password: true, tuiPasscode: true });
  expect(await rulesOf(copy.id)).toEqual(BOTH);
  await saveWith(partner, accountId, template, { "user.password": { mode: "random", value: "" } });
  expect(await rulesOf(copy.id)).toEqual(BOTH);
});

test("a template without a copied original needs its values", async () => {
  const input = withFields(newFields("Empty"), own("", ""));
  const refused = runOperation(addTemplate, { resolved: await partner.at(accountId), input });
  await expect(refused).rejects.toMatchObject({ code: "invalid", fields: [{ path: "user.password.value" }, { path: "user.tuiPasscode.value" }] });
});
