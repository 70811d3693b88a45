/** The simulated Workflow Studio: an application that people open from the portal, and that counts what they execute (WFS-15, WFS-21). */
import { z } from "zod";
import { type ApplicationOptions, NO_SETTINGS } from "../applications/options.ts";
import { connectPortal } from "../applications/portal.ts";
import { openVisits } from "../applications/visits.ts";
import { json, seeOther } from "../kit/answers.ts";
import { sectionOf } from "../kit/console.ts";
import { credentialCheck } from "../kit/credentials.ts";
import type { Database } from "../kit/database.ts";
import { DEMO_APPLICATIONS } from "../kit/demo.ts";
import type { PeerDefinition, RunningPeer } from "../kit/peer.ts";
import { Refusal } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { startPeer } from "../kit/server.ts";
import { parseBody } from "../kit/validation.ts";
import { type Executions, openExecutions, TIER_NAMES, TIERS } from "./executions.ts";
import { studioPage, TITLE } from "./pages.ts";

const { name: NAME, key: KEY } = DEMO_APPLICATIONS.workflowStudio;
const RELEASE = "1.4";

const ExecutionForm = z.strictObject({ flow: z.string().trim().min(1).max(80), tier: z.enum(TIERS) });

/** What the portal asks, under the secret that both share. */
function usageRoute(executions: Executions, secret: string): Route {
  const isPortal = credentialCheck({ username: "portal", password: secret });
  return {
    method: "GET",
    path: "/api/v1/accounts/{accountId}/executions/{period}",
    open: true,
    kind: "read",
    run({ params: { accountId = "", period = "" }, authorization }) {
      if (!isPortal(authorization)) throw new Refusal(401, "unauthorized", "Only the portal may ask for this.");
      return json(200, { period, executed: executions.count(accountId, period) });
    },
  };
}

function define(database: Database, { portalUrl, secret }: ApplicationOptions): PeerDefinition {
  const executions = openExecutions(database);
  const visits = openVisits(database, { key: KEY, title: TITLE, secret }, connectPortal({ url: portalUrl, application: KEY, secret }));
  return {
    title: TITLE,
    name: NAME,
    release: RELEASE,
    routes: [
      ...visits.routes,
      usageRoute(executions, secret),
      { method: "GET", path: "/app", open: true, kind: "prepared", run: visits.forVisitor((visitor) => () => studioPage(executions, visitor)) },
      {
        method: "POST",
        path: "/app/executions",
        open: true,
        kind: "prepared",
        run: visits.forVisitor((visitor, { body }) => () => {
          const { flow, tier } = parseBody(ExecutionForm, body);
          try {
            executions.execute(visitor, tier, flow);
          } catch (error) {
            if (error instanceof Refusal) return studioPage(executions, visitor, error.message);
            throw error;
          }
          return seeOther("/app");
        }),
      },
    ],
    sections: [
      sectionOf("executions", "Executions", executions.list, {
        At: ({ at }) => at,
        Account: ({ accountId }) => accountId,
        "Billing period": ({ period }) => period,
        Tier: ({ tier }) => TIER_NAMES[tier],
        Flow: ({ flow }) => flow,
        By: ({ by }) => by,
      }),
    ],
    settings: NO_SETTINGS,
    state: () => ({ executions: executions.list.all() }),
  };
}

/** Starts a simulated Workflow Studio. */
export function startWorkflowStudio(options: ApplicationOptions): Promise<RunningPeer> {
  return startPeer(options, options.name ?? NAME, (database) => define(database, options));
}
