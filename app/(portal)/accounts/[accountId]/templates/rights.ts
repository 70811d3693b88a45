import type { TemplateRights } from "#components/templates/template-rights.ts";
import type { Person } from "#lib/operations/actor.ts";
import { roleMay } from "#lib/permissions/matrix.ts";

/** What the person may do with templates (PERM-19 to PERM-23). */
export function templateRights({ role }: Person): TemplateRights {
  const may = (action: "add" | "edit" | "delete") => roleMay(role, { feature: "user_templates", action });
  return { add: may("add"), edit: may("edit"), delete: may("delete") };
}
