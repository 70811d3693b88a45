/** The client accounts. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { json, nothing } from "../kit/answers.ts";
import { listAnswer, readPageRequest } from "../kit/lists.ts";
import { conflict, invalid, notFound, Refusal } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { digestSecret, matchesDigest } from "../kit/secrets.ts";
import { parseBody } from "../kit/validation.ts";
import { withdraw } from "./deployments.ts";
import { takeLicence } from "./licences.ts";
import { type Account, ACCOUNT_DEFAULTS, AccountBody } from "./schemas.ts";
import type { MicollabStore } from "./store.ts";

const SOFTPHONE_DEVICE_TYPE = 76;

function getAccount(store: MicollabStore, userName = ""): Account {
  const account = store.accounts.get(userName);
  if (!account) throw notFound(`There is no client account ${userName}.`, "userName");
  return account;
}

/** Phone type and device type of the soft phone extension (ACDADD-06); without one there are none (SIM-10). */
function phoneData(extension: string | null, phoneType: "SOFTPHONE" | null | undefined): Pick<Account, "phoneType" | "deviceType"> {
  const isSoftphone = extension !== null && phoneType !== null;
  return isSoftphone ? { phoneType: "SOFTPHONE", deviceType: SOFTPHONE_DEVICE_TYPE } : { phoneType: null, deviceType: null };
}

function assertAccount(store: MicollabStore, account: Account): void {
  const { featureProfiles, userProfiles, mode, flowThrough } = store.settings.get();
  if (!featureProfiles.includes(account.featureProfile)) {
    throw invalid("unknown_feature_profile", `There is no feature profile ${account.featureProfile}.`, "featureProfile");
  }
  if (!userProfiles.includes(account.userProfile)) {
    throw invalid("unknown_user_profile", `There is no user profile ${account.userProfile}.`, "userProfile");
  }
  if (account.phoneType === null) return;
  if (mode === "colocated") {
    throw invalid("colocated_mode", "A SIP ACD softphone needs MiCollab in integrated mode; convert it from co-located mode first.", "softPhoneExtension");
  }
  if (!flowThrough) {
    throw invalid("flow_through_off", "A SIP ACD softphone needs Flow Through Provisioning; switch it on first.", "softPhoneExtension");
  }
}

function addAccount(store: MicollabStore, body: unknown): Account {
  const { password, phoneType, ...fields } = parseBody(AccountBody, body, ACCOUNT_DEFAULTS);
  const account: Account = {
    ...fields,
    ...phoneData(fields.softPhoneExtension, phoneType),
    id: randomUUID(),
    passwordSet: password !== undefined,
  };
  assertAccount(store, account);
  if (!store.accounts.add(account)) throw conflict("user_name_in_use", `Client account ${account.userName} exists already.`, "userName");
  takeLicence(store.licenceUse, store.settings.get().licences, account.uccBundle);
  if (password !== undefined) store.secrets.set(`account ${account.userName}`, digestSecret(password));
  return account;
}

function rename(store: MicollabStore, from: string, to: string): void {
  if (store.accounts.get(to)) throw conflict("user_name_in_use", `Client account ${to} exists already.`, "userName");
  // The client of a renamed account stops working until it is deployed again (DEPLOY-17).
  withdraw(store, from);
  store.secrets.move(`account ${from}`, `account ${to}`);
  const licence = store.meetings.get(from);
  if (licence) store.meetings.replace(from, { ...licence, userName: to });
}

function changeAccount(store: MicollabStore, userName: string | undefined, body: unknown): Account {
  const before = getAccount(store, userName);
  const { password, phoneType, ...changes } = parseBody(AccountBody.partial(), body);
  const merged = { ...before, ...changes };
  const phoneIsNamed = phoneType !== undefined || changes.softPhoneExtension !== undefined;
  const phone = phoneIsNamed ? phoneData(merged.softPhoneExtension, phoneType) : before;
  const after: Account = {
    ...merged,
    phoneType: phone.phoneType,
    deviceType: phone.deviceType,
    passwordSet: before.passwordSet || password !== undefined,
  };
  assertAccount(store, after);
  if (after.uccBundle !== before.uccBundle) {
    takeLicence(store.licenceUse, store.settings.get().licences, after.uccBundle);
    store.licenceUse.change(before.uccBundle, -1);
  }
  if (after.userName !== before.userName) rename(store, before.userName, after.userName);
  store.accounts.replace(before.userName, after);
  if (password !== undefined) store.secrets.set(`account ${after.userName}`, digestSecret(password));
  return after;
}

function deleteAccount(store: MicollabStore, userName: string | undefined): void {
  const account = getAccount(store, userName);
  withdraw(store, account.userName);
  store.accounts.remove(account.userName);
  store.meetings.remove(account.userName);
  store.secrets.remove(`account ${account.userName}`);
  store.licenceUse.change(account.uccBundle, -1);
}

const LoginBody = z.strictObject({ userName: z.string(), password: z.string() });

/**
 * The login of a client (SIM-11): refused while no password was set, as for a user created in the MiVB.
 * Throws a `Refusal` for whoever is not let in.
 */
export function logIn(store: MicollabStore, body: unknown) {
  const { userName, password } = parseBody(LoginBody, body);
  const account = store.accounts.get(userName);
  const digest = store.secrets.get(`account ${userName}`);
  if (account && digest === undefined) {
    throw new Refusal(403, "password_not_set", "No password was set for this account in Users and Services.", "password");
  }
  if (!account || digest === undefined || !matchesDigest(password, digest)) {
    throw new Refusal(401, "wrong_password", "The user name or the password is wrong.");
  }
  const { id, deskPhoneExtension, softPhoneExtension, phoneType, deviceType } = account;
  return { accountId: id, userName, deskPhoneExtension, softPhoneExtension, phoneType, deviceType };
}

/** The addresses of client accounts, and the login of clients, which needs only the account's own password. */
export function accountRoutes(store: MicollabStore): Route[] {
  const all = "/api/v1/client-accounts";
  const one = `${all}/{userName}`;
  return [
    { method: "GET", path: all, kind: "read", run: (request) => listAnswer(store.accounts.page(readPageRequest(request))) },
    { method: "GET", path: one, kind: "read", run: ({ params }) => json(200, getAccount(store, params.userName)) },
    { method: "POST", path: all, kind: "write", run: ({ body }) => json(201, addAccount(store, body)) },
    { method: "PATCH", path: one, kind: "write", run: ({ params, body }) => json(200, changeAccount(store, params.userName, body)) },
    {
      method: "DELETE",
      path: one,
      kind: "write",
      run({ params }) {
        deleteAccount(store, params.userName);
        return nothing();
      },
    },
    { method: "POST", path: "/client/v1/login", open: true, kind: "read", run: ({ body }) => json(200, logIn(store, body)) },
  ];
}
