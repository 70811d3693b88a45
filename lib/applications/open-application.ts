import { z } from "zod";
import { settings } from "#lib/config/settings.ts";
import { newId } from "#lib/db/id.ts";
import { definitionOf } from "#lib/integrations/registry.ts";
import { sentence } from "#lib/messages/sentences.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { assertUsable } from "./access.ts";
import { connectionOf } from "./connections.ts";
import { APPLICATION_KEYS, OpenedApplication } from "./schemas.ts";
import { signTicket, TICKET_S } from "./ticket.ts";

/** Sends a person into an application with a ticket that is good once and not for long (WFS-15, MEET-02). */
export const openApplication = operation({
  name: "me.open-application",
  summary: "Open an application",
  permission: [],
  scope: "self",
  kind: "write",
  input: z.object({ key: z.enum(APPLICATION_KEYS) }),
  output: OpenedApplication,
  http: { method: "POST", path: "/me/applications/{key}/open" },
  async run({ actor, db, emit, now }, { key }) {
    const { accountId, userId } = actor;
    await assertUsable(db, actor, key);
    const { name } = definitionOf(key);
    const connection = connectionOf(key);
    if (!connection) throw conflict(sentence("applicationNotConnected", { name }));
    const id = newId();
    await db.applicationVisit.deleteMany({ where: { accountId, expiresAt: { lt: now } } });
    await db.applicationVisit.create({ data: { accountId, id, userId, application: key, createdAt: now, expiresAt: new Date(now.getTime() + TICKET_S * 1_000) } });
    await emit({ action: "Sign in", asset: { kind: "user", id: userId, name: actor.name }, details: { method: "application", application: name } });
    const ticket = await signTicket({ issuer: settings().PORTAL_URL, application: key, userId, id, now }, connection.secret);
    return { address: `${connection.url}/launch?${new URLSearchParams({ ticket })}` };
  },
});
