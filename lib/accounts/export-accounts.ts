import { exportOf, modifiedOn } from "#lib/lists/export-list.ts";
import { countryName } from "./countries.ts";
import { accountRequest, findAccounts, toAccountListItem } from "./find-accounts.ts";

export const exportAccounts = exportOf(findAccounts, {
  name: "accounts.export",
  summary: "The customer accounts of the partner as a csv or xlsx file",
  messages: "accounts.list",
  columns: {
    name: ({ name }) => name,
    city: ({ city }) => city,
    country: ({ country }, { locale }) => countryName(country, locale),
    users: ({ userCount }) => userCount,
    modified: modifiedOn,
  },
  request: ({ actor }, asked) => accountRequest(actor, asked),
  toView: toAccountListItem,
});
