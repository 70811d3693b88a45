/**
 * The permission table, as data: which boxes exist for which base role, which can not be cleared, and what each is for
 * (ROLE-11 to ROLE-28, PERM-01 to PERM-63, OP1-58). The editor, the check, the tests and the API document read it. Pure.
 */
import type { Action, BaseRole, Feature } from "./schemas.ts";

export type Box = {
  /** Always on and not to be cleared (PERM-04, PERM-09). */
  fixed?: true;
  /** What somebody may do who has it. */
  lets: string;
};

export type Line = {
  feature: Feature;
  name: string;
  /** What clearing boxes of the line is for (ROLE-12 to ROLE-28). */
  text: string;
  /** The boxes that exist; every other one does not apply (ROLE-09). */
  boxes: Partial<Record<Action, Box>>;
};

/** Every other action of a feature has no effect without this one (OP1-65). */
export const NEEDED_BY_OTHERS: Action = "view";

const USERS: Line["boxes"] = {
  view: { lets: "See the list of users and each user's details." },
  add: { lets: "Add users one by one or from a file, send welcome e-mails, and use Manage." },
  edit: { lets: "Change users, reset passwords, assign licenses and services, send welcome e-mails, and use Manage." },
  delete: { lets: "Delete users." },
};

const USER_TEMPLATES: Line["boxes"] = {
  view: { lets: "See the user templates." },
  add: { lets: "Create templates." },
  edit: { lets: "Change templates." },
  delete: { lets: "Delete templates." },
};

const INTEGRATIONS: Line["boxes"] = {
  view: { lets: "See the integrations of an account." },
  add: { lets: "Add and set up integrations, and switch privileges." },
  edit: { lets: "Change the configuration of integrations." },
  delete: { lets: "Remove integrations; together with Add also in the catalogue." },
};

const SUPPORT: Line["boxes"] = { view: { lets: "Open Support Logs, Event History and the gateway's page." } };
const MIVOICE_BUSINESS: Line["boxes"] = { view: { lets: "Use the account's MiVoice Business features." } };
const CUSTOMER_CARE: Line["boxes"] = { view: { lets: "Open Customer Care." } };

export const PERMISSION_TABLE: Record<BaseRole, readonly Line[]> = {
  partner: [
    {
      feature: "accounts",
      name: "Accounts",
      text: "Restrict the Partner's ability to create new accounts and change or delete existing accounts.",
      boxes: {
        view: { fixed: true, lets: "See the accounts. This can always be done." },
        add: { lets: "Add accounts." },
        edit: { lets: "Change, deactivate and reactivate accounts." },
        delete: { lets: "Delete accounts." },
      },
    },
    {
      feature: "roles",
      name: "Roles and Permissions",
      text: "Restrict the Partner's ability to view the custom roles, create new roles, assign them to other users, and change or delete existing roles.",
      boxes: {
        view: { lets: "See the roles and their permissions." },
        add: { lets: "Create and duplicate roles." },
        edit: { lets: "Change roles, and assign them to accounts." },
        assign: { lets: "Give users a role." },
        delete: { lets: "Delete roles." },
      },
    },
    {
      feature: "orders",
      name: "Orders",
      text: "Restrict the Partner's ability to view and assign orders to customer accounts.",
      boxes: { view: { lets: "See the orders and assign them to accounts." } },
    },
    {
      feature: "users",
      name: "Users",
      text: "Restrict the Partner's ability to view users, create new users and edit or delete existing users.",
      boxes: USERS,
    },
    {
      feature: "user_templates",
      name: "User Templates",
      text: "Restrict the Partner's ability to view user templates, create new user templates and edit or delete existing user templates.",
      boxes: USER_TEMPLATES,
    },
    {
      feature: "integrations",
      name: "Integrations & Apps",
      text: "Restrict the Partner's ability to view a customer account's integrations, add integrations to the account, edit the configuration of an integration or delete integrations from an account.",
      boxes: INTEGRATIONS,
    },
    {
      feature: "subscriptions",
      name: "Subscriptions",
      text: "Restrict the Partner's ability to view details of the list of subscriptions assigned to a customer account.",
      boxes: { view: { lets: "See the subscriptions of an account." }, add: { lets: "Add orders to an account." } },
    },
    {
      feature: "support",
      name: "Support",
      text: "Restrict the Partner's ability to view support logs of a customer account.",
      boxes: SUPPORT,
    },
    {
      feature: "mivoice_business",
      name: "MiVoice Business",
      text: "Restrict the Partner's ability to access the MiVoice Business features of a customer account.",
      boxes: MIVOICE_BUSINESS,
    },
    {
      feature: "customer_care",
      name: "Customer Care",
      text: "Restrict the Partner's ability to access the Customer Care feature of a customer account.",
      boxes: CUSTOMER_CARE,
    },
    {
      feature: "developer",
      name: "Developer",
      text: "Restrict the Partner's ability to access the Developer page, register new applications and assign them to customer accounts.",
      boxes: { view: { lets: "Open the Developer page, register applications and assign them to accounts." } },
    },
  ],
  account_admin: [
    {
      feature: "account",
      name: "Account",
      text: "Restrict the Account Admin's ability to edit the customer account information.",
      boxes: {
        view: { fixed: true, lets: "See the account. This can always be done." },
        edit: { lets: "Change the account's details, support contacts and call services." },
      },
    },
    {
      feature: "users",
      name: "Users",
      text: "Restrict the Account Admin's ability to view users, create new users and edit or delete existing users.",
      boxes: USERS,
    },
    {
      feature: "user_templates",
      name: "User Templates",
      text: "Restrict the Account Admin's ability to view user templates, create new user templates and edit or delete existing user templates.",
      boxes: USER_TEMPLATES,
    },
    {
      feature: "roles",
      name: "Roles and Permissions",
      text: "Restrict the Account Admin's ability to view the custom roles assigned to their customer account and assign them to users.",
      boxes: { view: { lets: "See the roles that are assigned to the account." }, assign: { lets: "Give users a role." } },
    },
    {
      feature: "integrations",
      name: "Integrations & Apps",
      text: "Restrict the Account Admin's ability to view their account's integrations, add integrations to their account, edit the configuration of an integration or delete integrations.",
      boxes: INTEGRATIONS,
    },
    {
      feature: "subscriptions",
      name: "Subscriptions",
      text: "Restrict the Account Admin's ability to view details of the list of subscriptions assigned to their customer account.",
      boxes: { view: { lets: "See the subscriptions of the account." } },
    },
    {
      feature: "support",
      name: "Support",
      text: "Restrict the Account Admin's ability to view support logs of their customer account.",
      boxes: SUPPORT,
    },
    {
      feature: "mivoice_business",
      name: "MiVoice Business",
      text: "Restrict the Account Admin's ability to access the MiVoice Business features of their customer account.",
      boxes: MIVOICE_BUSINESS,
    },
    {
      feature: "customer_care",
      name: "Customer Care",
      text: "Restrict the Account Admin's ability to access the Customer Care feature of their customer account.",
      boxes: CUSTOMER_CARE,
    },
  ],
};
