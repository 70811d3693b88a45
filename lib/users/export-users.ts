import { exportOf, modifiedOn } from "#lib/lists/export-list.ts";
import { ROLE_LABELS } from "#lib/permissions/schemas.ts";
import { findUsers, usersInOrder } from "./find-users.ts";
import type { UserView } from "./schemas.ts";
import { userConditions } from "./user-filter.ts";
import { toUserView } from "./user-view.ts";

export const exportUsers = exportOf(findUsers, {
  name: "users.export",
  summary: "The list of users as a csv or xlsx file",
  messages: "users.list",
  columns: {
    name: ({ name }) => name,
    email: ({ email }) => email,
    extension: ({ extension }) => extension,
    modified: modifiedOn,
    licenses: ({ licenses }) => licenses.join(", "),
    role: ({ role, customRole }) => customRole || ROLE_LABELS[role],
    services: servicesInWords,
    mobile: ({ mobileNumber }) => mobileNumber,
    smsNumber: ({ smsNumber }) => smsNumber,
    registered: ({ registered }) => (registered ? "Yes" : "No"),
    welcomed: ({ welcomedAt }, { time }) => welcomedAt && time(welcomedAt),
    contactCenter: ({ contactCenter }) => contactCenter.join(", "),
    template: ({ serviceRole }) => serviceRole,
  },
  usual: ["name", "email", "extension", "modified", "licenses", "role", "services"],
  request: ({ account }, { sort, ...filter }) => ({ ...usersInOrder(sort), where: userConditions(account.id, filter) }),
  toView: toUserView,
});

function servicesInWords({ services, progress, differences }: UserView): string {
  switch (services) {
    case "none":
      return "No service";
    case "planned":
      return "Planned";
    case "working":
      return progress ? `${progress.done} of ${progress.of}` : "Working";
    case "in_sync":
      return "In sync";
    case "differs":
      return differences === 1 ? "1 difference" : `${differences} differences`;
    case "failed":
      return "Failed";
  }
}
