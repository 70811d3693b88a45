/** The first page of the console: how provisioning stands, its actions and its log (AADC-11, AADC-12). */
import { type Answer, seeOther } from "../kit/answers.ts";
import { html, type Html } from "../kit/html.ts";
import { notFound, Refusal } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { actionsOf, usersProvisioned } from "./api.ts";
import type { Provisioning } from "./cycle.ts";
import { applicationPage, buttonForm, table } from "./layout.ts";
import type { CycleResult } from "./schemas.ts";
import type { EntraStore } from "./store.ts";

const SHOWN = 50;

function cycleStatus(cycle: CycleResult | null): Html {
  if (!cycle) return html`<p>Current cycle status: not run yet</p>`;
  return html`<p>Current cycle status: <span class="${cycle.failed > 0 ? "bad" : "good"}">${cycle.kind} cycle completed${cycle.failed > 0 && ` with ${cycle.failed} failed`}</span></p>
<p>Finished ${cycle.finishedAt}: ${cycle.provisioned} processed, ${cycle.failed} failed</p>`;
}

function overview(store: EntraStore, problem: string): Answer {
  const { provisioning, lastCycle, nextCycleAt } = store.settings.get();
  const running = provisioning === "running";
  const people = store.people.all();
  return applicationPage(
    "/",
    "Provisioning overview",
    html`${problem !== "" && html`<p class="bad" role="alert">${problem}</p>`}
<div class="panel">
${running ? [buttonForm("/do/stop", "Stop provisioning"), buttonForm("/do/restart", "Restart provisioning"), buttonForm("/do/cycle", "Run a cycle now")] : buttonForm("/do/start", "Start provisioning")}
<p><a href="/provisioning">Edit provisioning</a></p>
<h2>${running ? "Provisioning is on" : "Provisioning is stopped"}</h2>
${cycleStatus(lastCycle)}
<p>Users provisioned: <strong>${usersProvisioned(store)}</strong></p>
${nextCycleAt !== null && html`<p>Next incremental cycle: ${nextCycleAt}</p>`}
<form method="post" action="/do/on-demand"><label for="objectId">User</label>
<select id="objectId" name="objectId">${people.map(({ objectId, displayName }) => html`<option value="${objectId}">${displayName}</option>`)}</select>
<button>Provision on demand</button></form>
</div>
<h2>Provisioning logs</h2>
${table("Latest first", ["Time", "Name", "Action", "Status", "Details"], store.log().slice(0, SHOWN).map(({ at, name, action, status, detail }) => [at, name, action, html`<span class="${status === "Failure" ? "bad" : "good"}">${status}</span>`, detail]), "Nothing was provisioned yet.")}`,
    problem === "" ? 200 : 409,
  );
}

/** The page and its buttons. */
export function overviewRoutes(store: EntraStore, provisioning: Provisioning): Route[] {
  const actions = actionsOf(provisioning);
  return [
    { method: "GET", path: "/", control: true, kind: "read", run: () => overview(store, "") },
    {
      method: "POST",
      path: "/do/{action}",
      control: true,
      kind: "read",
      async run({ params, body }) {
        const onDemand = () => provisioning.onDemand(String((body as { objectId?: unknown } | undefined)?.objectId ?? ""));
        const action = params.action === "on-demand" ? onDemand : actions[params.action ?? ""];
        if (!action) throw notFound("There is no such action.");
        try {
          await action();
        } catch (error) {
          if (error instanceof Refusal) return overview(store, error.message);
          throw error;
        }
        return seeOther("/");
      },
    },
  ];
}
