import { exportOf, modifiedOn } from "#lib/lists/export-list.ts";
import { findPartnerPeople, peopleRequest, toPartnerPerson } from "./find-people.ts";

export const exportPartnerPeople = exportOf(findPartnerPeople, {
  name: "account-managers.export",
  summary: "The account managers or the administrators of the partner account as a csv or xlsx file",
  messages: "accountManagers.people",
  columns: {
    name: ({ name }) => name,
    email: ({ email }) => email,
    modified: modifiedOn,
    managed: ({ managedAccounts }) => managedAccounts,
  },
  request: ({ actor }, asked) => peopleRequest(actor, asked),
  toView: toPartnerPerson,
});
