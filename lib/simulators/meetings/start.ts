/** The simulated MiTeam Meetings: people with a license open it from the portal and start meetings (MEET-02). */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { applicationPage } from "../applications/frame.ts";
import { type ApplicationOptions, NO_SETTINGS } from "../applications/options.ts";
import { connectPortal, type Visitor } from "../applications/portal.ts";
import { openVisits } from "../applications/visits.ts";
import { type Answer, seeOther } from "../kit/answers.ts";
import { type Collection, openCollection } from "../kit/collection.ts";
import { sectionOf } from "../kit/console.ts";
import type { Database } from "../kit/database.ts";
import { DEMO_APPLICATIONS } from "../kit/demo.ts";
import { html } from "../kit/html.ts";
import type { PeerDefinition, RunningPeer } from "../kit/peer.ts";
import { startPeer } from "../kit/server.ts";
import { parseBody } from "../kit/validation.ts";

const { name: NAME, key: KEY, title: TITLE } = DEMO_APPLICATIONS.meetings;
const RELEASE = "2.1";

type Meeting = { key: string; accountId: string; hostId: string; host: string; title: string; startedAt: string };

const MeetingForm = z.strictObject({ title: z.string().trim().min(1).max(80) });

function start(meetings: Collection<Meeting>, { sub, name, account }: Visitor, body: unknown): void {
  const startedAt = new Date().toISOString();
  meetings.add({ key: `${startedAt} ${randomUUID()}`, accountId: account.id, hostId: sub, host: name, title: parseBody(MeetingForm, body).title, startedAt });
}

function meetingsPage(meetings: Collection<Meeting>, visitor: Visitor): Answer {
  const own = meetings.findBy("accountId", visitor.account.id).toReversed();
  const rows = own.map(({ title, host, startedAt }) => html`<tr><td>${title}</td><td>${host}</td><td>${startedAt.slice(0, 19).replace("T", " ")} UTC</td></tr>`);
  return applicationPage(
    TITLE,
    visitor,
    html`<section><h2>Start a meeting</h2><form method="post" action="/app/meetings"><label for="title">Title</label><input id="title" name="title" required maxlength="80"><button>Start</button></form></section>
<div class="scroll" tabindex="0" role="region" aria-label="Meetings"><table><caption>Meetings of ${visitor.account.name}</caption>
<thead><tr><th scope="col">Title</th><th scope="col">Host</th><th scope="col">Started</th></tr></thead>
<tbody>${rows.length > 0 ? rows : html`<tr><td colspan="3">No meeting was started yet.</td></tr>`}</tbody></table></div>`,
  );
}

function define(database: Database, { portalUrl, secret }: ApplicationOptions): PeerDefinition {
  const meetings = openCollection<Meeting>(database, { name: "meetings", key: "key", indexed: ["accountId"] });
  const visits = openVisits(database, { key: KEY, title: TITLE, secret }, connectPortal({ url: portalUrl, application: KEY, secret }));
  return {
    title: TITLE,
    name: NAME,
    release: RELEASE,
    routes: [
      ...visits.routes,
      { method: "GET", path: "/app", open: true, kind: "prepared", run: visits.forVisitor((visitor) => () => meetingsPage(meetings, visitor)) },
      {
        method: "POST",
        path: "/app/meetings",
        open: true,
        kind: "prepared",
        run: visits.forVisitor((visitor, { body }) => () => {
          start(meetings, visitor, body);
          return seeOther("/app");
        }),
      },
    ],
    sections: [sectionOf("meetings", "Meetings", meetings, { Started: ({ startedAt }) => startedAt, Account: ({ accountId }) => accountId, Host: ({ host }) => host, Title: ({ title }) => title })],
    settings: NO_SETTINGS,
    state: () => ({ meetings: meetings.all() }),
  };
}

/** Starts a simulated MiTeam Meetings. */
export function startMeetings(options: ApplicationOptions): Promise<RunningPeer> {
  return startPeer(options, options.name ?? NAME, (database) => define(database, options));
}
