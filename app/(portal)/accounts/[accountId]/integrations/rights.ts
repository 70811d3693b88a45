import type { IntegrationRights } from "#components/integrations/integration-rights.ts";
import type { Person } from "#lib/operations/actor.ts";
import { may } from "#lib/permissions/grants.ts";

/** What the person may do with the integrations of an account (OP1-68, OP1-69). */
export function integrationRights(person: Person): IntegrationRights {
  const mayDo = (action: "add" | "edit" | "delete") => may(person, "integrations", action);
  return { add: mayDo("add"), configure: mayDo("add") || mayDo("edit"), remove: mayDo("delete") };
}
