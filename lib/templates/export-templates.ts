import { exportOf, modifiedOn } from "#lib/lists/export-list.ts";
import { userCountInWords } from "#lib/service-roles/user-count.ts";
import { findTemplates, templateRequest, toTemplateListItem } from "./find-templates.ts";

export const exportTemplates = exportOf(findTemplates, {
  name: "templates.export",
  summary: "The user templates of an account as a csv or xlsx file",
  messages: "templates.list",
  columns: {
    label: ({ label }) => label,
    description: ({ description }) => description,
    kind: ({ isDefault }, { words }) => words(isDefault ? "default" : "custom"),
    primaryPhone: ({ primaryPhone }) => primaryPhone,
    users: userCountInWords,
    modified: modifiedOn,
  },
  request: ({ account }, asked) => templateRequest(account.id, asked),
  toView: toTemplateListItem,
});
