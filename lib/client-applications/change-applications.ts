import { z } from "zod";
import { hashToken, newToken } from "#lib/crypto/token.ts";
import { newId } from "#lib/db/id.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { assertUsedWithin, assign } from "./assign.ts";
import { readApplication } from "./find-applications.ts";
import { ApplicationForm, ApplicationView, ApplicationWithSecret, UpdateApplicationInput } from "./schemas.ts";

/** Developer has View alone, and who has it registers and assigns (PERM-54 to PERM-58). */
const MAY_USE = [{ feature: "developer", action: "view" }] as const;

/** Begins every client secret, so that one found in a script or a log is recognised for what it is. */
const SECRET_PREFIX = "mcs_";

/** Registers an application: it gets a client ID and a secret, which is shown this once. */
export const addApplication = operation({
  name: "client-applications.add",
  summary: "Register an application; its secret is shown once",
  permission: MAY_USE,
  scope: "partner",
  kind: "write",
  input: ApplicationForm,
  output: ApplicationWithSecret,
  http: { method: "POST", path: "/client-applications" },
  async run({ actor, account, db, emit, now }, { accountIds, ...fields }) {
    const id = newId();
    const clientSecret = SECRET_PREFIX + newToken();
    await db.clientApplication.create({ data: { ...fields, accountId: account.id, id, secretHash: hashToken(clientSecret), createdAt: now, modifiedAt: now, modifiedBy: actor.name } });
    const assigned = await assign(db, actor, { id, name: fields.name }, accountIds);
    await emit([{ action: "Add", asset: { kind: "client_application", id, name: fields.name }, changes: Object.entries(fields).map(([property, after]) => ({ property, before: null, after })) }, ...assigned]);
    return { application: await readApplication(db, actor, id), clientSecret };
  },
});

/** Changes an application and to which accounts it is assigned; what it got for users of others is no longer good. */
export const updateApplication = operation({
  name: "client-applications.update",
  summary: "Change a registered application and its accounts",
  permission: MAY_USE,
  scope: "partner",
  kind: "write",
  input: UpdateApplicationInput,
  output: ApplicationView,
  http: { method: "PUT", path: "/client-applications/{applicationId}" },
  async run({ actor, account, db, emit, now }, { applicationId, version, accountIds, ...fields }) {
    const before = await readApplication(db, actor, applicationId);
    const { count } = await db.clientApplication.updateMany({ where: { accountId: account.id, id: applicationId, version }, data: { ...fields, version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name } });
    if (count === 0) throw conflict(`${before.modifiedBy || "Somebody"} changed this application meanwhile. Reload the page to see the change; what you typed has not been saved.`);
    const asset = { kind: "client_application", id: applicationId, name: fields.name } as const;
    const changes = (["name", "description"] as const).filter((property) => before[property] !== fields[property]).map((property) => ({ property, before: before[property], after: fields[property] }));
    const assigned = await assign(db, actor, asset, accountIds);
    await emit([...(changes.length > 0 ? [{ action: "Edit" as const, asset, changes }] : []), ...assigned]);
    return readApplication(db, actor, applicationId);
  },
});

/** Gives an application a new secret; the old one ends at once. */
export const renewSecret = operation({
  name: "client-applications.renew-secret",
  summary: "Give a registered application a new secret; it is shown once",
  permission: MAY_USE,
  scope: "partner",
  kind: "write",
  input: z.object({ applicationId: z.uuid() }),
  output: ApplicationWithSecret,
  http: { method: "POST", path: "/client-applications/{applicationId}/secret" },
  async run({ actor, account, db, emit, now }, { applicationId }) {
    const { name } = await readApplication(db, actor, applicationId);
    await assertUsedWithin(db, actor, { id: applicationId, name }, "it can not be given a new secret");
    const clientSecret = SECRET_PREFIX + newToken();
    await db.clientApplication.update({ where: { accountId_id: { accountId: account.id, id: applicationId } }, data: { secretHash: hashToken(clientSecret), version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name } });
    await emit({ action: "Edit", asset: { kind: "client_application", id: applicationId, name }, changes: [{ property: "secret", before: "stored", after: "stored anew" }] });
    return { application: await readApplication(db, actor, applicationId), clientSecret };
  },
});

/** Deletes an application, with every assignment and every token that it has got. */
export const deleteApplication = operation({
  name: "client-applications.delete",
  summary: "Delete a registered application",
  permission: MAY_USE,
  scope: "partner",
  kind: "write",
  input: z.object({ applicationId: z.uuid() }),
  output: z.object({}),
  http: { method: "DELETE", path: "/client-applications/{applicationId}" },
  async run({ actor, account, db, emit }, { applicationId }) {
    const { name, accounts } = await readApplication(db, actor, applicationId);
    await assertUsedWithin(db, actor, { id: applicationId, name }, "it can not be deleted");
    await db.clientApplication.delete({ where: { accountId_id: { accountId: account.id, id: applicationId } } });
    const event = { action: "Delete" as const, asset: { kind: "client_application" as const, id: applicationId, name } };
    await emit([{ ...event, details: { accounts: accounts.map((each) => each.name) } }, ...accounts.map(({ id }) => ({ ...event, accountId: id }))]);
    return {};
  },
});
