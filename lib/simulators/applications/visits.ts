/** The doors of an application: in by a ticket of the portal, then by a cookie that is good as long as the portal says so. */
import { createHash, randomBytes } from "node:crypto";
import { type Answer, page, seeOther } from "../kit/answers.ts";
import { type Collection, openCollection } from "../kit/collection.ts";
import { renderPage } from "../kit/console.ts";
import type { Database } from "../kit/database.ts";
import { html } from "../kit/html.ts";
import { Refusal } from "../kit/refusal.ts";
import type { PeerRequest } from "../kit/requests.ts";
import type { Route } from "../kit/routes.ts";
import type { Portal, Visitor } from "./portal.ts";
import { assertTicket } from "./ticket.ts";

/** Kept under the digest of the cookie's value. */
type Visit = { key: string; token: string; expiresAt: number };

type Application = { key: string; title: string; secret: string };

export type Visits = {
  routes: Route[];
  /** Answers with a page for whoever is there by right, and with the reason for whoever is not. */
  forVisitor(run: (visitor: Visitor, request: PeerRequest) => () => Answer): (request: PeerRequest) => Promise<() => Answer>;
};

/** The visits of an application. */
export function openVisits(database: Database, application: Application, portal: Portal): Visits {
  const visits: Collection<Visit> = openCollection<Visit>(database, { name: "visits", key: "key" });
  const cookieName = `${application.key}_visit`;
  const digestOf = (value: string) => createHash("sha256").update(value).digest("base64url");
  const cookie = (value: string, maxAge: number) => `${cookieName}=${value}; Path=/app; HttpOnly; SameSite=Lax; Max-Age=${maxAge}`;

  function turnedAway({ status, code, message }: Refusal): Answer {
    const back = html`<main class="narrow"><h1>${application.title}</h1><p class="bad" role="alert">${message}</p><p><a href="${portal.url}/dashboard">To the portal</a></p></main>`;
    const answer = page(status, renderPage(application.title, back));
    return code === "access_ended" ? { ...answer, cookie: cookie("", 0) } : answer;
  }

  async function enter({ query }: PeerRequest): Promise<() => Answer> {
    const ticket = query.get("ticket") ?? "";
    assertTicket(ticket, { secret: application.secret, application: application.key });
    const { token, expiresAt } = await portal.redeem(ticket);
    const value = randomBytes(32).toString("base64url");
    return () => {
      for (const old of visits.all()) if (old.expiresAt < Date.now()) visits.remove(old.key);
      visits.add({ key: digestOf(value), token, expiresAt });
      return { ...seeOther("/app"), cookie: cookie(value, Math.ceil((expiresAt - Date.now()) / 1000)) };
    };
  }

  async function visitorOf({ cookies }: PeerRequest): Promise<Visitor> {
    const key = digestOf(cookies[cookieName] ?? "");
    const visit = visits.get(key);
    if (!visit) throw new Refusal(403, "not_signed_in", `Open ${application.title} from the Application Launcher of the portal.`);
    const visitor = await portal.introspect(visit.token);
    if (visitor) return visitor;
    visits.remove(key);
    throw new Refusal(403, "access_ended", `You have no access to ${application.title} any more.`);
  }

  /** For people, a refusal is a page. */
  async function orTurnedAway(work: () => Promise<() => Answer>): Promise<() => Answer> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refusal) return () => turnedAway(error);
      throw error;
    }
  }

  return {
    routes: [{ method: "GET", path: "/launch", open: true, kind: "prepared", run: (request) => orTurnedAway(() => enter(request)) }],
    forVisitor: (run) => (request) =>
      orTurnedAway(async () => {
        const visitor = await visitorOf(request);
        return run(visitor, request);
      }),
  };
}
