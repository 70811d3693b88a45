/** User templates for tests. */
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addTemplate } from "#lib/templates/add-template.ts";
import { findTemplates } from "#lib/templates/find-templates.ts";
import { getTemplate } from "#lib/templates/get-template.ts";
import { copyOf, NEW_TEMPLATE } from "#lib/templates/new-template.ts";
import type { TemplateValues, TemplateView } from "#lib/templates/schemas.ts";
import { updateTemplate } from "#lib/templates/update-template.ts";
import type { SignedIn } from "./people.ts";

/** The fields of a template made from nothing that can be saved: a desk phone, no other service. */
export function newFields(label: string): TemplateValues {
  const values = structuredClone(NEW_TEMPLATE);
  return { ...values, label, phones: { ...values.phones, primary: { ...values.phones.primary, deviceType: "6930 IP" } } };
}

/** The default template of an account. */
export async function defaultTemplate(person: SignedIn, accountId: string): Promise<TemplateView> {
  const { items } = await runOperation(findTemplates, { resolved: await person.at(accountId), input: { kind: "default" } });
  return runOperation(getTemplate, { resolved: await person.at(accountId), input: { templateId: items[0]!.id } });
}

/** A copy of a template with another label, and other fields by their dotted paths. */
export async function aCopy(person: SignedIn, accountId: string, original: TemplateView, label: string, fields: Record<string, unknown> = {}): Promise<TemplateView> {
  const values = withFields({ ...copyOf(original.values), label }, fields);
  return runOperation(addTemplate, { resolved: await person.at(accountId), input: { ...values, copiedFrom: original.id } });
}

/** Saves a template with other fields by their dotted paths, from the version given. */
export async function saveWith(person: SignedIn, accountId: string, template: TemplateView, fields: Record<string, unknown>): Promise<TemplateView> {
  const values = withFields(template.values, fields);
  return runOperation(updateTemplate, { resolved: await person.at(accountId), input: { ...values, templateId: template.id, version: template.version } });
}

/** Values with other fields, e.g. `{ "phones.primary.zoneId": 2 }`. */
export function withFields(values: TemplateValues, fields: Record<string, unknown>): TemplateValues {
  // Phones share the objects of their classes, and a structured clone would go on sharing them.
  const changed = JSON.parse(JSON.stringify(values)) as TemplateValues;
  for (const [path, value] of Object.entries(fields)) {
    const names = path.split(".");
    const last = names.pop()!;
    const holder = names.reduce<object>((node, name) => Reflect.get(node, name) as object, changed);
    Reflect.set(holder, last, value);
  }
  return changed;
}

/** The value at a dotted path. */
export function fieldOf(values: TemplateValues, path: string): unknown {
  return path.split(".").reduce<unknown>((node, name) => Reflect.get(node as object, name), values);
}

/** Gives a user the role of a template, as an applied plan does. */
export async function giveRole(accountId: string, userId: string, templateId: string): Promise<void> {
  const { prisma } = database();
  const role = await prisma.serviceRole.findFirstOrThrow({ where: { accountId, templateId } });
  await prisma.user.update({ where: { accountId_id: { accountId, id: userId } }, data: { serviceRoleId: role.id } });
}

/** Puts a network element on record without a system behind it. */
export async function anElement(accountId: string, kind: "mivb" | "mbg", name: string): Promise<void> {
  await database().prisma.networkElement.create({
    data: { accountId, id: newId(), kind, name, address: "http://127.0.0.1:1", username: "portal", passwordSealed: Buffer.from("sealed"), status: "connected", checkedAt: new Date() },
  });
}
