import type { TemplateRights } from "#components/templates/template-rights.ts";
import type { Person } from "#lib/operations/actor.ts";
import { may } from "#lib/permissions/grants.ts";

/** What the person may do with templates (PERM-19 to PERM-23). */
export function templateRights(person: Person): TemplateRights {
  return { add: may(person, "user_templates", "add"), edit: may(person, "user_templates", "edit"), delete: may(person, "user_templates", "delete") };
}
