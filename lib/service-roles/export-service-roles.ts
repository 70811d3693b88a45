import { exportOf } from "#lib/lists/export-list.ts";
import { findServiceRoles, serviceRoleRequest, toServiceRoleView } from "./find-service-roles.ts";
import { userCountInWords } from "./user-count.ts";

export const exportServiceRoles = exportOf(findServiceRoles, {
  name: "service-roles.export",
  summary: "The user roles of an account as a csv or xlsx file",
  messages: "serviceRoles",
  columns: {
    name: ({ name }) => name,
    template: ({ templateLabel }) => templateLabel,
    users: userCountInWords,
    created: ({ createdAt }, { time }) => time(createdAt),
  },
  request: ({ account }, asked) => serviceRoleRequest(account.id, asked),
  toView: toServiceRoleView,
});
