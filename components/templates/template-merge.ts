/** What becomes of a form when somebody else saved the template meanwhile: field by field. Pure. */
import { TEMPLATE_FIELDS } from "#lib/templates/fields.ts";
import type { TemplateField } from "#lib/templates/fields.ts";
import type { TemplateValues, TemplateView } from "#lib/templates/schemas.ts";

/** `taken` are fields that only they changed, `both` those that were changed here and there, to different values. */
export type Meanwhile = { by: string; saved: TemplateView; mine: MergedField[]; taken: MergedField[]; both: MergedField[] };
export type MergedField = { field: TemplateField; value: unknown };

/** Compares what the form began with, what it holds, and what is stored by now. */
export function meanwhile(began: TemplateValues, typed: TemplateValues, saved: TemplateView): Meanwhile {
  const fields = TEMPLATE_FIELDS.map((field) => {
    const { path } = field;
    const [before, here, there] = [valueAt(began, path), valueAt(typed, path), valueAt(saved.values, path)];
    return { field, here, there, changedHere: !same(before, here) && !same(here, there), changedThere: !same(before, there) };
  });
  const mine = fields.filter(({ changedHere }) => changedHere);
  return {
    by: saved.modifiedBy,
    saved,
    mine: mine.map(({ field, here }) => ({ field, value: here })),
    taken: fields.filter(({ changedHere, changedThere }) => changedThere && !changedHere).map(({ field, there }) => ({ field, value: there })),
    both: mine.filter(({ changedThere }) => changedThere).map(({ field, there }) => ({ field, value: there })),
  };
}

/** The value of a field, a single one or a group such as the classes of three shifts. */
export function valueAt(values: TemplateValues, path: string): unknown {
  return path.split(".").reduce<unknown>((node, name) => Reflect.get(node as object, name), values);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
