import { exportOf, modifiedOn } from "#lib/lists/export-list.ts";
import type { FileColumns } from "#lib/lists/export-list.ts";
import { grantInWords } from "#lib/permissions/grants.ts";
import type { Grant } from "#lib/permissions/schemas.ts";
import { findAccountRoles, inAccount } from "./find-account-roles.ts";
import { findRoleAccounts, roleAccountRequest, toRoleAccount } from "./find-role-accounts.ts";
import { findRoles, ofPartner, roleRequest, toRoleView } from "./find-roles.ts";
import type { RoleView } from "./schemas.ts";

const COLUMNS: FileColumns<RoleView> = {
  name: ({ name }) => name,
  base: ({ base }, { words }) => words(`bases.${base}`),
  description: ({ description }) => description,
  permissions: ({ base, grants }) => grants.map((grant) => grantInWords(base, grant as Grant)).join("; "),
  accounts: ({ accountCount }) => accountCount,
  users: ({ userCount }) => userCount,
  modified: modifiedOn,
};

export const exportRoles = exportOf(findRoles, {
  name: "roles.export",
  summary: "The custom roles of the partner account as a csv or xlsx file",
  messages: "roles.list",
  columns: COLUMNS,
  usual: ["name", "base", "description", "accounts", "users", "modified"],
  request: ({ actor }, asked) => roleRequest(ofPartner(actor), asked),
  toView: toRoleView,
});

export const exportAccountRoles = exportOf(findAccountRoles, {
  name: "roles.export-in-account",
  summary: "The custom roles of an account as a csv or xlsx file",
  messages: "roles.list",
  columns: COLUMNS,
  usual: ["name", "base", "description", "users", "modified"],
  request: ({ account }, asked) => roleRequest(inAccount(account), asked),
  toView: toRoleView,
});

export const exportRoleAccounts = exportOf(findRoleAccounts, {
  name: "roles.export-accounts",
  summary: "The accounts that a custom role is or can be assigned to as a csv or xlsx file",
  messages: "roles.accounts",
  title: "file",
  columns: {
    name: ({ name }) => name,
    assigned: ({ assigned }, { words }) => words(assigned ? "isAssigned" : "isNotAssigned"),
    users: ({ userCount }) => userCount,
  },
  request: ({ actor, db }, asked) => roleAccountRequest(db, actor, asked),
  toView: toRoleAccount,
});
