import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { readTemplate } from "./read-template.ts";
import { TemplateView } from "./schemas.ts";

/** ACDTPL-04. */
export const getTemplate = operation({
  name: "templates.get",
  summary: "A user template with all its fields",
  permission: [{ feature: "user_templates", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({ templateId: z.uuid() }),
  output: TemplateView,
  http: { method: "GET", path: "/accounts/{accountId}/templates/{templateId}" },
  run: ({ account, db }, { templateId }) => readTemplate(db, account.id, templateId),
});
