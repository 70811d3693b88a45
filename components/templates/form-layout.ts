/** How the fields of a template are laid out: which stand together, and in what order. Pure. */
import { isShown, SERVICE_SECTION, TEMPLATE_FIELDS, USER_SECTION } from "#lib/templates/fields.ts";
import type { TemplateField } from "#lib/templates/fields.ts";
import type { TemplateValues } from "#lib/templates/schemas.ts";

/** A check box "Include …" with the fields that it opens; `fields` is empty for a service that has none. */
export type ServiceBlock = { include: TemplateField; fields: readonly TemplateField[] };

/** Label and Description. */
export const HEADER_FIELDS = TEMPLATE_FIELDS.filter(({ section }) => section === null);
export const USER_FIELDS = TEMPLATE_FIELDS.filter(({ section }) => section === USER_SECTION);

/** The blocks of the service section in the order of the form. */
export const SERVICE_BLOCKS: readonly ServiceBlock[] = TEMPLATE_FIELDS.filter(({ section, block }) => section === SERVICE_SECTION && block === null).map((include) => ({
  include,
  fields: TEMPLATE_FIELDS.filter(({ block, path }) => block !== null && include.path.endsWith(".include") && path.startsWith(include.path.replace(/include$/, ""))),
}));

/** A field with its place: `alone` takes a whole line, `beside` is a check box in a line with a field that has its label above. */
export type PlacedField = { field: TemplateField; place: "half" | "alone" | "beside" };

/** Derive DN decides whether the block can be used at all, so it leads the block on a line of its own. */
const LEADING = /\.deriveDn$/;

/** The fields that have a place with these values, two to a line; the classes of three shifts are not among them. */
export function placedFields(fields: readonly TemplateField[], values: TemplateValues): PlacedField[] {
  const shown = fields.filter((field) => field.control !== "shifts" && isShown(field, values));
  const leading = shown.filter(({ path }) => LEADING.test(path));
  const pairs = shown.filter(({ path }) => !LEADING.test(path));
  return [
    ...leading.map((field): PlacedField => ({ field, place: "alone" })),
    ...pairs.map((field, index): PlacedField => {
      const neighbour = pairs[index % 2 === 0 ? index + 1 : index - 1];
      const beside = field.control === "check" && neighbour !== undefined && neighbour.control !== "check";
      return { field, place: beside ? "beside" : "half" };
    }),
  ];
}

/** The classes of three shifts among the fields, which share one grid. */
export function shiftFields(fields: readonly TemplateField[]): readonly TemplateField[] {
  return fields.filter(({ control }) => control === "shifts");
}
